// What is shown: the relations that match every filter, and of their lines the strongest that fit.
(function (app) {
  "use strict";
  const CHECKS = {
    types: (r, s) => !s.types.has(app.nodes[r.subject].type) && !s.types.has(app.nodes[r.object].type),
    relations: (r, s) => !s.relations.has(r.type),
    statuses: (r, s) => r.statuses.some((status) => !s.statuses.has(status)),
    bases: (r, s) => r.bases.some((basis) => !s.bases.has(basis)),
    topics: (r, s) => s.topics.size === 0 || r.topics.some((topic) => s.topics.has(topic)),
    places: (r, s) => s.places.size === 0 || app.placesOf(r).some((place) => s.places.has(place)),
    publishers: (r, s) => s.publishers.size === 0 || r.regions.some((id) => s.publishers.has(app.key(app.nodes[id]))),
    time: (r, s) => (!s.from && !s.to) || (!!r.last && since(r.last, s.from) && until(r.first, s.to) && r.years.some((year) => during(year, s))),
  };
  const LISTS = ["types", "relations", "statuses", "bases", "topics", "places", "publishers"];

  // dates are days, months or years; what is written more briefly counts as a whole
  const since = (date, from) => !from || date >= from.slice(0, date.length);
  const until = (date, to) => !to || date.slice(0, to.length) <= to;
  const during = (date, s) => since(date, s.from) && until(date, s.to);

  // states and regions in which the ends of a relation lie
  app.placesOf = (relation) => (relation.places ??= [...new Set([relation.subject, relation.object]
    .flatMap((id) => [app.nodes[id].country, app.nodes[id].region]).filter(Boolean).map((short) => app.key({ iri: app.iri(short) })))]);

  app.filtered = (s = app.state) => LISTS.some((name) => s[name].length > 0) || Boolean(s.from || s.to);
  app.plain = (s = app.state) => !app.filtered(s) && !s.around && ![s.added, s.pinned, s.hidden, s.path].some((list) => list.length);
  const sets = () => ({ ...app.state, ...Object.fromEntries(LISTS.map((name) => [name, new Set(app.state[name])])) });

  // of a relation's statements those that the filters mean; a relation may rest on others too
  app.fits = (held) => (!app.state.from && !app.state.to ? true : Boolean(held.release.date) && during(held.release.date, app.state))
    && !app.state.statuses.includes(held.status) && !app.state.bases.includes(held.basis);

  // relations that match all filters but one: what the numbers beside that filter count
  app.matching = (except = null) => {
    const s = sets(), near = surroundings(s.around, s.hops), hidden = app.hiddenHere();
    const checks = Object.keys(CHECKS).filter((name) => name !== except && (name === "time" ? s.from || s.to : s[name].size)).map((name) => CHECKS[name]);
    return app.relations.filter((relation) => !hidden.lines.has(relation.line) && !hidden.nodes.has(relation.subject) && !hidden.nodes.has(relation.object)
      && (!near || (near.has(relation.subject) && near.has(relation.object))) && checks.every((check) => check(relation, s)));
  };

  app.hiddenHere = () => {
    const targets = app.state.hidden.map(app.target).filter(Boolean);
    const ids = (name) => new Set(targets.map((target) => target[name]).filter((id) => id !== undefined));
    return { nodes: ids("node"), lines: ids("line") };
  };

  const ids = (keys) => keys.map(app.node).filter(Boolean).map((node) => node.id);

  function surroundings(key, hops) {
    const focus = key && app.node(key);
    if (!focus) return null;
    const found = new Set([focus.id]);
    let edge = [focus.id];
    for (let step = 0; step < hops; step += 1) {
      const next = [];
      for (const id of edge)
        for (const line of app.nodes[id].lines)
          for (const end of line.ends) if (!found.has(end)) { found.add(end); next.push(end); }
      edge = next;
    }
    return found;
  }

  app.asked = () => ids(app.state.added);

  app.choose = () => {
    const matched = app.matching(), lines = new Map();
    for (const relation of matched) {
      if (!lines.has(relation.line)) lines.set(relation.line, []);
      lines.get(relation.line).push(relation);
    }
    const route = app.route();
    for (const id of route.lines) if (!lines.has(id)) lines.set(id, app.lines[id].relations); // a path is shown whatever the filters say
    const ranked = [...lines.keys()].map((id) => app.lines[id]).sort((a, b) => b.sentences - a.sentences || a.id - b.id);
    const nodes = new Set(ranked.flatMap((line) => line.ends));
    const shown = app.state.all ? new Set(nodes) : app.strongest(ranked, nodes, app.asked());
    const hidden = app.hiddenHere().nodes;
    for (const id of [...ids(app.state.pinned).filter((id) => !hidden.has(id)), ...route.nodes]) { shown.add(id); nodes.add(id); }
    const visible = ranked.filter((line) => line.ends.every((end) => shown.has(end)));
    const relations = visible.flatMap((line) => lines.get(line.id));
    return { nodes: shown, lines: visible, relations, of: lines, route, allNodes: nodes.size, allRelations: [...lines.values()].reduce((n, held) => n + held.length, 0) };
  };
})(window.relgraph);
