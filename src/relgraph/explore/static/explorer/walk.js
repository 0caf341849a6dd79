// The picture by keyboard: arrow keys go from sign to sign, Enter opens what is said of it, + and − zoom.
(function (app) {
  "use strict";
  const holder = document.getElementById("net"), told = document.getElementById("walk");
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const PAN = 80;

  // the nearest sign that lies that way, more ahead than aside
  function next(from, [x, y]) {
    const at = app.network.getPosition(from);
    let best = null, least = Infinity;
    for (const id of app.singly) {
      if (id === from) continue;
      const place = app.network.getPosition(id), ahead = (place.x - at.x) * x + (place.y - at.y) * y;
      const aside = Math.abs((place.x - at.x) * y) + Math.abs((place.y - at.y) * x);
      if (ahead <= 0) continue;
      const far = ahead + aside * 2;
      if (far < least) [best, least] = [id, far];
    }
    return best;
  }

  function go(way) {
    const target = app.selected, here = target && target.node !== undefined && app.isShown(target.node) ? target.node : null;
    const first = [...app.singly].reduce((a, b) => (a === null || app.nodes[b].sentences > app.nodes[a].sentences ? b : a), null);
    const to = here === null ? first : next(here, way);
    if (to === null) return;
    app.select({ node: to }, false, { merge: "walk", stay: true });
    app.centre(to);
    const node = app.nodes[to];
    told.textContent = app.say("walked", { name: app.name(node), type: app.typeName(node), relations: app.count("relation", node.relations.length) });
  }

  const pan = ([x, y]) => {
    const at = app.network.getViewPosition(), by = PAN / app.network.getScale();
    app.network.moveTo({ position: { x: at.x + x * by, y: at.y + y * by }, animation: false });
  };

  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    const keys = {
      Enter: () => app.selected && document.querySelector("#panel h2").focus(), "+": () => app.zoom(1.35), "-": () => app.zoom(1 / 1.35), 0: () => app.fit(),
      Escape: () => app.select(null),
    };
    const action = way ? () => (event.shiftKey ? pan(way) : go(way)) : keys[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });

  // from the panel back to where one was in the picture
  document.getElementById("panel").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || app.state.view !== "picture" || event.target.matches("input")) return;
    holder.focus();
  });
})(window.relgraph);
