// The filters beside the picture, which are its legend too: what there is, how often, and boxes to tick.
(function (app) {
  "use strict";
  const box = document.getElementById("facets");
  const { looks, labels } = app.data;
  const FACETS = [
    { key: "types", open: true, options: Object.keys(looks), label: (type) => app.label("entity_types", type), sign: app.sign,
      values: (relations) => [...new Set(relations.flatMap((r) => [r.subject, r.object]))].map((id) => app.nodes[id].type) },
    { key: "relations", open: true, options: Object.keys(labels.relation_types), label: (type) => app.label("relation_types", type),
      values: (relations) => relations.map((r) => r.type) },
    { key: "topics", chosen: true, options: Object.keys(app.data.topics), label: (topic) => app.topicName(topic),
      values: (relations) => relations.flatMap((r) => r.topics) },
    { key: "statuses", options: Object.keys(labels.statuses), label: (status) => app.label("statuses", status),
      values: (relations) => relations.flatMap((r) => r.statuses) },
  ];
  const dated = app.relations.flatMap((r) => [r.first, r.last]).filter(Boolean).map((date) => Number(date.slice(0, 4)));
  const earliest = dated.reduce((a, b) => Math.min(a, b), Infinity), latest = dated.reduce((a, b) => Math.max(a, b), -Infinity);
  const years = Array.from({ length: dated.length ? latest - earliest + 1 : 0 }, (_, i) => String(earliest + i));

  app.drawFacets = () => {
    const open = new Map([...box.querySelectorAll("details")].map((made) => [made.dataset.facet, made.open]));
    const scrolled = new Map([...box.querySelectorAll("details")].map((made) => [made.dataset.facet, made.querySelector(".options")?.scrollTop]));
    const focus = document.activeElement?.id;
    box.replaceChildren(...FACETS.map((facet) => draw(facet, open.get(facet.key) ?? Boolean(facet.open))), yearsFacet(open.get("years") ?? false));
    for (const made of box.querySelectorAll("details")) if (scrolled.get(made.dataset.facet)) made.querySelector(".options").scrollTop = scrolled.get(made.dataset.facet);
    if (focus && focus.startsWith("facet-")) document.getElementById(focus)?.focus({ preventScroll: true });
  };

  function fold(key, open, state, ...content) {
    const made = app.element("details", { class: "facet", "data-facet": key },
      app.element("summary", {}, app.element("h3", {}, app.say(`facet_${key}`)), app.element("span", { class: "muted small" }, state)), ...content);
    made.open = open;
    return made;
  }

  function draw(facet, open) {
    const set = app.state[facet.key], counts = counted(facet);
    const state = set.size ? app.say(facet.chosen ? "chosen_some" : "hidden_some", { n: set.size }) : "";
    const all = everywhere(facet);
    const options = facet.options.filter((key) => all.has(key));
    if (facet.chosen) options.sort((a, b) => all.get(b) - all.get(a) || (a < b ? -1 : 1));
    const group = app.element("fieldset", {}, app.element("legend", { class: "unseen" }, app.say(`facet_${facet.key}`)), ticks(facet, options),
      app.element("div", { class: "options" }, ...options.map((key) => option(facet, key, counts.get(key) || 0))));
    return fold(facet.key, open, state, group);
  }

  const tally = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) || 0) + 1), new Map());
  const counted = (facet) => tally(facet.values(app.matching(facet.key)));
  const everywhere = (facet) => (facet.all ||= tally(facet.values(app.relations)));

  function ticks(facet, options) {
    if (facet.chosen) return app.element("p", { class: "muted small" }, app.say("topics_hint"));
    const set = app.state[facet.key];
    const button = (name, action) => {
      const made = app.button(app.say(name), () => { action(); app.refresh(); });
      made.id = `facet-${facet.key}-${name}`;
      return made;
    };
    return app.element("div", { class: "ticks" }, button("tick_all", () => set.clear()), button("tick_none", () => options.forEach((key) => set.add(key))));
  }

  function option(facet, key, n) {
    const set = app.state[facet.key], id = `facet-${facet.key}-${key}`;
    const input = app.element("input", { type: "checkbox", id, name: facet.key, value: key });
    input.checked = facet.chosen ? set.has(key) : !set.has(key);
    input.addEventListener("change", () => {
      if (set.has(key)) set.delete(key); else set.add(key);
      app.refresh();
    });
    return app.element("label", { class: `option${n ? "" : " none"}`, for: id }, input, facet.sign ? facet.sign(key) : null,
      app.element("span", {}, facet.label(key)), app.element("span", { class: "n" }, app.number(n)));
  }

  function yearsFacet(open) {
    const select = (name, end) => {
      const made = app.element("select", { id: `facet-years-${end}` }, app.element("option", { value: "" }, app.say("any")), ...years.map((year) => app.element("option", {}, year)));
      made.value = app.state[end];
      made.addEventListener("change", () => { app.state[end] = made.value; app.refresh(); });
      return app.element("label", {}, `${app.say(name)} `, made);
    };
    const state = [app.state.from, app.state.to].some(Boolean) ? `${app.state.from || "…"}–${app.state.to || "…"}` : "";
    return fold("years", open, state, app.element("div", { class: "years" }, select("year_from", "from"), select("year_to", "to")));
  }
})(window.relgraph);
