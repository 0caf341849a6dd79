// Search with suggestions while typing: arrow keys, Enter and Escape work, and the number of hits is announced.
(function (app) {
  "use strict";
  const input = document.getElementById("search"), list = document.getElementById("hits");
  const state = document.getElementById("search-state");
  const MOST = 12;
  let hits = [], active = -1;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
  const entries = [
    ...app.nodes.filter((node) => node.type !== "Topic").map((node) => ({
      node, weight: node.sentences, keys: [node.label, node.label_en, node.code].filter(Boolean).map(plain),
    })),
    ...Object.entries(app.data.topics).map(([topic, names]) => ({
      topic, weight: app.relations.filter((relation) => relation.topics.includes(topic)).length,
      keys: [...new Set([topic, ...Object.values(names)])].map(plain),
    })),
  ];

  // 0 the name itself, 1 its beginning, 2 the beginning of a word, 3 anywhere
  function rank(entry, text) {
    const places = entry.keys.map((key) => {
      if (key === text) return 0;
      const at = key.indexOf(text);
      if (at <= 0) return at === 0 ? 1 : 9;
      return key.split(/[\s\-–/(]+/).some((word) => word.startsWith(text)) ? 2 : 3;
    });
    return Math.min(...places);
  }

  function find() {
    const text = plain(input.value.trim());
    const ranked = text ? entries.map((entry) => [rank(entry, text), entry]).filter(([place]) => place < 9) : [];
    ranked.sort((a, b) => a[0] - b[0] || b[1].weight - a[1].weight);
    hits = ranked.slice(0, MOST).map(([, entry]) => entry);
    active = hits.length ? 0 : -1;
    state.textContent = !text ? "" : ranked.length ? app.count("search_found", ranked.length) : app.say("search_none", { text: input.value.trim() });
    draw(Boolean(text));
  }

  function draw(open) {
    list.replaceChildren(...hits.map(option));
    if (open && !hits.length) list.append(app.element("li", { class: "muted", role: "option", "aria-disabled": "true" }, state.textContent));
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (active >= 0 && open) input.setAttribute("aria-activedescendant", `hit-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function option(entry, index) {
    const name = entry.node ? app.name(entry.node) : app.topicName(entry.topic);
    const kind = entry.topic ? app.say("filter_by") : entry.weight ? app.typeName(entry.node) : app.say("only_named");
    const made = app.element("li", { role: "option", id: `hit-${index}`, "aria-selected": String(index === active) },
      app.sign(entry.topic ? "Topic" : entry.node.type), app.element("span", {}, name), app.element("span", { class: "muted" }, kind));
    made.addEventListener("mousedown", (event) => { event.preventDefault(); pick(entry); });
    return made;
  }

  function pick(entry) {
    close();
    input.value = "";
    if (entry.topic) app.filterTopic(entry.topic);
    else app.select({ node: entry.node.id }, true);
  }

  function close() { hits = []; active = -1; draw(false); }

  function move(by) {
    if (!hits.length) return;
    active = (active + by + hits.length) % hits.length;
    draw(true);
    document.getElementById(`hit-${active}`).scrollIntoView({ block: "nearest" });
  }

  input.addEventListener("input", find);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: () => { close(); input.value = ""; },
      Enter: () => active >= 0 && pick(hits[active]) };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
})(window.relgraph);
