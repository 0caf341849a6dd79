// Suggestions while typing: arrow keys, Enter and Escape work, and the number of hits is announced.
(function (app) {
  "use strict";
  const MOST = 12;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
  let entries = [], size = -1;

  function all() { // nodes may have joined since
    if (size === app.nodes.length) return entries;
    size = app.nodes.length;
    const nodes = app.nodes.filter((node) => node.type !== "Topic" || node.lines.length).map((node) => ({
      node, weight: node.sentences, keys: [node.label, node.label_en, node.code].filter(Boolean).map(plain),
    }));
    const weight = new Map();
    for (const relation of app.relations) for (const topic of relation.topics) weight.set(topic, (weight.get(topic) || 0) + 1);
    const topics = Object.entries(app.data.topics).map(([topic, names]) => ({
      topic, weight: weight.get(topic) || 0, keys: [...new Set([topic, ...Object.values(names)])].map(plain),
    }));
    entries = [...nodes, ...topics];
    return entries;
  }

  // 0 the name itself, 1 its beginning, 2 the beginning of a word, 3 anywhere
  function rank(entry, text) {
    let best = 9;
    for (const key of entry.keys) {
      const at = key.indexOf(text);
      if (at < 0) continue;
      const place = key === text ? 0 : at === 0 ? 1 : key.split(/[\s\-–/(]+/).some((word) => word.startsWith(text)) ? 2 : 3;
      best = Math.min(best, place);
    }
    return best;
  }

  // `topics`: topics are offered to filter by; else as nodes, as all others
  app.suggest = ({ input, list, status, topics, pick }) => {
    let hits = [], active = -1;
    const offered = (entry) => (topics ? entry.topic || entry.node.type !== "Topic" : entry.node);
    let turn = 0;

    function find() {
      const text = plain(input.value.trim());
      const ranked = text ? all().filter(offered).map((entry) => [rank(entry, text), entry]).filter(([place]) => place < 9) : [];
      ranked.sort((a, b) => a[0] - b[0] || b[1].weight - a[1].weight);
      hits = ranked.slice(0, MOST).map(([, entry]) => entry);
      if (app.fartherNames) farther(text, input.value.trim());
      active = hits.length ? 0 : -1;
      status.textContent = !text ? "" : ranked.length ? app.count("search_found", ranked.length) : app.say("search_none", { text: input.value.trim() });
      draw(Boolean(text));
    }

    // names that the page does not know yet join those that it does
    async function farther(text, typed) {
      const now = (turn += 1);
      if (!text) return;
      await new Promise((done) => setTimeout(done, 120));
      const told = turn === now ? await app.fartherNames(typed).catch(() => []) : [];
      if (turn !== now || input.value.trim() !== typed) return;
      const fresh = told.filter((one) => !app.node(one.key)?.lines.length && !(topics && one.key.startsWith("topic/") && app.data.topics[one.key.slice(6)]));
      const kept = hits.filter((entry) => entry.topic || entry.node.lines.length).slice(0, MOST - Math.min(fresh.length, MOST / 2));
      hits = [...kept, ...fresh.slice(0, MOST - kept.length).map((far) => ({ far }))];
      active = hits.length ? Math.max(0, active) : -1;
      status.textContent = hits.length ? app.count("search_found", hits.length) : app.say("search_none", { text: typed });
      draw(true);
    }

    function draw(open) {
      list.replaceChildren(...hits.map(option));
      if (open && !hits.length) list.append(app.element("li", { class: "muted", role: "option", "aria-disabled": "true", "aria-selected": "false" }, status.textContent));
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (active >= 0 && open) input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
      else input.removeAttribute("aria-activedescendant");
    }

    function option(entry, index) {
      const { far, node, topic } = entry, name = far ? far.name : node ? app.name(node) : app.topicName(topic);
      const kind = far ? `${app.label("entity_types", far.type)} · ${far.evidence}` : topic ? `${app.say("filter_by")} · ${app.count("relation", entry.weight)}`
        : entry.weight ? `${app.typeName(node)} · ${app.count("sentence", entry.weight)}` : app.say("only_named");
      const made = app.element("li", { role: "option", id: `${list.id}-${index}`, "aria-selected": String(index === active) },
        app.sign(far ? far.type : topic ? "Topic" : node.type), app.element("span", {}, name), app.element("span", { class: "muted" }, kind));
      made.addEventListener("mousedown", (event) => { event.preventDefault(); chosen(entry); });
      return made;
    }

    function chosen(entry) {
      close();
      input.value = "";
      if (entry.topic) return pick(entry);
      const key = entry.far ? entry.far.key : app.key(entry.node);
      app.need({ keys: [key] }, () => app.node(key) && pick({ node: app.node(key) }));
    }
    function close() { turn += 1; hits = []; active = -1; draw(false); }
    function move(by) {
      if (!hits.length) return;
      active = (active + by + hits.length) % hits.length;
      draw(true);
      document.getElementById(`${list.id}-${active}`).scrollIntoView({ block: "nearest" });
    }

    input.addEventListener("input", find);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: () => { close(); input.value = ""; },
        Enter: () => active >= 0 && chosen(hits[active]) };
      if (!keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
  };
})(window.relgraph);
