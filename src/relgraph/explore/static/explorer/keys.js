// What stands for a node, a line or a relation in the state and the address: parts of IRIs, which outlive a rebuilt page.
(function (app) {
  "use strict";
  const { base } = app.data, id = `${base}id/`;
  const JOIN = "~";
  const byKey = new Map();
  let indexed = 0;

  // country/JP, topic/robotics; an IRI of somebody else stays whole
  app.key = (node) => (node.key ??= cut(node.iri).replaceAll(JOIN, "%7E"));
  const cut = (iri) => (iri.startsWith(id) ? iri.slice(id.length) : iri.startsWith(base) ? iri.slice(base.length) : iri);

  // nodes may join later, so the index grows when it is asked
  app.node = (key) => {
    for (; indexed < app.nodes.length; indexed += 1) byKey.set(app.key(app.nodes[indexed]), app.nodes[indexed]);
    return byKey.get(key);
  };

  app.lineKey = (line) => line.ends.map((end) => app.key(app.nodes[end])).sort().join(JOIN);
  app.line = (key) => {
    const [one, other] = key.split(JOIN).map(app.node);
    return one && other && one.lines.find((line) => line.ends.includes(one.id) && line.ends.includes(other.id) && (one !== other || line.ends[0] === line.ends[1]));
  };

  app.relationKey = (relation) =>
    [app.key(app.nodes[relation.subject]), relation.type, app.key(app.nodes[relation.object])].join(JOIN);
  app.relation = (key) => {
    const [subject, type, object] = key.split(JOIN);
    const [from, to] = [app.node(subject), app.node(object)];
    return from && to && from.relations.find((relation) => relation.type === type && relation.subject === from.id && relation.object === to.id);
  };

  // {node}, {line} or {line, relation}: what a key of any kind means here, or null
  app.target = (key) => {
    const parts = key.split(JOIN).length;
    const node = parts === 1 && app.node(key), line = parts === 2 && app.line(key), relation = parts === 3 && app.relation(key);
    if (node) return { node: node.id };
    if (line) return { line: line.id };
    return relation ? { line: relation.line, relation: relation.id } : null;
  };
  app.keyOf = (target) => {
    if (!target) return "";
    if (target.node !== undefined) return app.key(app.nodes[target.node]);
    return target.relation === undefined ? app.lineKey(app.lines[target.line]) : app.relationKey(app.relations[target.relation]);
  };
  app.known = (key) => app.target(key) !== null;
})(window.relgraph);
