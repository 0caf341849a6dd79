// The picture: vis-network with places given and physics off; lines stand for all relations between two nodes.
(function (app) {
  "use strict";
  const SMALL = 200; // selections up to this size get a layout of their own
  const MANY = 1500; // lines beyond this number lose their arrows, and rest while the picture moves
  const holder = document.getElementById("net");
  const tip = document.getElementById("tip");
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const opening = new Map(app.data.opening.map(([id, x, y]) => [id, { x, y }]));
  let network = null, shown = [], chosen = new Set(), hovered = null;

  app.readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const hues = {};
    for (const [type, look] of Object.entries(app.data.looks)) hues[type] = read(`hue-${look.hue}`);
    app.colours = { hues, ink: read("ink"), surface: read("surface"), edge: read("edge"), accent: read("accent") };
  };

  app.openPicture = () => {
    app.readColours();
    network = new vis.Network(holder, { nodes, edges }, { ...app.data.options, autoResize: true });
    network.on("click", clicked);
    holder.addEventListener("mouseleave", () => hover(null));
    network.on("afterDrawing", (context) => app.drawLabels(context, network, shown, special()));
    network.on("hoverNode", (event) => hover(event, app.nodes[event.node]));
    network.on("hoverEdge", (event) => hover(event, null, app.lines[event.edge]));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => hover(null));
    document.getElementById("zoom-in").addEventListener("click", () => zoom(1.35));
    document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
    document.getElementById("zoom-fit").addEventListener("click", fit);
    Object.assign(app, { network, visNodes: nodes, visEdges: edges });
  };

  app.drawPicture = (view, keep) => {
    shown = [...view.nodes].map((id) => app.nodes[id]);
    const places = placed(view, keep);
    edges.clear();
    nodes.clear();
    const many = view.lines.length > MANY;
    network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
    nodes.add(shown.map((node) => sign(node, places.get(node.id))));
    edges.add(view.lines.map((line) => stroke(line, view.of.get(line.id), !many)));
    hover(null);
    document.getElementById("nothing").hidden = shown.length > 0;
    app.mark();
    if (!keep || !inView()) fit();
  };

  // the first view and the whole picture were laid out beforehand; what was looked up joins the view where it stands
  function placed(view, keep) {
    const ids = [...view.nodes], plain = app.plain();
    if (plain && !app.state.all) return opening;
    if (ids.length > SMALL || (plain && app.state.all)) return new Map(ids.map((id) => [id, app.nodes[id]]));
    const fixed = new Map();
    if (keep) for (const id of ids) if (nodes.get(id)) fixed.set(id, network.getPosition(id));
    if (!keep && !app.filtered() && !app.state.around) for (const id of ids) if (opening.has(id)) fixed.set(id, opening.get(id));
    const wide = Math.sqrt(Math.min(2, Math.max(0.5, holder.clientWidth / Math.max(1, holder.clientHeight))));
    return app.arrange(ids, view.lines, fixed, wide);
  }

  function sign(node, place) {
    const hue = app.colours.hues[node.type], hollow = node.type === "Topic";
    const colour = { background: hollow ? app.colours.surface : hue, border: hollow ? hue : app.colours.surface };
    const lit = { background: colour.background, border: app.colours.accent };
    return {
      id: node.id, shape: app.data.looks[node.type].shape, size: app.size(node), x: place.x, y: place.y, group: node.type,
      color: { ...colour, highlight: lit, hover: lit }, borderWidth: hollow ? 2.5 : 1.5,
    };
  }

  function stroke(line, relations, pointed) {
    const sentences = app.strength(line, relations);
    return {
      id: line.id, from: line.ends[0], to: line.ends[1],
      width: Math.min(9, 1 + 1.3 * Math.log2(sentences)),
      arrows: pointed ? arrows(line, relations) : "",
      dashes: relations.every((relation) => relation.statuses.every((status) => status === "planned")) ? [6, 5] : false,
      color: { color: app.colours.edge, opacity: 0.6, highlight: app.colours.accent, hover: app.colours.accent },
      hoverWidth: 1, selectionWidth: 1.5,
    };
  }

  // an arrow only where every relation of the line runs the same way
  function arrows(line, relations) {
    if (relations.some((relation) => relation.symmetric)) return "";
    const starts = new Set(relations.map((relation) => relation.subject));
    if (starts.size > 1) return "";
    return { [starts.has(line.ends[0]) ? "to" : "from"]: { enabled: true, scaleFactor: 0.45 } };
  }

  function clicked(event) {
    hover(null);
    const label = (app.labelBoxes || []).find((box) => within(box, event.pointer.DOM));
    if (event.nodes.length) app.select({ node: event.nodes[0] });
    else if (label) app.select({ node: label.id });
    else if (event.edges.length) app.select({ line: event.edges[0] });
    else app.select(null);
  }

  const within = (box, point) => point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
  const special = () => (hovered === null ? chosen : new Set([...chosen, hovered]));

  function hover(event, node, line) {
    hovered = node ? node.id : null;
    holder.style.cursor = event ? "pointer" : "";
    tip.hidden = !event;
    if (!event) return;
    tip.textContent = node ? aboutNode(node) : aboutLine(line);
    const { x, y } = event.pointer.DOM;
    tip.style.left = `${Math.max(4, Math.min(x + 14, holder.clientWidth - 270))}px`;
    tip.style.top = `${Math.min(y + 16, holder.clientHeight - 90)}px`;
  }

  const aboutNode = (node) => `${app.name(node)}\n${app.typeName(node)} · ${app.count("relation", node.relations.length)}`;
  function aboutLine(line) {
    const types = [...new Set(line.relations.map((relation) => app.label("relation_types", relation.type)))];
    return `${line.ends.map((end) => app.name(app.nodes[end])).join(" – ")}\n${types.join(", ")} · ${app.count("sentence", line.sentences)}`;
  }

  // show in the picture what the panel is about
  app.mark = () => {
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
    network.redraw();
  };

  app.isShown = (id) => nodes.get(id) !== null;
  // bring a node that was looked up into view, unless it stands there already
  app.centre = (id) => {
    if (!nodes.get(id)) return;
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    const far = (at, size) => at < size * 0.08 || at > size * 0.92;
    if (far(x, holder.clientWidth) || far(y, holder.clientHeight) || network.getScale() < 0.5)
      network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.8), animation: false });
  };
  // whether most of what is shown can be seen
  function inView() {
    const seen = shown.filter((node) => { const { x, y } = network.canvasToDOM(network.getPosition(node.id)); return x > 0 && y > 0 && x < holder.clientWidth && y < holder.clientHeight; });
    return seen.length * 3 >= shown.length * 2;
  }
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by });
  const fit = () => shown.length && network.fit({ animation: false, maxZoomLevel: 1.35 });
  Object.assign(app, { fit, zoom });
})(window.relgraph);
