// The way from one node to another: chosen by name, drawn in the picture, with the sentences of each step.
(function (app) {
  "use strict";
  app.pathForm = null; // {from, to}: keys, while the reader still chooses

  app.askPath = (from = "") => {
    app.pathForm = { from, to: "" };
    app.showPanel();
    app.reveal();
    document.getElementById(from ? "path-to" : "path-from").focus();
  };

  function leave() {
    app.pathForm = null;
    if (app.state.path.length) app.change((state) => Object.assign(state, { path: [], way: 1 }));
    else app.showPanel();
    app.toPicture();
  }

  function choose(end, key) {
    const form = app.pathForm || { from: app.state.path[0] || "", to: app.state.path[1] || "" };
    form[end] = key;
    app.pathForm = form.from && form.to ? null : form;
    if (app.pathForm) {
      app.showPanel();
      document.getElementById(form.from ? "path-to" : "path-from").focus();
      return;
    }
    app.need({ path: [form.from, form.to] }, () => {
      app.change((state) => Object.assign(state, { path: [form.from, form.to], way: 1, selected: "" }));
      document.querySelector("#panel h2").focus({ preventScroll: true });
    });
  }

  app.pathPanel = () => {
    const [from = "", to = ""] = app.pathForm ? [app.pathForm.from, app.pathForm.to] : app.state.path;
    const parts = [app.panelTop(app.say("path"), leave), field("from", from), field("to", to)];
    if (app.pathForm) return [...parts, app.element("p", { class: "muted small" }, app.say("path_hint"))];
    const routes = app.routes();
    if (!routes.length) return [...parts, app.element("p", { class: "note" }, app.say("path_none"))];
    const at = Math.min(app.state.way, routes.length);
    parts.push(app.element("p", { class: "muted", role: "status" }, app.count("step", routes[at - 1].length - 1)));
    if (routes.length > 1) parts.push(ways(routes, at));
    return [...parts, ...steps(routes[at - 1])];
  };

  function field(end, key) {
    const node = key ? app.node(key) : null, id = `path-${end}`;
    const input = app.element("input", { id, type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": `${id}-hits`, "aria-autocomplete": "list",
      autocomplete: "off", spellcheck: "false", placeholder: app.say("path_search") });
    input.value = node ? app.name(node) : "";
    const list = app.element("ul", { id: `${id}-hits`, class: "hits", role: "listbox", "aria-label": app.say("search_results"), hidden: "" });
    const status = app.element("p", { class: "unseen", role: "status" });
    app.suggest({ input, list, status, topics: false, pick: (entry) => choose(end, app.key(entry.node)) });
    return app.element("div", { class: "search" }, app.element("label", { for: id }, app.say(`end_${end}`)), input, list, status);
  }

  // other ways of the first few, told by whom they lead over
  function ways(routes, at) {
    const over = (route) => route.slice(1, -1).map((id) => app.name(app.nodes[id])).join(", ") || app.say("path_direct");
    const list = app.element("ul", { class: "plain ways" });
    for (const [i, route] of routes.entries()) {
      const made = app.button(app.say("path_over", { names: over(route) }), () => app.change((state) => { state.way = i + 1; }), "");
      made.setAttribute("aria-pressed", String(i + 1 === at));
      list.append(app.element("li", {}, made));
    }
    return list;
  }

  function steps(route) {
    return route.slice(1).flatMap((id, i) => {
      const [one, other] = [app.nodes[route[i]], app.nodes[id]];
      const line = one.lines.find((held) => held.ends.includes(one.id) && held.ends.includes(id) && one !== other);
      return [
        app.element("h3", {}, `${i + 1}. `, app.signed(one), " – ", app.signed(other)),
        ...line.relations.flatMap((relation) => [app.element("h4", {}, app.label("relation_types", relation.type)), app.statements([relation])]),
      ];
    });
  }
})(window.relgraph);
