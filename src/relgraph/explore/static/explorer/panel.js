// The panel beside the picture: what the page is, the relations of a node, the sentences of a line, or a path.
(function (app) {
  "use strict";
  const panel = document.getElementById("panel");
  let shownFor = null;

  // what was unfolded and how far was scrolled stays, as long as the panel is about the same; what had the focus has it
  // again, or else the heading, so that nobody who works by keyboard is thrown back to the beginning of the page
  app.showPanel = () => {
    const target = app.selected, about = app.pathForm ? "path" : app.state.selected || app.state.path.join(" ");
    const same = about === shownFor;
    const open = new Set([...panel.querySelectorAll("details[open][data-of]")].map((made) => made.dataset.of)), top = panel.scrollTop;
    const within = panel.contains(document.activeElement), focus = within && named(document.activeElement);
    shownFor = about;
    if (app.pathForm || (!target && app.state.path.length)) panel.replaceChildren(...app.pathPanel());
    else if (!target) panel.replaceChildren(...start());
    else if (target.node !== undefined) panel.replaceChildren(...app.nodePanel(app.nodes[target.node]));
    else panel.replaceChildren(...ofLine(app.lines[target.line], target.relation));
    if (same) for (const made of panel.querySelectorAll("details[data-of]")) made.open = made.open || open.has(made.dataset.of);
    if (within) ([...panel.querySelectorAll("button, summary")].find((made) => focus && named(made) === focus) || panel.querySelector("h2")).focus({ preventScroll: true });
    panel.scrollTop = same ? top : 0;
  };

  const named = (made) => made.dataset.does || (made.matches("summary") && made.parentElement.dataset.of) || made.textContent;

  function start() {
    const best = app.element("ol", { class: "best" });
    const order = [...app.drawn].sort((a, b) => b.sentences - a.sentences || a.id - b.id).slice(0, 10);
    for (const node of order)
      best.append(app.element("li", {}, app.element("div", {}, app.sign(node.type), app.nodeButton(node),
        app.element("span", { class: "muted small" }, app.count("sentence", node.sentences)))));
    const named = app.nodes.length - app.drawn.length;
    return [
      app.element("h2", { tabindex: "-1" }, app.say("start")),
      app.element("p", {}, app.say("start_text")),
      app.element("h3", {}, app.say("start_best")), best,
      named ? app.element("p", { class: "muted small" }, app.count("start_named", named)) : "",
      app.element("h3", {}, app.say("keys")), app.element("p", { class: "muted small" }, app.say("keys_text")),
    ];
  }

  app.panelTop = (title, leave = () => { app.select(null); app.toPicture(); }) => {
    const close = app.button("×", leave, "close");
    close.setAttribute("aria-label", app.say("close"));
    return app.element("div", { class: "top" }, app.element("h2", { tabindex: "-1" }, ...[title].flat()), close);
  };

  app.behind = (statements) => {
    const held = app.sources(statements);
    return app.say("behind", { sentences: app.count("sentence", held.sentences), releases: app.count("release", held.releases) });
  };

  const arrow = (relation, node) => (relation.symmetric ? "↔" : relation.subject === node.id ? "→" : "←");
  app.sides = (relation) =>
    `${app.name(app.nodes[relation.subject])} ${relation.symmetric ? "↔" : "→"} ${app.name(app.nodes[relation.object])}`;

  // one relation in one line; its sentences are made when it is opened
  app.folded = (relation, node = null) => {
    const names = node ? `${arrow(relation, node)} ${app.name(app.other(relation, node))}` : `${app.label("relation_types", relation.type)}: ${app.sides(relation)}`;
    const made = app.element("details", { "data-of": app.relationKey(relation) },
      app.element("summary", {}, names, " ", app.element("span", { class: "muted small" }, app.count("sentence", relation.sentences))));
    made.addEventListener("toggle", () => {
      if (!made.open || made.children.length > 1) return;
      const ends = node ? [app.other(relation, node)] : [app.nodes[relation.subject], app.nodes[relation.object]];
      const links = ends.map((end) => app.button(app.say("go_to", { name: app.name(end) }), () => app.select({ node: end.id }, true)));
      made.append(app.element("div", { class: "ends small" }, ...links), app.statements([relation]));
    });
    return made;
  };

  // a relation that was asked for by name comes first and alone is meant; a line means all that match the filters
  function ofLine(line, only) {
    const held = app.view.of.get(line.id) || line.relations;
    const relations = only === undefined ? held : [app.relations[only]];
    const ends = line.ends.map((end) => app.nodes[end]), key = app.lineKey(line);
    const parts = [app.panelTop(ends.flatMap((end, i) => [i ? " – " : "", app.signed(end)]))];
    parts.push(app.whenKnown("p", { class: "muted" }, relations, (told) => `${app.count("relation", relations.length)}, ${app.behind(told)}`));
    const hidden = app.state.hidden.includes(key);
    parts.push(app.element("div", { class: "do" }, app.button(app.say(hidden ? "bring_back" : "hide_line"), () => app.hide(key), "")));
    if (relations.length < line.relations.length)
      parts.push(app.element("p", { class: "muted small" }, app.say("relations_of", { n: app.number(relations.length), all: app.number(line.relations.length) })));
    for (const relation of relations) {
      parts.push(app.element("h3", {}, app.label("relation_types", relation.type)));
      parts.push(app.element("p", { class: "muted small" }, app.sides(relation)));
      parts.push(app.statements([relation]));
    }
    return parts;
  }
})(window.relgraph);
