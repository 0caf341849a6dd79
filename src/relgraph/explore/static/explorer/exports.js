// The view as text for other programs: CSV of sentences, GraphML, Turtle. What it holds is what the picture shows.
(function (app) {
  "use strict";
  // characters that XML forbids; `relgraph.network.flat` replaces the same
  app.clean = (text) => String(text).replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
  const iriOf = (id) => app.nodes[id].iri;

  // statements of the view that the filters mean, each with its relation
  app.stated = async () => (await app.evidence(app.view.relations)).filter(app.fits);

  const COLUMNS = {
    relation: (held) => held.iri,
    type: (held) => held.relation.type,
    status: (held) => held.status,
    subject: (held) => iriOf(held.relation.subject),
    subject_label: (held) => app.name(app.nodes[held.relation.subject]),
    object: (held) => iriOf(held.relation.object),
    object_label: (held) => app.name(app.nodes[held.relation.object]),
    topics: (held) => held.topics.join(" "),
    document: (held) => held.document !== undefined && app.name(app.nodes[held.document]),
    event: (held) => held.event !== undefined && app.name(app.nodes[held.event]),
    role: (held) => held.role,
    amount: (held) => held.amount,
    date: (held) => held.date,
    from: (held) => held.from,
    until: (held) => held.until,
    confidence: (held) => String(held.confidence),
    rule: (held) => held.rule,
    basis: (held) => held.basis,
    reviewer: (held) => held.reviewer,
    reviewed_on: (held) => held.reviewed_on,
    sentence: (held) => held.sentence,
    release: (held) => held.release.iri,
    release_title: (held) => held.release.title,
    release_date: (held) => held.release.date,
    publisher: (held) => held.release.publisher,
    url: (held) => held.release.url,
  };

  // one line a sentence; what a spreadsheet would take for a formula begins with an apostrophe
  app.asCsv = async () => {
    const cell = (value) => `"${String(value || "").toWellFormed().replace(/^(?=[=+\-@\t\r])/, "'").replace(/"/g, '""')}"`;
    const rows = (await app.stated()).map((held) => Object.values(COLUMNS).map((column) => cell(column(held))).join(","));
    return `\ufeff${[Object.keys(COLUMNS).join(","), ...rows].join("\r\n")}\r\n`;
  };

  // the same attributes as `relgraph.network.graphml`
  const NODE = {
    label: (node) => node.label, label_en: (node) => node.label_en, type: (node) => node.type, code: (node) => node.code,
    part_of: (node) => (node.part_of === undefined ? undefined : iriOf(node.part_of)), same_as: (node) => node.same_as && [node.same_as].flat().join(" "),
  };
  const EDGE = {
    type: (held) => held.type, sentences: (held) => held.sentences, releases: (held) => held.releases, first: (held) => held.first,
    last: (held) => held.last, topics: (held) => held.topics.join(" "), statuses: (held) => held.statuses.join(" "), bases: (held) => held.bases.join(" "),
    years: (held) => held.years.join(" "), regions: (held) => held.regions.map(iriOf).join(" "),
  };
  const XML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };
  const xml = (text) => app.clean(text).replace(/[&<>"\t\n\r]/g, (character) => XML[character]);

  app.asGraphml = async () => {
    const key = (scope) => ([name]) => `  <key id="${scope}-${name}" for="${scope}" attr.name="${name}" attr.type="${["sentences", "releases"].includes(name) ? "long" : "string"}"/>`;
    const data = (scope, columns, held) => Object.entries(columns).map(([name, column]) => [name, column(held)])
      .filter(([, value]) => value !== undefined && value !== null).map(([name, value]) => `<data key="${scope}-${name}">${xml(value)}</data>`).join("");
    const nodes = [...app.view.nodes].map((id) => `    <node id="${xml(iriOf(id))}">${data("node", NODE, app.nodes[id])}</node>`);
    const edges = app.view.relations.map((held, i) =>
      `    <edge id="e${i}" source="${xml(iriOf(held.subject))}" target="${xml(iriOf(held.object))}">${data("edge", EDGE, held)}</edge>`);
    return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      ...Object.entries(NODE).map(key("node")), ...Object.entries(EDGE).map(key("edge")),
      '  <graph edgedefault="directed">', ...nodes, ...edges, "  </graph>", "</graphml>", ""].join("\n");
  };
})(window.relgraph);
