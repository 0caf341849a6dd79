// The panel of a node: what can be done with it, when it is spoken of, its relations in groups, links out, its releases.
(function (app) {
  "use strict";
  app.nodePanel = (node) => {
    const around = node.part_of === undefined ? "" : app.say("part_of", { name: app.name(app.nodes[node.part_of]) });
    const kind = [app.typeName(node), node.code, around].filter(Boolean).join(" · ");
    const parts = [app.panelTop(app.name(node)), app.element("p", { class: "what" }, app.sign(node.type), kind)];
    const own = app.pageOf(node.iri);
    if (own) parts.push(app.element("p", {}, app.element("a", { href: own }, app.say("own_page"))));
    if (node.same_as) parts.push(elsewhere(node));
    if (!node.relations.length && !node.named.length) return [...parts, app.element("p", {}, app.say("no_relations"))];
    const shown = node.relations.filter((relation) => app.view.relations.includes(relation)).length;
    const some = shown < node.relations.length ? `; ${app.say("in_picture", { n: app.number(shown) })}` : "";
    parts.push(app.whenKnown("p", { class: "muted" }, node.relations, (held) => `${app.count("relation", node.relations.length)}, ${app.behind(held)}${some}`));
    if (node.relations.length) parts.push(doings(node), ...app.neighbourPanel(node));
    const all = [...new Set([...node.relations, ...node.named])];
    parts.push(app.whenKnown("div", {}, all, (held) => timeline(held)));
    for (const [type, relations] of grouped(node.relations)) {
      parts.push(app.element("h3", {}, `${app.label("relation_types", type)} (${app.number(relations.length)})`));
      parts.push(...relations.map((relation) => app.folded(relation, node)));
    }
    if (node.named.length) parts.push(app.element("h3", {}, app.say("mentioned_in")), ...node.named.map((relation) => app.folded(relation)));
    parts.push(releases(all));
    return parts;
  };

  function doings(node) {
    const key = app.key(node), list = app.element("div", { class: "do" });
    const add = (text, action, pressed) => {
      const made = app.button(app.say(text), action, "");
      if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed));
      made.dataset.does = text;
      list.append(made);
    };
    if (app.state.around !== key) add("only_around", () => app.goAround(key));
    if (node.type === "Topic") add("filter_topic", () => app.filterTopic(node.iri.split("/").pop()));
    add("path_to", () => app.askPath(key));
    add("pin", () => app.change((state) => app.toggle(state.pinned, key)), app.state.pinned.includes(key));
    if (app.state.hidden.includes(key)) add("bring_back", () => app.hide(key));
    else add("hide", () => app.hide(key));
    return list;
  }

  const SITES = [[/^https?:\/\/www\.wikidata\.org\//, "Wikidata"], [/^https?:\/\/sws\.geonames\.org\//, "GeoNames"],
    [/^https?:\/\/publications\.europa\.eu\//, "EU Vocabularies"], [/^https?:\/\/www\.iso\.org\//, "ISO"], [/^https?:\/\/d-nb\.info\//, "GND"]];
  function elsewhere(node) {
    const links = [node.same_as].flat().map((address) => {
      const href = app.original(address, ""), [, name] = SITES.find(([site]) => site.test(address)) || [null, address];
      return href ? app.element("a", { href, target: "_blank", rel: "noopener noreferrer", title: `${address} ${app.say("new_window")}` }, name) : name;
    });
    return app.element("p", { class: "small" }, `${app.say("elsewhere")} `, ...links.flatMap((link, i) => (i ? [" · ", link] : [link])));
  }

  function timeline(statements) {
    const dated = [...new Map(statements.map((held) => [held.release.iri, held.release])).values()].filter((release) => release.date);
    if (!dated.length) return [];
    const counts = dated.map((release) => Number(release.date.slice(0, 4))).reduce((map, year) => map.set(year, (map.get(year) || 0) + 1), new Map());
    return [app.element("h3", {}, app.say("timeline")), app.bars(counts, app.say("timeline"))];
  }

  function releases(relations) {
    return app.whenKnown("div", {}, relations, (statements) => {
      const held = [...new Map(statements.map((one) => [one.release.iri, one.release])).values()];
      held.sort((a, b) => (b.date || "").localeCompare(a.date || ""));
      const list = app.element("ul", { class: "plain small" }, ...held.map((release) =>
        app.element("li", {}, app.element("span", { class: "muted" }, `${app.date(release.date)} `), app.releaseLink(release))));
      return app.element("details", { "data-of": "releases" }, app.element("summary", {}, app.say("naming_releases"), " ", app.element("span", { class: "muted small" }, app.count("release", held.length))), list);
    });
  }

  function grouped(relations) {
    const groups = new Map();
    for (const relation of relations) groups.set(relation.type, [...(groups.get(relation.type) || []), relation]);
    for (const list of groups.values()) list.sort((a, b) => b.sentences - a.sentences || a.id - b.id);
    const order = Object.keys(app.data.labels.relation_types); // lasting ties first, offices late
    return [...groups].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
  }
})(window.relgraph);
