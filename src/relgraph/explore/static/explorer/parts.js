// Small pieces of pages. Text of releases is foreign text: it reaches the page through textContent only.
(function (app) {
  "use strict";
  app.element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  app.button = (text, action, kind = "link") => {
    const made = app.element("button", { type: "button", class: kind }, text);
    made.addEventListener("click", action);
    return made;
  };

  app.sign = (type) => {
    const look = app.data.looks[type], space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", `sign hue-${look.hue}${type === "Topic" ? " hollow" : ""}`);
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", app.data.outlines[look.shape]);
    svg.append(path);
    return svg;
  };

  app.nodeButton = (node) => app.button(app.name(node), () => app.select({ node: node.id }, true));

  // only http and https; the fragment lets browsers that know it jump to the sentence
  app.address = (url, sentence) => {
    if (!url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
    const words = sentence.trim().split(/\s+/);
    const code = (part) => encodeURIComponent(part.join(" ")).replace(/-/g, "%2D");
    const text = words.length > 14 ? `${code(words.slice(0, 5))},${code(words.slice(-5))}` : code(words);
    return `${new URL(url).href}${url.includes("#") ? "" : "#"}:~:text=${text}`;
  };

  app.statement = (held) => {
    const quote = app.element("blockquote", { lang: "de" }, held.sentence);
    const caption = app.element("figcaption", {}, source(held.release, held.sentence), chips(held), details(held));
    return app.element("figure", {}, quote, caption);
  };

  // filled as soon as the evidence of the relations is there
  app.whenKnown = (tag, attributes, relations, content) => {
    const made = app.element(tag, { ...attributes, "aria-busy": "true" });
    app.evidence(relations).then((statements) => { made.append(...[content(statements)].flat()); made.removeAttribute("aria-busy"); });
    return made;
  };
  app.statements = (relations) => app.whenKnown("div", {}, relations, (held) => held.map(app.statement));

  function source(release, sentence) {
    const where = [app.date(release.date), release.publisher].filter(Boolean).join(" · ");
    const href = app.address(release.url, sentence);
    const title = href
      ? app.element("a", { href, target: "_blank", rel: "noopener noreferrer", lang: "de", title: `${app.say("open_release")} ${app.say("new_window")}` }, release.title)
      : app.element("span", { lang: "de" }, release.title);
    return app.element("div", {}, app.element("div", { class: "muted" }, where), title);
  }

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
    if (held.rule) rows.append(app.element("div", {}, app.say("rule", { name: held.rule })));
    return rows;
  }
})(window.relgraph);
