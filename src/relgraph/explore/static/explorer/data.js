// What the page knows: nodes, lines and relations, which may grow; and the sentences behind them, read when asked for.
window.relgraph = {};
(function (app) {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const byIri = new Map(), byEnds = new Map(), byKey = {}, spans = new Map();
  const symmetrics = new Set(data.symmetric);
  Object.assign(data, { topics: {}, territories: {} });
  Object.assign(app, { data, nodes: [], lines: [], relations: [], drawn: [], most: 1 });

  // a table by column (columns.py), or a list of objects as it is
  function rows(table) {
    if (!table || Array.isArray(table)) return (table || []).map((row) => ({ ...row }));
    const made = [];
    for (const [name, column] of Object.entries(table)) {
      const plain = Array.isArray(column), size = (plain ? column : column.at).length;
      for (let i = 0; i < size; i += 1) (made[i] ||= {})[name] = (plain ? column[i] : column.of[column.at[i]]) ?? undefined;
    }
    return made;
  }

  app.rows = rows;
  app.iri = (short) => (/^[a-z][a-z0-9+.-]*:/i.test(short) ? short : data.base + short);
  app.find = (iri) => byIri.get(app.iri(iri));
  app.other = (relation, node) => app.nodes[relation.subject === node.id ? relation.object : relation.subject];

  // Takes in a part {nodes, lines, relations, topics, territories}, whose ends are IRIs or numbers within it. What is
  // known already is not added again. Gives nodes and relations of the part as they now stand in the page.
  app.join = (part) => {
    Object.assign(data.topics, part.topics);
    Object.assign(data.territories, part.territories);
    const given = rows(part.nodes), wholes = given.map((one) => one.part_of), nodes = given.map(joinNode);
    const at = (end) => (end === undefined ? undefined : typeof end === "number" ? nodes[end].id : app.find(end)?.id);
    wholes.forEach((whole, index) => { nodes[index].part_of ??= at(whole); });
    const lines = rows(part.lines).map((one) => joinLine(at(one.low), at(one.high), one.sentences));
    const relations = rows(part.relations).map((one) => joinRelation(one, lines, at));
    app.drawn = app.nodes.filter((node) => node.lines.length > 0);
    app.most = app.nodes.reduce((most, node) => Math.max(most, node.sentences), 1);
    return { nodes, relations };
  };

  function joinNode(one) {
    const iri = app.iri(one.iri);
    let node = byIri.get(iri);
    if (!node) {
      // `named`: relations that name it as their document or event
      node = Object.assign(one, { id: app.nodes.length, iri, part_of: undefined, sentences: one.sentences ?? 0, lines: [], relations: [], named: [] });
      byIri.set(iri, node);
      app.nodes.push(node);
    } else if (one.sentences > node.sentences) node.sentences = one.sentences;
    return node;
  }

  // one number for two ends, whichever comes first; for millions of nodes
  const pair = (one, other) => Math.min(one, other) * 2 ** 24 + Math.max(one, other);

  function joinLine(low, high, sentences = 0) {
    const key = pair(low, high);
    let line = byEnds.get(key);
    if (!line) {
      line = { id: app.lines.length, ends: [low, high], sentences: 0, relations: [] };
      byEnds.set(key, line);
      app.lines.push(line);
      app.nodes[low].lines.push(line);
      if (low !== high) app.nodes[high].lines.push(line);
    }
    line.sentences = Math.max(line.sentences, sentences);
    return line;
  }

  function joinRelation(one, lines, at) {
    const subject = at(one.subject), object = at(one.object), symmetric = symmetrics.has(one.type);
    const key = symmetric || subject < object ? pair(subject, object) : -1 - pair(subject, object); // a direction is told by its sign
    const byPair = byKey[one.type] ||= new Map(), known = byPair.get(key);
    if (known) return known;
    const line = one.line === undefined ? joinLine(subject, object, one.sentences) : lines[one.line];
    const names = one.names ? one.names.map(at) : [], regions = one.regions ? one.regions.map(at) : [];
    const relation = Object.assign(one, { id: app.relations.length, regions, subject, object, symmetric, line: line.id, years: one.years || years(one), names });
    byPair.set(key, relation);
    app.relations.push(relation);
    line.relations.push(relation);
    app.nodes[subject].relations.push(relation);
    if (subject !== object) app.nodes[object].relations.push(relation);
    for (const id of names) app.nodes[id].named.push(relation);
    return relation;
  }

  // of one span there is one list, for there are many relations
  function years({ first, last }) {
    const span = first ? `${first.slice(0, 4)} ${last.slice(0, 4)}` : "";
    if (!spans.has(span)) spans.set(span, span ? [...new Set(span.split(" "))] : []);
    return spans.get(span);
  }

  // Statements behind relations, in their order: {relation, iri, sentence, release, status, confidence, basis, …}
  app.evidence = async (relations) => {
    const missing = relations.filter((relation) => !relation.statements);
    if (missing.length) await app.load(missing);
    return relations.flatMap((relation) => relation.statements);
  };

  // Where statements come from: here a block at the end of the page; it gives every relation its statements
  app.load = async () => {
    if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
    app.attach(JSON.parse(document.getElementById("evidence").textContent), opened);
  };

  // gives relations their statements: of tables (evidence.py), whose numbers are those of a part as `join` gave it
  app.attach = (held, joined) => {
    const releases = rows(held.releases), sentences = rows(held.sentences), at = (number) => joined.nodes[number]?.id;
    for (const release of releases) release.iri = app.iri(release.iri);
    const open = new Set(joined.relations.filter((relation) => !relation.statements));
    for (const relation of open) relation.statements = [];
    for (const one of rows(held.statements)) {
      const relation = joined.relations[one.relation], { text, release } = sentences[one.sentence];
      if (!open.has(relation)) continue; // which has them already
      relation.statements.push({
        ...one, relation, iri: app.iri(one.iri), evidence: one.evidence && app.iri(one.evidence), sentence: text, release: releases[release],
        topics: one.topics || [], document: at(one.document), event: at(one.event),
      });
    }
  };

  // How many sentences and releases statements stand on
  app.sources = (statements) => {
    const releases = new Set(statements.map((held) => held.release.iri));
    return { sentences: new Set(statements.map((held) => `${held.release.iri} ${held.sentence}`)).size, releases: releases.size };
  };

  // Sentences behind some relations of a line; where one sentence states several of those, it may count twice
  app.strength = (line, relations) => relations.length === line.relations.length
    ? line.sentences : Math.min(line.sentences, relations.reduce((sum, relation) => sum + relation.sentences, 0));

  const opened = app.join(data.part);
  delete data.part;
})(window.relgraph);
