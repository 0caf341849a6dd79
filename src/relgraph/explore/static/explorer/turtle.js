// The view as Turtle: its entities, and its relations with their sentences, as they stand in the store.
(function (app) {
  "use strict";
  const PREFIXES = {
    rg: app.data.bases.ontology, topic: app.data.bases.topic, dcterms: "http://purl.org/dc/terms/", oa: "http://www.w3.org/ns/oa#", owl: "http://www.w3.org/2002/07/owl#",
    prov: "http://www.w3.org/ns/prov#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#",
  };
  const SHORT = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const spelt = (character) => SHORT[character] || `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  const iri = (text) => `<${text.toWellFormed().replace(/[\x00-\x20<>"{}|^`\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;
  const text = (value, language = "") => `"${String(value).toWellFormed().replace(/[\x00-\x1f\x7f-\x9f"\\\u2028\u2029\ufffe\uffff]/g, spelt)}"${language && `@${language}`}`;
  const moment = (date) => `"${date}"^^xsd:${{ 4: "gYear", 7: "gYearMonth" }[date.length] || "date"}`;
  const decimal = (number) => `"${/e/.test(String(number)) ? number.toFixed(12).replace(/0+$/, "") : number}"^^xsd:decimal`;
  const className = (type) => `rg:${type[0].toUpperCase()}${type.slice(1)}`;

  // pairs of predicate and value; those without a value are left out
  const block = (subject, pairs) => {
    const held = pairs.filter(([, value]) => value !== undefined && value !== null && value !== "");
    return held.length ? `${subject} ${held.map(([predicate, value]) => `${predicate} ${value}`).join(" ;\n  ")} .\n` : "";
  };

  function entity(node) {
    if (node.type === "Topic") {
      const names = Object.entries(app.data.topics[node.iri.slice(PREFIXES.topic.length)] || {});
      return block(iri(node.iri), [["a", "rg:Topic"], ...names.map(([language, name]) => ["skos:prefLabel", text(name, language)])]);
    }
    return block(iri(node.iri), [
      ["a", `rg:${node.type}`], ["rdfs:label", text(node.label, "de")], ["rdfs:label", node.label_en && text(node.label_en, "en")],
      ["rg:code", node.code && text(node.code)], ["rg:partOf", node.part_of !== undefined && iri(app.nodes[node.part_of].iri)],
      ...[node.same_as || []].flat().map((same) => ["owl:sameAs", iri(same)]),
    ].filter(([, value]) => value));
  }

  function relation(held, topics) {
    const ends = [app.nodes[held.relation.subject], app.nodes[held.relation.object]], [subject, object] = held.turned ? ends.reverse() : ends;
    const when = held.date || held.from || held.release.date, language = held.release.language || "de";
    const node = (id) => id !== undefined && iri(app.nodes[id].iri);
    return block(iri(held.iri), [
      ["a", `rg:Relation , ${className(held.relation.type)}`], ["rg:subject", iri(subject.iri)], ["rg:object", object.type !== "Topic" && iri(object.iri)],
      ["rg:document", node(held.document)], ["rg:event", node(held.event)], ...topics.map((topic) => ["rg:topic", iri(PREFIXES.topic + topic)]),
      ["rg:status", `rg:${held.status}`], ["rg:confidence", decimal(held.confidence)], ["rg:rule", held.rule && text(held.rule)], ["rg:basis", `rg:${held.basis}`],
      ["rg:reviewer", held.reviewer && text(held.reviewer)], ["rg:reviewedOn", held.reviewed_on && moment(held.reviewed_on)],
      ["rg:role", held.role && text(held.role, language)], ["rg:amount", held.amount && text(held.amount, language)],
      ...["date", "from", "until"].map((name) => [`rg:${name}`, held[name] && moment(held[name])]), ["rg:when", when && moment(when)],
      ["rg:evidence", held.evidence && iri(held.evidence)], ["prov:wasDerivedFrom", iri(held.release.iri)],
    ].filter(([, value]) => value));
  }

  function evidence(held) {
    if (!held.evidence) return "";
    const [, start, end] = /(\d+)-(\d+)$/.exec(held.evidence) || [], quote = iri(`${held.evidence}#quote`), position = iri(`${held.evidence}#position`);
    const source = iri(held.release.iri);
    return block(iri(held.evidence), [["a", "rg:Evidence , oa:SpecificResource"], ["oa:hasSource", source], ["oa:hasSelector", `${quote} , ${position}`], ["prov:wasDerivedFrom", source]])
      + block(quote, [["a", "oa:TextQuoteSelector"], ["oa:exact", text(held.sentence, held.release.language || "de")]])
      + block(position, [["a", "oa:TextPositionSelector"], ["oa:start", start], ["oa:end", end]]);
  }

  function release(held) {
    return block(iri(held.iri), [
      ["a", "rg:Release"], ["dcterms:title", text(held.title, held.language || "de")], ["dcterms:issued", held.date && moment(held.date)],
      ["dcterms:publisher", held.publisher && text(held.publisher)], ["dcterms:source", held.url && iri(held.url)],
    ].filter(([, value]) => value));
  }

  const once = (list, key) => [...new Map(list.map((one) => [key(one), one])).values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));

  app.asTurtle = async () => {
    const stated = await app.stated();
    const nodes = new Set(app.view.nodes);
    for (const held of stated) for (const id of [held.document, held.event]) if (id !== undefined) nodes.add(id);
    const parts = [
      ...once([...nodes].map((id) => app.nodes[id]), (node) => node.iri).map(entity),
      ...once(stated, (held) => held.iri).map((held) => relation(held, held.topics)),
      ...once(stated.filter((held) => held.evidence), (held) => held.evidence).map(evidence),
      ...once(stated.map((held) => held.release), (held) => held.iri).map(release),
    ];
    return `${Object.entries(PREFIXES).map(([prefix, base]) => `@prefix ${prefix}: <${base}> .`).join("\n")}\n\n${parts.filter(Boolean).join("\n")}`;
  };
})(window.relgraph);
