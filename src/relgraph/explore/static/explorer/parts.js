// Small pieces of pages. Text of releases is foreign text: it reaches the page through textContent only.
(function (app) {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const filled = (made, attributes) => {
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
    return made;
  };

  app.element = (tag, attributes = {}, ...children) => {
    const made = filled(document.createElement(tag), attributes);
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };
  app.drawing = (tag, attributes = {}, ...children) => {
    const made = filled(document.createElementNS(SVG, tag), attributes);
    made.append(...children);
    return made;
  };

  app.button = (text, action, kind = "link") => {
    const made = app.element("button", { type: "button", class: kind }, text);
    made.addEventListener("click", action);
    return made;
  };

  app.sign = (type) => {
    const look = app.data.looks[type];
    return app.drawing("svg", { viewBox: "0 0 16 16", class: `sign hue-${look.hue}${type === "Topic" ? " hollow" : ""}`, "aria-hidden": "true" },
      app.drawing("path", { d: app.data.outlines[look.shape] }));
  };

  app.nodeButton = (node) => app.button(app.name(node), () => app.select({ node: node.id }, true));
  app.signed = (node) => app.element("span", { class: "signed" }, app.sign(node.type), app.nodeButton(node)); // on one line
  app.toggle = (list, value) => {
    const at = list.indexOf(value);
    if (at < 0) list.push(value);
    else list.splice(at, 1);
  };

  // filled as soon as the evidence of the relations is there
  app.whenKnown = (tag, attributes, relations, content) => {
    if (app.isMuch(relations)) return app.element(tag, attributes, tag === "p" ? app.say("behind_much", { n: app.number(relations.reduce((sum, one) => sum + one.sentences, 0)) }) : "");
    const made = app.element(tag, { ...attributes, "aria-busy": "true" });
    app.evidence(relations).then((statements) => { made.append(...[content(statements)].flat()); made.removeAttribute("aria-busy"); }, () => {});
    return made;
  };

  // bars of releases over the years, each with its number for those who cannot see them
  app.bars = (counts, label) => {
    const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())], most = Math.max(...counts.values());
    const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const chart = app.drawing("svg", { class: "bars", viewBox: `0 0 ${years.length * 10} 32`, preserveAspectRatio: "none", role: "img",
      "aria-label": `${label}: ${years.filter((year) => counts.get(year)).map((year) => `${year}: ${app.number(counts.get(year))}`).join("; ")}` });
    for (const [i, year] of years.entries()) {
      const n = counts.get(year) || 0, height = n ? Math.max(3, (n / most) * 32) : 0;
      chart.append(app.drawing("rect", { x: i * 10 + 1, y: 32 - height, width: 8, height }, app.drawing("title", {}, `${year}: ${n}`)));
    }
    return app.element("div", { class: "timeline" }, chart, app.element("p", { class: "muted small", "aria-hidden": "true" },
      app.element("span", {}, String(first)), app.element("span", {}, first === last ? "" : String(last))));
  };
})(window.relgraph);
