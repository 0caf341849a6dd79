// What is shown: the relations that match every filter, and of their lines the strongest that fit.
(function (app) {
  "use strict";
  const fresh = () => ({
    types: new Set(), relations: new Set(), statuses: new Set(), // what is switched off
    topics: new Set(), // what is asked for; nothing means everything
    from: "", to: "",
    around: null, hops: 1,
    pinned: new Set(), all: false,
  });
  app.state = fresh();
  app.resetState = () => { app.state = fresh(); };

  const year = (date) => (date || "").slice(0, 4);
  const checks = {
    types: (r, s) => !s.types.has(app.nodes[r.subject].type) && !s.types.has(app.nodes[r.object].type),
    relations: (r, s) => !s.relations.has(r.type),
    statuses: (r, s) => r.statuses.some((status) => !s.statuses.has(status)),
    topics: (r, s) => s.topics.size === 0 || r.topics.some((topic) => s.topics.has(topic)),
    years: (r, s) => (!s.from && !s.to) || (!!r.last && (!s.from || year(r.last) >= s.from) && (!s.to || year(r.first) <= s.to)),
  };

  app.filtered = () => {
    const s = app.state;
    return s.types.size + s.relations.size + s.statuses.size + s.topics.size > 0 || Boolean(s.from || s.to);
  };

  // relations that match all filters but one: what the numbers beside that filter count
  app.matching = (except = null) => {
    const near = app.state.around === null ? null : surroundings(app.state.around, app.state.hops);
    const names = Object.keys(checks).filter((name) => name !== except);
    return app.relations.filter((relation) =>
      (!near || (near.has(relation.subject) && near.has(relation.object))) &&
      names.every((name) => checks[name](relation, app.state)));
  };

  function surroundings(focus, hops) {
    const found = new Set([focus]);
    let edge = [focus];
    for (let step = 0; step < hops; step += 1) {
      const next = [];
      for (const id of edge)
        for (const line of app.nodes[id].lines)
          for (const end of line.ends) if (!found.has(end)) { found.add(end); next.push(end); }
      edge = next;
    }
    return found;
  }

  // lines stand in the order of their evidence; the page's first view was laid out by the same choice (lines.py)
  app.choose = () => {
    const matched = app.matching();
    const lines = new Map();
    for (const relation of matched) {
      if (!lines.has(relation.line)) lines.set(relation.line, []);
      lines.get(relation.line).push(relation);
    }
    const ranked = [...lines.keys()].sort((a, b) => a - b).map((id) => app.lines[id]);
    const nodes = new Set(ranked.flatMap((line) => line.ends));
    const shown = app.state.all ? nodes : strongest(ranked, nodes);
    const visible = ranked.filter((line) => line.ends.every((end) => shown.has(end)));
    const relations = visible.flatMap((line) => lines.get(line.id));
    return { nodes: shown, lines: visible, relations, of: lines, allNodes: nodes.size, allRelations: matched.length };
  };

  function strongest(ranked, matched) {
    const limit = app.data.limit;
    const shown = new Set();
    if (app.data.focus !== null && matched.has(app.data.focus)) shown.add(app.data.focus);
    const add = (line) => {
      const fresh = [...new Set(line.ends)].filter((end) => !shown.has(end));
      if (shown.size + fresh.length <= limit) fresh.forEach((end) => shown.add(end));
    };
    ranked.forEach(add);
    for (const id of app.state.pinned) {
      if (!matched.has(id)) continue;
      shown.add(id); // what was looked up comes on top, with its strongest ties
      const ties = ranked.filter((line) => line.ends.includes(id));
      if (!ties.some((line) => line.ends.every((end) => shown.has(end) )))
        ties.slice(0, 12).forEach((line) => line.ends.forEach((end) => shown.add(end)));
    }
    return shown;
  }
})(window.relgraph);
