// Neighbours that the picture does not show yet: first how many of which kind, then which, then shown as chosen.
(function (app) {
  "use strict";
  const MOST = 150; // that are offered at once where nothing is ticked
  const ticked = new Set(); // keys of nodes, for the node that `of` names
  let of = null;

  app.neighbourPanel = (node) => {
    if (of !== node) { ticked.clear(); of = node; }
    if (!app.fartherNeighbours) return offered(node, grouped(known(node)));
    const holder = app.element("div", { "aria-busy": "true" });
    app.fartherNeighbours(app.key(node)).then((told) => {
      holder.append(...offered(node, grouped(told.filter((one) => !app.view.nodes.has(app.node(one.key)?.id)))));
      holder.removeAttribute("aria-busy");
    }, () => {});
    return [holder];
  };

  function offered(node, groups) {
    const all = [...new Set([...groups.values()].flat().map((other) => other.key))], count = all.length;
    if (!count) return [];
    const show = app.button("", () => {
      const keys = ticked.size ? [...ticked] : all;
      ticked.clear();
      app.need({ keys }, () => app.change((state) => { state.added = [...new Set([...state.added, app.key(node), ...keys])]; }));
    }, "");
    const said = () => {
      show.textContent = ticked.size || count > MOST ? app.count("show_chosen", ticked.size) : app.say("show_every", { n: app.number(count) });
      show.disabled = !ticked.size && count > MOST;
    };
    said();
    show.dataset.does = "show_chosen";
    const made = app.element("details", { class: "neighbours", "data-of": "neighbours" },
      app.element("summary", {}, app.say("not_shown"), " ", app.element("span", { class: "muted small" }, app.count("neighbour", count))),
      app.element("p", { class: "muted small" }, app.say("choose_first")),
      ...[...groups].map(([kind, others]) => group(kind, others, said)), show);
    return [made];
  }

  // neighbours that the page knows, match the filters and are not in the picture
  function known(node) {
    const matched = new Set(app.matching().filter((relation) => relation.subject === node.id || relation.object === node.id));
    const others = new Map();
    for (const relation of node.relations) {
      const other = app.other(relation, node);
      if (!matched.has(relation) || app.view.nodes.has(other.id)) continue;
      if (!others.has(other)) others.set(other, { key: app.key(other), label: other.label, label_en: other.label_en, type: other.type, relations: {}, sentences: other.sentences });
      others.get(other).relations[relation.type] = relation.sentences;
    }
    return [...others.values()];
  }

  // by type of relation and type of entity, the largest groups first
  function grouped(others) {
    const groups = new Map();
    for (const other of [...others].sort((a, b) => b.sentences - a.sentences || (a.key < b.key ? -1 : 1)))
      for (const relation of Object.keys(other.relations)) {
        const kind = `${relation} ${other.type}`;
        groups.set(kind, [...(groups.get(kind) || []), other]);
      }
    return new Map([...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)));
  }

  function group(kind, others, said) {
    const [relation, type] = kind.split(" "), alone = others.length === 1;
    const name = `${app.label("relation_types", relation)} · ${alone ? app.name(others[0]) : app.label("entity_types", type)}`;
    const whole = app.element("input", { type: "checkbox" });
    const boxes = others.map((other) => box(other, () => { sync(); said(); }));
    const sync = () => {
      const n = others.filter((other) => ticked.has(other.key)).length;
      whole.checked = n === others.length;
      whole.indeterminate = n > 0 && n < others.length;
      for (const [i, made] of boxes.entries()) made.firstChild.checked = ticked.has(others[i].key);
    };
    whole.addEventListener("change", () => {
      for (const other of others) { if (whole.checked) ticked.add(other.key); else ticked.delete(other.key); }
      sync();
      said();
    });
    sync();
    return app.element("div", { class: "kind" },
      app.element("label", { class: "option" }, whole, app.sign(type), app.element("span", {}, name), app.element("span", { class: "n" }, app.number(others.length))),
      alone ? "" : app.element("details", { "data-of": `kind ${kind}` }, app.element("summary", { class: "small" }, app.say("choose_single")), ...boxes));
  }

  function box(other, changed) {
    const input = app.element("input", { type: "checkbox" });
    input.addEventListener("change", () => { if (input.checked) ticked.add(other.key); else ticked.delete(other.key); changed(); });
    return app.element("label", { class: "option" }, input, app.element("span", {}, app.name(other)),
      app.element("span", { class: "n" }, app.count("sentence", other.sentences)));
  }
})(window.relgraph);
