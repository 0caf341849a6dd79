// What a click does, and what is drawn anew after it. `app.refresh` is the one way from the state to the page.
(function (app) {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel");
  const narrow = window.matchMedia("(max-width: 999px)");
  app.selected = null;
  app.shows = "picture";

  app.refresh = (keep = false) => {
    app.view = app.choose();
    app.drawPicture(app.view, keep);
    if (app.shows === "table") app.drawTable(app.view);
    app.drawFacets();
    counts();
    around();
  };

  function counts() {
    const { nodes, allNodes, relations, allRelations } = app.view;
    const entities = app.say("shown_entities", { n: app.number(nodes.size), all: app.number(allNodes) });
    const held = app.say("shown_relations", { n: app.number(relations.length), all: app.number(allRelations) });
    const topics = [...app.state.topics].map(app.topicName).join(", ");
    const filtered = app.filtered() ? ` (${[app.say("filtered"), topics].filter(Boolean).join(": ")})` : "";
    byId("count").textContent = `${entities}, ${held}${filtered}`;
    byId("reset").hidden = !app.filtered() && app.state.around === null && !app.state.pinned.size;
    const all = byId("all");
    all.hidden = !app.state.all && nodes.size === allNodes;
    all.textContent = app.state.all ? app.say("show_fewer", { n: app.data.limit }) : app.say("show_all");
    const named = app.data.totals;
    byId("totals").textContent = app.say("totals", {
      releases: app.count("release", named.releases), entities: app.count("entity", named.entities),
      relations: app.count("relation", named.relations), sentences: app.count("sentence", named.sentences),
    });
  }

  function around() {
    const id = app.state.around;
    byId("around").hidden = id === null;
    if (id === null) return;
    byId("around-name").textContent = app.say("around", { name: app.name(app.nodes[id]) });
    byId("hops").value = String(app.state.hops);
  }

  // target: {node}, {line}, {line, relation} or null; `asked` by name rather than pointed at in the picture
  app.select = (target, asked = false) => {
    app.selected = target;
    if (target && target.node !== undefined && asked && !app.isShown(target.node) && app.nodes[target.node].lines.length) {
      app.state.pinned.add(target.node);
      app.refresh(true);
    } else app.mark();
    if (asked && target && target.node !== undefined) app.centre(target.node);
    app.showPanel();
    if (app.shows === "table") app.drawTable(app.view);
    if (target) reveal(asked);
  };

  function reveal(asked) {
    if (narrow.matches) panel.scrollIntoView({ block: "start" });
    if (asked) panel.querySelector("h2").focus({ preventScroll: true });
  }

  app.toPicture = () => { if (narrow.matches) byId("picture-view").scrollIntoView({ block: "start" }); };
  app.goAround = (id) => {
    Object.assign(app.state, { around: id, hops: 1, all: false });
    app.refresh();
    app.showPanel();
    app.toPicture();
  };
  app.filterTopic = (topic) => {
    app.state.topics = new Set([topic]);
    app.selected = null;
    app.refresh();
    app.showPanel();
    app.toPicture();
  };

  app.show = (view) => {
    app.shows = view;
    byId("picture-view").hidden = view !== "picture";
    byId("table-view").hidden = view !== "table";
    for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
    if (view === "table") app.drawTable(app.view);
    else app.fit();
  };

  app.speak = (language) => {
    app.language = language;
    app.translate();
    counts();
    around();
    app.drawFacets();
    app.showPanel();
    if (app.shows === "table") app.drawTable(app.view);
    app.network.redraw();
  };

  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => app.show(button.dataset.view));
  for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => app.speak(button.dataset.language));
  byId("skip").addEventListener("click", () => { app.show("table"); byId("table-view").focus(); });
  byId("all").addEventListener("click", () => { app.state.all = !app.state.all; app.state.pinned.clear(); app.refresh(); });
  byId("reset").addEventListener("click", () => { app.resetState(); app.selected = null; app.refresh(); app.showPanel(); byId("search").focus(); });
  byId("whole").addEventListener("click", () => { app.state.around = null; app.refresh(); app.showPanel(); });
  byId("hops").addEventListener("change", (event) => { app.state.hops = Number(event.target.value); app.refresh(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { app.readColours(); app.refresh(true); });

  byId("filters").open = !narrow.matches;
  app.openPicture();
  app.refresh();
  app.selected = app.data.focus === null ? null : { node: app.data.focus };
  app.mark();
  app.showPanel();
  app.translate();
})(window.relgraph);
