// What the picture shows, to take away: as picture, as data, on paper.
(function (app) {
  "use strict";
  const menu = document.getElementById("download");
  const KINDS = {
    png: ["image/png", () => app.asPng()],
    svg: ["image/svg+xml", () => app.svgText()],
    csv: ["text/csv;charset=utf-8", () => app.asCsv()],
    graphml: ["application/xml", () => app.asGraphml()],
    ttl: ["text/turtle;charset=utf-8", () => app.asTurtle()],
  };

  async function save(kind) {
    const [type, make] = KINDS[kind];
    const address = URL.createObjectURL(new Blob([await make()], { type }));
    const link = app.element("a", { href: address, download: `relgraph.${kind}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    close();
    document.getElementById("download-state").textContent = app.say("saved", { name: `relgraph.${kind}` });
  }

  function close() {
    if (!menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  for (const button of menu.querySelectorAll("[data-kind]")) button.addEventListener("click", () => save(button.dataset.kind));
  document.getElementById("print").addEventListener("click", async () => { close(); await app.paper(); window.print(); });
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  document.addEventListener("click", (event) => { if (menu.open && !menu.contains(event.target)) menu.open = false; });

  // on paper: the picture with numbers in its signs, what they mean, and every sentence; in light colours
  app.paper = async () => {
    const statements = await app.stated();
    document.getElementById("paper").replaceChildren(app.asSvg({ paper: true }), legend(), sentences(statements));
  };

  function legend() {
    const types = Object.keys(app.data.looks), used = new Set([...app.view.nodes].map((id) => app.nodes[id].type));
    const items = types.flatMap((type, i) => (used.has(type) ? [app.element("li", {}, app.sign(type), ` ${i + 1} ${app.label("entity_types", type)}`)] : []));
    const lines = ["node_size", "line_width", "line_planned", "line_arrow"].map((key) => app.element("li", {}, app.say(key)));
    return app.element("section", {}, app.element("h2", {}, app.say("legend")), app.element("p", {}, app.say("marks")), app.element("ul", { class: "plain columns" }, ...items, ...lines));
  }

  function sentences(statements) {
    const head = ["column_subject", "column_type", "column_object", "sentence_head", "source_head"].map((key) => app.element("th", { scope: "col" }, app.say(key)));
    const rows = statements.map((held) => app.element("tr", {},
      app.element("td", {}, app.name(app.nodes[held.relation.subject])),
      app.element("td", {}, `${app.label("relation_types", held.relation.type)} (${app.label("statuses", held.status)})`),
      app.element("td", {}, app.name(app.nodes[held.relation.object])),
      app.element("td", { lang: held.release.language || "de" }, held.sentence),
      app.element("td", {}, app.releaseLink(held.release, held.sentence), app.element("br"),
        [app.date(held.release.date), held.release.publisher, app.label("bases", held.basis)].filter(Boolean).join(", "))));
    return app.element("section", {}, app.element("h2", {}, `${document.getElementById("count").textContent}; ${app.behind(statements)}`),
      app.element("table", {}, app.element("thead", {}, app.element("tr", {}, ...head)), app.element("tbody", {}, ...rows)));
  }

  window.addEventListener("beforeprint", () => { app.paper(); });
})(window.relgraph);
