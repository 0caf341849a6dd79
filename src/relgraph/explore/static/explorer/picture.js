// The picture: vis-network with places given and physics off; lines stand for all relations between two nodes.
(function (app) {
  "use strict";
  const SMALL = 200; // selections up to this size get a layout of their own
  const CROWDED = 150; // lines beyond this number are fainter where the opening has them beside the point
  const MANY = 1500; // lines beyond this number lose their arrows, and rest while the picture moves
  const holder = document.getElementById("net");
  const tip = document.getElementById("tip");
  let nodes = new vis.DataSet(), edges = new vis.DataSet(), resting = false;
  let network = null, shown = [], signs = new Map(), chosen = new Set(), hovered = null, moving = false;

  app.openPicture = () => {
    app.readColours();
    network = new vis.Network(holder, { nodes, edges }, { ...app.data.options, autoResize: true });
    network.on("click", clicked);
    holder.addEventListener("mouseleave", () => hover(null));
    network.on("afterDrawing", (context) => app.drawLabels(context, network, shown, special(), moving));
    network.on("hoverNode", (event) => hover(event, thing(event.node)));
    network.on("hoverEdge", (event) => hover(event, null, app.lines[event.edge]));
    network.on("dragStart", () => { moving = true; });
    network.on("dragEnd", () => { moving = false; network.redraw(); });
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => hover(null));
    document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
    document.getElementById("zoom-fit").addEventListener("click", fit);
    app.network = network;
  };

  // `keep`: signs stay where they are
  app.drawPicture = (view, keep) => {
    const drawn = view.drawn, ids = drawn.nodes, fresh = ids.filter((id) => !nodes.get(id));
    signs = new Map(drawn.signs.map((one) => [one.id, one]));
    shown = [...ids.map((id) => app.nodes[id]), ...drawn.signs];
    app.singly = new Set(ids);
    const places = drawn.signs.length ? null : placed(view, ids, keep);
    const many = drawn.lines.length + drawn.ties.length > MANY, most = drawn.lines.reduce((best, line) => Math.max(best, line.sentences), 1);
    const summed = { most: drawn.ties.reduce((best, tie) => Math.max(best, tie.sentences), 1), inside: ids.length > 0 };
    const apart = !places || (app.whole() && app.state.all) || ids.length > SMALL; // in discs, where there is less room
    app.grown = { by: drawn.signs.length ? 1 : Math.min(2, Math.max(1, 0.8 / fitting(ids.map((id) => places.get(id))).scale)), most: apart ? 25 : 50 };
    const faint = !app.state.all && (app.whole() || ofOpening(ids)) ? (drawn.lines.length > CROWDED ? 0.12 : 0.28) : 0; // what is beside the point
    const look = { position: network.getViewPosition(), scale: network.getScale(), animation: false };
    if (many !== resting) network.setData({}); // options are read by every sign
    if (many !== resting) network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
    resting = many;
    nodes = new vis.DataSet([...ids.map((id) => app.nodeLook(app.nodes[id], places ? places.get(id) : app.nodes[id], many)), ...drawn.signs.map(app.signLook)]);
    edges = new vis.DataSet([...drawn.ties.map((tie) => app.tieLook(tie, summed)), ...drawn.lines.map((line) => app.lineLook(line, view.of.get(line.id), { most, many, faint: app.isSpine(line.ends) ? 0 : faint }))]);
    network.setData({ nodes, edges }); // at once: each change by itself would have all be looked at again
    network.moveTo(look);
    Object.assign(app, { visNodes: nodes, visEdges: edges });
    hover(null);
    document.getElementById("nothing").hidden = shown.length > 0;
    app.mark({ drawn: false });
    if (!keep || !inView(shown.map((node) => node.id), 2 / 3) || !inView(fresh, 1) || sparse()) fit(); // who comes has to be seen
  };

  const ofOpening = (ids) => !app.state.all && !app.state.around && ids.every((id) => app.openingPlaces.has(id));

  // the opening and the whole picture were laid out beforehand; what joins the opening finds a place beside it
  function placed(view, ids, keep) {
    const opening = app.openingPlaces, fixed = new Map();
    if (ofOpening(ids)) return opening;
    const laidOut = (id) => app.nodes[id].x !== undefined; // what joined the page later is not
    if (ids.length > SMALL || (app.whole() && app.state.all)) {
      const places = new Map(ids.filter(laidOut).map((id) => [id, app.nodes[id]]));
      return places.size === ids.length ? stretched(places) : app.arrange(ids, view.lines, places, 1);
    }
    if (keep) for (const id of ids) if (nodes.get(id)) fixed.set(id, network.getPosition(id));
    if (!keep && app.whole()) for (const id of ids) if (opening.has(id)) fixed.set(id, opening.get(id));
    const wide = Math.sqrt(Math.min(2, Math.max(0.5, holder.clientWidth / Math.max(1, holder.clientHeight))));
    return app.arrange(ids, view.lines, fixed, wide);
  }

  // as wide and as high as the window, within reason: what was laid out beforehand knows no window
  function stretched(places) {
    const [left, right] = span([...places.values()].map((place) => place.x), 1), [top, bottom] = span([...places.values()].map((place) => place.y), 1);
    const by = ((right - left) / (bottom - top) / room().wide) * room().high, most = (n) => Math.min(1.6, Math.max(1, n));
    return new Map([...places].map(([id, { x, y }]) => [id, { x: x * most(1 / by), y: y * most(by) }]));
  }

  function clicked(event) {
    hover(null);
    const label = (app.labelBoxes || []).find((box) => within(box, event.pointer.DOM));
    const id = event.nodes[0] ?? label?.id, group = signs.get(id);
    if (group) app.unfold(group.disc, group.fold ? -1 : 1);
    else if (id !== undefined) app.select({ node: id });
    else if (event.edges.length && app.lines[event.edges[0]]) app.select({ line: event.edges[0] });
    else app.select(null);
  }

  // bring a place and what lies so far around it into view
  app.lookAt = ({ x, y }, reach) =>
    network.moveTo({ position: { x, y }, scale: Math.min(1, Math.min(holder.clientWidth, holder.clientHeight) / 2.2 / reach), animation: false });

  const thing = (id) => signs.get(id) || app.nodes[id];
  const within = (box, point) => point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
  const special = () => (hovered === null ? chosen : new Set([...chosen, hovered]));

  function hover(event, node, line) {
    hovered = node ? node.id : null;
    holder.style.cursor = event ? "pointer" : "";
    tip.hidden = !event;
    if (!event || (!node && !line)) { tip.hidden = true; return; }
    tip.textContent = node ? aboutNode(node) : aboutLine(line);
    const { x, y } = event.pointer.DOM;
    tip.style.left = `${Math.max(4, Math.min(x + 14, holder.clientWidth - 270))}px`;
    tip.style.top = `${Math.min(y + 16, holder.clientHeight - 90)}px`;
  }

  const aboutNode = (node) => node.group ? (node.fold ? node.label : app.say("groups_unfold", { name: node.label })) : `${app.name(node)}\n${app.typeName(node)} · ${app.count("relation", node.relations.length)}`;
  function aboutLine(line) {
    const types = [...new Set(line.relations.map((relation) => app.label("relation_types", relation.type)))];
    return `${line.ends.map((end) => app.name(app.nodes[end])).join(" – ")}\n${types.join(", ")} · ${app.count("sentence", line.sentences)}`;
  }

  // show in the picture what the panel is about
  app.mark = ({ drawn = true } = {}) => {
    const target = app.selected, route = app.view.route;
    chosen = new Set();
    network.unselectAll();
    if (!target && route.nodes.length) {
      network.setSelection({ nodes: route.nodes, edges: route.lines }, { highlightEdges: false });
      chosen = new Set(route.nodes);
    }
    if (target && target.node !== undefined && nodes.get(target.node)) {
      network.selectNodes([target.node]);
      chosen = new Set([target.node, ...network.getConnectedNodes(target.node)]);
    } else if (target && target.line !== undefined && edges.get(target.line)) {
      network.selectEdges([target.line]);
      chosen = new Set(app.lines[target.line].ends);
    }
    if (drawn) network.redraw(); // else it will be
  };

  app.isShown = (id) => nodes.get(id) !== null;
  // bring a node that was looked up into view, unless it stands there already
  app.centre = (id) => {
    if (!nodes.get(id)) return;
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const far = (at, size) => at < size * 0.05 || at > size * 0.95;
    if (far(x, holder.clientWidth) || far(y, holder.clientHeight) || network.getScale() < 0.5)
      network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.8), animation: false });
  };
  // whether such a part of some signs can be seen
  function inView(ids, part) {
    const seen = ids.filter((id) => { const { x, y } = network.canvasToDOM(network.getPosition(id)); return x > 0 && y > 0 && x < holder.clientWidth && y < holder.clientHeight; });
    return seen.length >= ids.length * part;
  }
  // whether few signs stand in a picture that was made for many
  const sparse = () => shown.length > 0 && signs.size === 0 && fitting(Object.values(network.getPositions())).scale > 1.15 * network.getScale();
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by });
  // what is left for signs beside their names and, at the lower edge, the buttons
  const room = () => ({ wide: Math.max(60, holder.clientWidth - Math.min(130, holder.clientWidth * 0.24)), high: Math.max(60, holder.clientHeight - 128) });
  // as large as all signs and the names beside them have room
  function fitting(places, by = 0) {
    const [left, right] = span(places.map((place) => place.x), by), [top, bottom] = span(places.map((place) => place.y), by);
    const { wide, high } = room(), scale = Math.max(0.005, Math.min(wide / (right - left || 1), high / (bottom - top || 1), 1.35));
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 20 / scale }, scale };
  }
  function fit() {
    const places = Object.values(network.getPositions());
    if (places.length && holder.clientWidth) network.moveTo({ ...fitting(places, Math.max(0, ...[...signs.values()].map((one) => one.size))), animation: false });
  }
  const span = (values, by) => [values.reduce((a, b) => Math.min(a, b), Infinity) - by, values.reduce((a, b) => Math.max(a, b), -Infinity) + by];
  Object.assign(app, { fit, zoom, drawnSigns: () => shown });
})(window.relgraph);
