// The filters beside the picture, which are its legend too: what there is, how often, and boxes to tick.
(function (app) {
  "use strict";
  const box = document.getElementById("facets");
  const { looks, labels } = app.data;
  // `off`: what is unticked is switched off; else what is ticked is asked for, and nothing ticked means everything
  const FACETS = [
    { key: "types", off: true, open: true, options: () => Object.keys(looks), label: (type) => app.label("entity_types", type), sign: app.sign,
      values: (relations) => [...new Set(relations.flatMap((r) => [r.subject, r.object]))].map((id) => app.nodes[id].type) },
    { key: "relations", off: true, open: true, options: () => Object.keys(labels.relation_types), label: (type) => app.label("relation_types", type),
      values: (relations) => relations.map((r) => r.type) },
    { key: "topics", options: () => Object.keys(app.data.topics), label: (topic) => app.topicName(topic), values: (relations) => relations.flatMap((r) => r.topics) },
    { key: "places", options: (all) => [...all.keys()], label: (key) => app.placeName(key), values: (relations) => relations.flatMap(app.placesOf) },
    { key: "publishers", options: (all) => [...all.keys()], label: (key) => app.placeName(key),
      values: (relations) => relations.flatMap((r) => r.regions.map((id) => app.key(app.nodes[id]))) },
    { key: "statuses", off: true, options: () => Object.keys(labels.statuses), label: (status) => app.label("statuses", status), values: (relations) => relations.flatMap((r) => r.statuses) },
    { key: "bases", off: true, options: () => Object.keys(labels.bases), label: (basis) => app.label("bases", basis), values: (relations) => relations.flatMap((r) => r.bases) },
  ];

  app.placeName = (key) => {
    const node = app.node(key), held = app.data.territories[`id/${key}`];
    return node ? app.name(node) : (held && (held[app.language] || held.de)) || key;
  };

  app.drawFacets = () => {
    const made = [...box.querySelectorAll("details")];
    const open = new Map(made.map((one) => [one.dataset.facet, one.open]));
    const scrolled = new Map(made.map((one) => [one.dataset.facet, one.querySelector(".options").scrollTop]));
    const focus = document.activeElement?.id;
    box.replaceChildren(...FACETS.map((facet) => draw(facet, open.get(facet.key) ?? Boolean(facet.open))).filter(Boolean));
    for (const one of box.querySelectorAll("details")) one.querySelector(".options").scrollTop = scrolled.get(one.dataset.facet) || 0;
    if (focus && focus.startsWith("facet-")) document.getElementById(focus)?.focus({ preventScroll: true });
  };

  function draw(facet, open) {
    const set = new Set(app.state[facet.key]), counts = tally(facet.values(app.matching(facet.key))), all = everywhere(facet);
    const options = facet.options(all).filter((key) => all.has(key));
    if (!options.length) return null;
    if (!facet.off) options.sort((a, b) => all.get(b) - all.get(a) || (a < b ? -1 : 1));
    const state = set.size ? app.say(facet.off ? "hidden_some" : "chosen_some", { n: set.size }) : "";
    const summary = app.element("summary", {}, app.element("h3", {}, app.say(`facet_${facet.key}`)), " ", app.element("span", { class: "muted small" }, state));
    const made = app.element("details", { class: "facet", "data-facet": facet.key }, summary,
      app.element("fieldset", {}, app.element("legend", { class: "unseen" }, app.say(`facet_${facet.key}`)), ticks(facet, options, set),
        app.element("div", { class: "options" }, ...options.map((key) => option(facet, key, set, counts.get(key) || 0)))));
    made.open = open;
    return made;
  }

  const tally = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map());
  function everywhere(facet) { // relations may have joined since
    if (facet.size !== app.relations.length) Object.assign(facet, { size: app.relations.length, all: tally(facet.values(app.relations)) });
    return facet.all;
  }

  function ticks(facet, options, set) {
    const button = (name, keys) => {
      const made = app.button(app.say(name), () => app.change((state) => { state[facet.key] = keys; }));
      made.id = `facet-${facet.key}-${name}`;
      return made;
    };
    if (!facet.off) return app.element("p", { class: "muted small" }, app.say("chosen_hint"), " ", set.size ? button("tick_clear", []) : "");
    return app.element("div", { class: "ticks" }, button("tick_all", []), button("tick_none", options));
  }

  function option(facet, key, set, n) {
    const id = `facet-${facet.key}-${key}`;
    const input = app.element("input", { type: "checkbox", id, name: facet.key, value: key });
    input.checked = set.has(key) !== Boolean(facet.off);
    input.addEventListener("change", () => app.change((state) => { app.toggle(state[facet.key], key); }));
    return app.element("label", { class: `option${n ? "" : " none"}`, for: id }, input, facet.sign ? facet.sign(key) : null,
      app.element("span", {}, facet.label(key)), app.element("span", { class: "n" }, app.number(n)));
  }
})(window.relgraph);
