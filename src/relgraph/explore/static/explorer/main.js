// What an action does, and what is drawn anew after it. `app.refresh` is the one way from the state to the page.
(function (app) {
  "use strict";
  const MANY = 5000;
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel");
  const narrow = window.matchMedia("(max-width: 999px)");

  // draws what differs from the state `before`; without it, everything
  app.refresh = (before = null) => {
    const differs = (...names) => !before || names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(app.state[name]));
    const focus = document.activeElement, drawn = app.contentDiffers(before), spoken = differs("language"), shown = differs("view");
    if (differs("theme")) wear();
    if (spoken) app.translate();
    if (shown) turn();
    if (drawn || spoken) { facets(before); app.drawTime(); app.drawShelf(); around(); }
    if (drawn) app.view = app.choose(); // as much as the others leave room for
    if (drawn || spoken) counts();
    if (drawn || differs("theme")) app.drawPicture(app.view, keeps(before, differs));
    else if (differs("selected") || spoken) app.mark();
    if (drawn || spoken || differs("selected")) app.showPanel();
    if (app.state.view === "table" && (drawn || spoken || shown || differs("selected", "sort"))) app.drawTable(app.view);
    if (before && shown && app.state.view === "picture") app.fit();
    byId("undo").disabled = !app.undoable();
    byId("redo").disabled = !app.redoable();
    if (focus?.matches("[hidden], [hidden] *, :disabled")) byId(app.state.view === "table" ? "table-view" : "net").focus({ preventScroll: true });
  };

  // of many relations the picture comes first, and then what is counted of them
  function facets(before) {
    if (before || app.relations.length < MANY) app.drawFacets();
    else setTimeout(app.drawFacets, 0);
  }

  // signs stay where they are as long as the picture is much the same
  let drawnBefore = new Set();
  function keeps(before, differs) {
    const nodes = app.view.nodes, kept = [...nodes].filter((id) => drawnBefore.has(id)).length;
    drawnBefore = nodes;
    return Boolean(before) && !differs("around", "hops", "all") && kept * 2 >= nodes.size && kept > 0;
  }

  function counts() {
    const { nodes, allNodes, relations, allRelations } = app.view;
    const entities = app.say("shown_entities", { n: app.number(nodes.size), all: app.number(allNodes) });
    const held = app.say("shown_relations", { n: app.number(relations.length), all: app.number(allRelations) });
    const topics = app.state.topics.map(app.topicName).join(", ");
    const filtered = app.filtered() ? ` (${[app.say("filtered"), topics].filter(Boolean).join(": ")})` : "";
    byId("count").textContent = `${entities}, ${held}${filtered}${app.drawGroups(app.fold(app.view))}${app.beyond()}`;
    byId("reset").hidden = app.plain();
    const all = byId("all");
    const more = Math.min(app.data.limit, allNodes - nodes.size), fetches = more === 0 && app.fetchMore !== null;
    byId("more").hidden = !fetches && (app.state.all || more === 0 || more === allNodes);
    byId("more").textContent = fetches ? app.say("fetch_more") : app.say("show_more", { n: app.number(more) });
    all.hidden = !app.state.all && nodes.size === allNodes;
    all.textContent = app.state.all ? app.say("show_fewer") : app.say("show_all");
    const named = app.data.totals;
    byId("totals").textContent = app.say("totals", {
      releases: app.count("release", named.releases), entities: app.count("entity", named.entities),
      relations: app.count("relation", named.relations), sentences: app.count("sentence", named.sentences),
    });
  }

  function around() {
    const node = app.state.around && app.node(app.state.around);
    byId("around").hidden = !node;
    if (!node) return;
    byId("around-name").textContent = app.say("around", { name: app.name(node) });
    byId("hops").value = String(app.state.hops);
  }

  // light or dark as chosen, else as the system has it
  function wear() {
    const { theme } = app.state;
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    byId("theme").value = theme;
    app.readColours();
  }

  function turn() {
    const { view } = app.state;
    byId("picture-view").hidden = view !== "picture";
    byId("table-view").hidden = view !== "table";
    for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }

  // target: {node}, {line}, {line, relation} or null; `asked` by name rather than pointed at in the picture
  app.select = (target, asked = false, options = {}) => {
    const key = app.keyOf(target), node = target && target.node !== undefined ? app.nodes[target.node] : null;
    app.pathForm = null;
    app.change((state) => {
      state.selected = key;
      if (asked && node && !app.isShown(node.id) && node.lines.length && !state.added.includes(key)) state.added.push(key);
    }, options);
    if (asked && node) app.centre(node.id);
    if (target) app.reveal(asked);
  };

  app.reveal = (asked = false) => {
    if (narrow.matches) panel.scrollIntoView({ block: "start" });
    if (asked) panel.querySelector("h2").focus({ preventScroll: true });
  };
  app.toPicture = () => { if (narrow.matches) byId("picture-view").scrollIntoView({ block: "start" }); };
  app.goAround = (key) => app.need({ around: key }, () => {
    app.change((state) => Object.assign(state, { around: key, hops: 1, all: false }));
    app.toPicture();
  });
  app.filterTopic = (topic) => { app.change((state) => Object.assign(state, { topics: [topic], selected: "" })); app.toPicture(); };

  // what an address said and this page does not know
  app.complain = (unknown) => {
    byId("message").hidden = unknown.length === 0;
    byId("message-text").textContent = unknown.length ? app.say("bad_address", { parts: unknown.map((part) => part.slice(0, 80)).slice(0, 3).join(", ") }) : "";
  };

  app.fail = () => { byId("message").hidden = false; byId("message-text").textContent = app.say("fetch_failed"); };

  const on = (id, event, action) => byId(id).addEventListener(event, action);
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => app.change((state) => { state.view = button.dataset.view; }));
  for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => app.change((state) => { state.language = button.dataset.language; }));
  on("theme", "change", (event) => app.change((state) => { state.theme = event.target.value; }));
  on("skip", "click", (event) => { event.preventDefault(); app.change((state) => { state.view = "table"; }); byId("table-view").focus(); });
  on("all", "click", () => app.change((state) => { Object.assign(state, { all: !state.all, more: 0, added: [], unfolded: [] }); }));
  on("more", "click", () => {
    const show = () => app.change((state) => { state.more += 1; });
    if (app.view.nodes.size < app.view.allNodes || !app.fetchMore) show();
    else app.fetchMore().then(show, () => {});
  });
  on("reset", "click", () => {
    const { language, theme, view, sort } = app.state;
    app.change((state) => Object.assign(state, app.fresh(), { language, theme, view, sort }));
    byId("search").focus();
  });
  on("whole", "click", () => app.change((state) => { state.around = ""; }));
  on("hops", "change", (event) => app.change((state) => { state.hops = Number(event.target.value); }));
  on("undo", "click", app.undo);
  on("redo", "click", app.redo);
  on("find-path", "click", () => app.askPath());
  on("message-close", "click", () => app.complain([]));
  window.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=text], textarea, select");
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typing || !/^[zy]$/i.test(event.key)) return;
    event.preventDefault();
    if (event.shiftKey || event.key.toLowerCase() === "y") app.redo();
    else app.undo();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { app.readColours(); app.drawPicture(app.view, true); });

  // the address says how the page opens; a page made around a node opens on that
  app.need(app.wanted(location.hash), open);
  function open() {
    const opened = app.readState(location.hash);
    if (!location.hash && app.data.focus !== null) opened.state.selected = app.key(app.nodes[app.data.focus]);
    app.state = opened.state;
    byId("filters").open = !narrow.matches;
    app.openPicture();
    app.refresh();
    app.complain(opened.unknown);
  }
})(window.relgraph);
