// The panel beside the picture: what the page is, the relations of a node, or the sentences of a line.
(function (app) {
  "use strict";
  const panel = document.getElementById("panel");

  app.showPanel = () => {
    const target = app.selected;
    if (!target) panel.replaceChildren(...start());
    else if (target.node !== undefined) panel.replaceChildren(...ofNode(app.nodes[target.node]));
    else panel.replaceChildren(...ofLine(app.lines[target.line], target.relation));
    panel.scrollTop = 0;
  };

  function start() {
    const best = app.element("ol", { class: "best" });
    const order = [...app.drawn].sort((a, b) => b.sentences - a.sentences || a.id - b.id).slice(0, 10);
    for (const node of order)
      best.append(app.element("li", {}, app.sign(node.type), " ", app.nodeButton(node), " ",
        app.element("span", { class: "muted small" }, app.count("sentence", node.sentences))));
    const named = app.nodes.length - app.drawn.length;
    return [
      app.element("h2", { tabindex: "-1" }, app.say("start")),
      app.element("p", {}, app.say("start_text")),
      app.element("h3", {}, app.say("start_best")), best,
      named ? app.element("p", { class: "muted small" }, app.count("start_named", named)) : "",
    ];
  }

  function top(...title) {
    const close = app.button("×", () => { app.select(null); app.toPicture(); }, "close");
    close.setAttribute("aria-label", app.say("close"));
    return app.element("div", { class: "top" }, app.element("h2", { tabindex: "-1" }, ...title), close);
  }

  const behind = (statements) => {
    const held = app.sources(statements);
    return app.say("behind", { sentences: app.count("sentence", held.sentences), releases: app.count("release", held.releases) });
  };

  function ofNode(node) {
    const around = node.part_of === undefined ? "" : app.say("part_of", { name: app.name(app.nodes[node.part_of]) });
    const kind = [app.typeName(node), node.code, around].filter(Boolean).join(" · ");
    const parts = [top(app.name(node)), app.element("p", { class: "what" }, app.sign(node.type), kind)];
    if (!node.relations.length && !node.named.length) return [...parts, app.element("p", {}, app.say("no_relations"))];
    const shown = node.relations.filter((relation) => app.view.relations.includes(relation)).length;
    const some = shown < node.relations.length ? `; ${app.say("in_picture", { n: app.number(shown) })}` : "";
    parts.push(app.whenKnown("p", { class: "muted" }, node.relations, (held) => `${app.count("relation", node.relations.length)}, ${behind(held)}${some}`));
    if (node.relations.length) parts.push(doings(node));
    for (const [type, relations] of grouped(node.relations)) {
      parts.push(app.element("h3", {}, `${app.label("relation_types", type)} (${app.number(relations.length)})`));
      parts.push(...relations.map((relation) => folded(relation, node)));
    }
    if (node.named.length) parts.push(app.element("h3", {}, app.say("mentioned_in")), ...node.named.map((relation) => folded(relation)));
    return parts;
  }

  function doings(node) {
    const list = app.element("div", { class: "do" });
    if (app.state.around !== node.id) list.append(app.button(app.say("only_around"), () => app.goAround(node.id), ""));
    if (node.type === "Topic") {
      const topic = node.iri.split("/").pop();
      list.append(app.button(app.say("filter_topic"), () => app.filterTopic(topic), ""));
    }
    return list;
  }

  function grouped(relations) {
    const groups = new Map();
    for (const relation of relations) groups.set(relation.type, [...(groups.get(relation.type) || []), relation]);
    for (const list of groups.values()) list.sort((a, b) => b.sentences - a.sentences || a.id - b.id);
    const order = Object.keys(app.data.labels.relation_types); // lasting ties first, offices late
    return [...groups].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
  }

  const arrow = (relation, node) => (relation.symmetric ? "↔" : relation.subject === node.id ? "→" : "←");

  // one relation in one line; its sentences are made when it is opened
  function folded(relation, node = null) {
    const names = node
      ? `${arrow(relation, node)} ${app.name(app.other(relation, node))}`
      : `${app.label("relation_types", relation.type)}: ${sides(relation)}`;
    const summary = app.element("summary", {}, names, app.element("span", { class: "muted small" }, app.count("sentence", relation.sentences)));
    const made = app.element("details", {}, summary);
    made.addEventListener("toggle", () => {
      if (!made.open || made.children.length > 1) return;
      const ends = node ? [app.other(relation, node)] : [app.nodes[relation.subject], app.nodes[relation.object]];
      const links = ends.map((end) => app.button(app.say("go_to", { name: app.name(end) }), () => app.select({ node: end.id }, true)));
      made.append(app.element("div", { class: "ends small" }, ...links), app.statements([relation]));
    });
    return made;
  }

  const sides = (relation) =>
    `${app.name(app.nodes[relation.subject])} ${relation.symmetric ? "↔" : "→"} ${app.name(app.nodes[relation.object])}`;
  app.sides = sides;

  // a relation that was asked for by name comes first and alone is meant; a line means all that match the filters
  function ofLine(line, only) {
    const held = app.view.of.get(line.id) || line.relations;
    const relations = only === undefined ? held : [app.relations[only]];
    const ends = line.ends.map((end) => app.nodes[end]);
    const parts = [top(ends.map(app.name).join(" – ")), app.element("p", { class: "ends" }, ...ends.flatMap((end) => [app.sign(end.type), app.nodeButton(end)]))];
    parts.push(app.whenKnown("p", { class: "muted" }, relations, (held) => `${app.count("relation", relations.length)}, ${behind(held)}`));
    for (const relation of relations) {
      parts.push(app.element("h3", {}, app.label("relation_types", relation.type)));
      parts.push(app.element("p", { class: "muted small" }, sides(relation)));
      parts.push(app.statements([relation]));
    }
    return parts;
  }
})(window.relgraph);
