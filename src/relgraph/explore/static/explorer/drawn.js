// The picture as SVG that stands alone, with text as text; as PNG; and for paper.
(function (app) {
  "use strict";
  const EDGE = 24, FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

  let tint = (colour) => colour;

  // colours of the light page, whatever the page wears
  function light() {
    const { dataset } = document.documentElement, { theme } = dataset, worn = app.colours;
    dataset.theme = "light";
    app.readColours();
    const pairs = new Map([...Object.entries(app.colours.hues).map(([type, hue]) => [worn.hues[type], hue]),
      ...["ink", "surface", "edge", "accent", "soft"].map((name) => [worn[name], app.colours[name]])]);
    app.colours = worn;
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
    return (colour) => pairs.get(colour) ?? colour;
  }

  // `paper`: in light colours, and a number in each sign says its type, for print without colours
  app.asSvg = ({ paper = false } = {}) => {
    tint = paper ? light() : (colour) => colour;
    const nodes = app.visNodes.get(), lines = app.visEdges.get(), places = app.network.getPositions();
    const shown = new Map(nodes.map((node) => [node.id, { ...node, ...places[node.id] }]));
    const labels = lettering(shown);
    const box = bounds([...shown.values()], labels);
    const svg = app.drawing("svg", { xmlns: "http://www.w3.org/2000/svg", width: box.width, height: box.height, viewBox: `${box.left} ${box.top} ${box.width} ${box.height}`,
      role: "img", "font-family": FONT, lang: app.language },
      app.drawing("title", {}, app.clean(document.title)), app.drawing("desc", {}, app.clean(document.getElementById("count").textContent)),
      app.drawing("rect", { x: box.left, y: box.top, width: box.width, height: box.height, fill: tint(app.colours.surface) }));
    const group = (name, children) => svg.append(app.drawing("g", { class: name }, ...children.flat().filter(Boolean)));
    group("lines", lines.map((line) => stroke(line, shown.get(line.from), shown.get(line.to))));
    group("signs", [...shown.values()].map((node) => sign(node, paper)));
    group("names", labels.map((label) => label.drawn));
    return svg;
  };

  app.svgText = (options) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(app.asSvg(options))}\n`;

  function bounds(nodes, labels) {
    const boxes = [...nodes.map((node) => ({ left: node.x - node.size, right: node.x + node.size, top: node.y - node.size, bottom: node.y + node.size })), ...labels];
    const end = (name, pick) => boxes.reduce((found, box) => pick(found, box[name]), boxes.length ? boxes[0][name] : 0);
    const [left, right, top, bottom] = [end("left", Math.min), end("right", Math.max), end("top", Math.min), end("bottom", Math.max)].map(Math.round);
    return { left: left - EDGE, top: top - EDGE, width: right - left + 2 * EDGE, height: bottom - top + 2 * EDGE };
  }

  function stroke(line, from, to) {
    if (!from || !to) return null;
    const colour = tint(line.color.color), opacity = line.color.opacity ?? 1, width = line.width;
    const path = app.drawing("path", { d: `M${from.x} ${from.y}L${to.x} ${to.y}`, fill: "none", stroke: colour, "stroke-opacity": opacity, "stroke-width": Math.round(width * 10) / 10,
      "stroke-dasharray": line.dashes ? line.dashes.join(" ") : undefined });
    const arrow = Object.keys(line.arrows || {}).find((end) => line.arrows[end].enabled);
    return [path, arrow ? head(arrow === "to" ? from : to, arrow === "to" ? to : from, width, colour) : null];
  }

  function head(from, to, width, colour) {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1, x = (to.x - from.x) / length, y = (to.y - from.y) / length;
    const tip = { x: to.x - x * to.size, y: to.y - y * to.size }, long = 7 + width, wide = 3 + width / 2;
    const at = (back, side) => `${(tip.x - x * back - y * side).toFixed(1)} ${(tip.y - y * back + x * side).toFixed(1)}`;
    return app.drawing("path", { d: `M${at(0, 0)}L${at(long, wide)}L${at(long, -wide)}z`, fill: colour });
  }

  function sign(node, marked) {
    const scale = node.size / 6.5, [background, border] = [tint(node.color.background), tint(node.color.border)];
    const path = app.drawing("path", { d: app.data.outlines[node.shape], fill: background, stroke: border, "stroke-width": (node.borderWidth / scale).toFixed(2),
      transform: `translate(${node.x - 8 * scale} ${node.y - 8 * scale}) scale(${scale.toFixed(3)})` });
    const known = app.nodes[node.id];
    if (!marked || !known) return path;
    const number = Object.keys(app.data.looks).indexOf(known.type) + 1;
    return [path, app.drawing("text", { x: node.x, y: node.y + 3, "text-anchor": "middle", "font-size": 9, "font-weight": 650, fill: border }, String(number))];
  }

  // names as the picture places them, at its own scale: what is drawn on a canvas there is gathered here
  function lettering(shown) {
    const boxes = app.labelBoxes, drawn = [], canvas = document.createElement("canvas").getContext("2d");
    const all = [...shown.values()], x = Math.min(...all.map((node) => node.x)) - 400, y = Math.min(...all.map((node) => node.y)) - 400;
    const wide = Math.max(...all.map((node) => node.x)) - x + 400, high = Math.max(...all.map((node) => node.y)) - y + 400;
    const board = {
      canvas: { width: wide, height: high }, save() {}, restore() {}, setTransform() {}, strokeText() {}, getTransform: () => ({ a: 1 }),
      measureText: (text) => { canvas.font = board.font; return canvas.measureText(text); },
      fillText: (text, left, top) => drawn.push({ text, left: left + x, top: top + y, font: board.font }),
    };
    const network = { getScale: () => 1, getPositions: () => Object.fromEntries(all.map((node) => [node.id, { x: node.x, y: node.y }])), canvasToDOM: (at) => ({ x: at.x - x, y: at.y - y }) };
    app.drawLabels(board, network, app.drawnSigns(), new Set());
    app.labelBoxes = boxes;
    return drawn.map(({ text, left, top, font }) => {
      const [, weight, size] = /^(\d+) (\d+)px/.exec(font), half = text.length * Number(size) * 0.3;
      return {
        left: left - half, right: left + half, top, bottom: top + Number(size) * 1.2,
        drawn: app.drawing("text", { x: Math.round(left), y: Math.round(top + Number(size) * 0.95), "text-anchor": "middle", "font-size": size, "font-weight": weight,
          fill: tint(app.colours.ink), stroke: tint(app.colours.surface), "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" }, app.clean(text)),
      };
    });
  }

  // drawn by the browser out of the SVG, twice as large as on the screen
  app.asPng = async () => {
    const text = app.svgText(), image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const scale = Math.min(2, 8000 / Math.max(image.width, image.height)), canvas = document.createElement("canvas");
    Object.assign(canvas, { width: Math.ceil(image.width * scale), height: Math.ceil(image.height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };
})(window.relgraph);
