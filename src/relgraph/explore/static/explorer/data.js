// The data of the page, and who hangs together with whom. Everything the page knows stands in one JSON block.
window.relgraph = {};
(function (app) {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  app.data = data;
  app.nodes = data.nodes;
  app.lines = data.edges.map((edge) => ({ id: edge.id, ends: [edge.from, edge.to], relations: [] }));
  app.relations = data.relations;
  for (const node of app.nodes) {
    node.type = node.group;
    node.lines = [];
    node.relations = [];
    node.named = []; // relations that name it as their document or event
  }
  for (const line of app.lines) for (const end of new Set(line.ends)) app.nodes[end].lines.push(line);
  app.relations.forEach((relation, index) => {
    relation.id = index;
    relation.symmetric = data.symmetric.includes(relation.type);
    app.lines[relation.line].relations.push(relation);
    for (const end of new Set([relation.subject, relation.object])) app.nodes[end].relations.push(relation);
    const named = new Set(relation.statements.flatMap((held) => [held.document, held.event]));
    for (const id of named) if (id !== undefined) app.nodes[id].named.push(relation);
  });
  app.drawn = app.nodes.filter((node) => node.lines.length > 0);
  app.other = (relation, node) => app.nodes[relation.subject === node.id ? relation.object : relation.subject];

  app.sources = (relations) => {
    const sentences = new Set(relations.flatMap((relation) => relation.statements.map((held) => held.sentence)));
    const releases = new Set([...sentences].map((index) => data.sentences[index][1]));
    return { sentences: sentences.size, releases: releases.size };
  };
})(window.relgraph);
