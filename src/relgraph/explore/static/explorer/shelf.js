// What the reader has put aside or nailed down: hidden and pinned things, each with a way back.
(function (app) {
  "use strict";
  const box = document.getElementById("shelf");

  app.hide = (key) => app.change((state) => {
    const hiding = !state.hidden.includes(key);
    app.toggle(state.hidden, key);
    if (!hiding) return;
    for (const name of ["pinned", "added"]) state[name] = state[name].filter((held) => held !== key);
    if (state.selected === key) state.selected = "";
  });

  const named = (key) => {
    const target = app.target(key);
    if (!target) return key;
    return target.node !== undefined ? app.name(app.nodes[target.node]) : app.lines[target.line].ends.map((end) => app.name(app.nodes[end])).join(" – ");
  };

  app.drawShelf = () => {
    const focus = box.contains(document.activeElement);
    box.replaceChildren(...["hidden", "pinned"].map(list).filter(Boolean));
    if (focus) (box.querySelector("button") || document.getElementById("undo")).focus();
  };

  function list(name) {
    const keys = app.state[name];
    if (!keys.length) return null;
    const back = (key) => {
      const made = app.button("×", () => app.change((state) => app.toggle(state[name], key)), "close");
      made.setAttribute("aria-label", app.say(`${name}_back`, { name: named(key) }));
      return app.element("li", {}, app.element("span", {}, named(key)), made);
    };
    const all = app.button(app.say(`${name}_all_back`), () => app.change((state) => { state[name] = []; }));
    return app.element("section", { class: "facet", "data-shelf": name },
      app.element("h3", {}, app.say(`shelf_${name}`, { n: app.number(keys.length) })), app.element("ul", { class: "plain" }, ...keys.map(back)), keys.length > 1 ? all : null);
  }
})(window.relgraph);
