// Paths between two nodes: fewest steps, and of those the best evidenced; `relgraph network path` chooses in the same way.
(function (app) {
  "use strict";
  const LESS = 1e-4; // a step counts 1 and up to so much more the fewer its sentences
  const MOST = 3;
  let known = { key: "", found: [] };

  const weight = (line) => line.relations.reduce((sum, relation) => sum + relation.sentences, 0);
  const between = (a, b) => app.nodes[a].lines.find((line) => line.ends.includes(a) && line.ends.includes(b) && a !== b);
  const lengthOf = (path) => path.slice(1).reduce((sum, id, i) => sum + 1 + LESS / weight(between(path[i], id)), 0);

  // shortest path by steps, then evidence, then the order of nodes; without some nodes and some steps
  function shortest(start, end, nodes = new Set(), steps = new Set()) {
    const best = new Map([[start, { length: 0, path: [start] }]]);
    let edge = [start];
    while (edge.length && !best.has(end)) {
      const next = new Map();
      for (const at of edge)
        for (const line of app.nodes[at].lines) {
          const to = line.ends[0] === at ? line.ends[1] : line.ends[0];
          if (to === at || best.has(to) || nodes.has(to) || steps.has(`${at} ${to}`)) continue;
          const length = best.get(at).length + 1 + LESS / weight(line);
          if (!next.has(to) || length < next.get(to).length - 1e-12) next.set(to, { length, path: [...best.get(at).path, to] });
        }
      for (const [id, way] of next) best.set(id, way);
      edge = [...next.keys()];
    }
    return best.get(end)?.path ?? null;
  }

  // up to `count` paths, the best first (J. Y. Yen, Finding the k shortest loopless paths, Management Science 17, 1971)
  app.paths = (start, end, count = MOST) => {
    const first = start === end ? null : shortest(start, end);
    const found = first ? [first] : [], candidates = new Map();
    while (found.length && found.length < count) {
      const last = found[found.length - 1];
      for (let i = 0; i < last.length - 1; i += 1) {
        const root = last.slice(0, i + 1);
        const used = found.filter((path) => root.every((id, at) => path[at] === id)).map((path) => `${path[i]} ${path[i + 1]}`);
        const spur = shortest(last[i], end, new Set(root), new Set(used));
        if (spur) candidates.set([...root, ...spur.slice(1)].join(" "), [...root, ...spur.slice(1)]);
      }
      for (const path of found) candidates.delete(path.join(" "));
      const [best] = [...candidates.values()].sort((a, b) => lengthOf(a) - lengthOf(b));
      if (!best) break;
      found.push(best);
    }
    return found;
  };

  // the paths that the state asks for, and the one that is drawn: its nodes in order, and its lines
  app.routes = () => {
    const ends = app.state.path.map(app.node), key = `${app.state.path.join(" ")} ${app.relations.length}`;
    if (ends.length < 2 || ends.includes(undefined)) return [];
    if (known.key !== key) known = { key, found: app.paths(ends[0].id, ends[1].id) };
    return known.found;
  };
  app.route = () => {
    const routes = app.routes(), nodes = routes[Math.min(app.state.way, routes.length) - 1] || [];
    return { nodes, lines: nodes.slice(1).map((id, i) => between(nodes[i], id).id) };
  };
})(window.relgraph);
