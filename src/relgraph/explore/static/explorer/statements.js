// A sentence with all that is known of it: when and by whom it was published, its status, on what the reading rests.
(function (app) {
  "use strict";
  const spoken = (release) => release.language || "de";

  app.statement = (held) => {
    const quote = app.element("blockquote", { lang: spoken(held.release) }, held.sentence);
    const caption = app.element("figcaption", {}, source(held), chips(held), details(held));
    return app.element("figure", {}, quote, caption);
  };

  // those that the filters mean; the others are said, and shown when asked for
  app.statements = (relations) => app.whenKnown("div", {}, relations, (statements) => {
    const meant = statements.filter(app.fits), others = statements.filter((held) => !app.fits(held));
    if (!others.length) return meant.map(app.statement);
    const more = app.button(app.count("more_statements", others.length), () => more.replaceWith(...others.map(app.statement)));
    return [...meant.map(app.statement), more];
  });

  function source({ release, sentence, evidence }) {
    const where = [app.date(release.date), release.publisher].filter(Boolean).join(" · ");
    const own = app.pageOf(evidence);
    const link = own ? app.element("a", { href: own }, app.say("in_release")) : "";
    return app.element("div", {}, app.element("div", { class: "muted" }, where), app.releaseLink(release, sentence), link && " · ", link);
  }

  app.releaseLink = (release, sentence = "") => {
    const href = app.original(release.url, sentence);
    if (!href) return app.element("span", { lang: spoken(release) }, release.title);
    return app.element("a", { href, target: "_blank", rel: "noopener noreferrer", lang: spoken(release), title: `${app.say("open_release")} ${app.say("new_window")}` }, release.title);
  };

  function chips(held) {
    const list = app.element("ul", { class: "chips" });
    const add = (text, kind = "") => list.append(app.element("li", { class: `chip ${kind}` }, text));
    add(app.label("statuses", held.status), `status status-${held.status}`);
    add(held.reviewer ? app.say("reviewed_by", { name: held.reviewer, date: app.date(held.reviewed_on) }) : app.label("bases", held.basis), "basis");
    if (held.basis === "machine") add(app.say("confidence", { n: Math.round(held.confidence * 100) }));
    for (const topic of held.topics) add(app.topicName(topic));
    return list;
  }

  function details(held) {
    const rows = app.element("div", { class: "muted" });
    const add = (key, ...content) => rows.append(app.element("div", {}, `${app.say(key)} `, ...content));
    if (held.role) add("role", held.role);
    if (held.amount) add("amount", held.amount);
    if (held.document !== undefined) add("document", app.nodeButton(app.nodes[held.document]));
    if (held.event !== undefined) add("event", app.nodeButton(app.nodes[held.event]));
    const span = held.from || held.until ? `${held.from ? app.date(held.from) : "…"} – ${held.until ? app.date(held.until) : "…"}` : "";
    if (held.date || span) add("time", [held.date && app.date(held.date), span].filter(Boolean).join(", "));
    if (held.rule && held.basis !== "curated") rows.append(app.element("div", {}, app.say("rule", { name: held.rule })));
    return rows;
  }
})(window.relgraph);
