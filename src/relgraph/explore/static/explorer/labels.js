// Names beside the signs, always in readable size: the best evidenced first, none over another; zooming in brings more.
(function (app) {
  "use strict";
  const LINE = 15, LONGEST = 24, MOST = 500, FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const widths = new Map();

  app.size = (node) => Math.min(34, 6 + 3.2 * Math.sqrt(node.sentences));

  // two lines at most; the whole name stands in the tip, the panel and the table
  app.wrapped = (name) => {
    if (name.length <= LONGEST) return [name];
    const words = name.split(/\s+/);
    let first = "";
    while (words.length && `${first} ${words[0]}`.trim().length <= LONGEST) first = `${first} ${words.shift()}`.trim();
    if (!first) return [`${name.slice(0, LONGEST - 1)}…`];
    const rest = words.join(" ");
    if (!rest) return [first];
    return [first, rest.length <= LONGEST ? rest : `${rest.slice(0, LONGEST - 1).trimEnd()}…`];
  };

  app.drawLabels = (context, network, nodes, special) => {
    const scale = network.getScale(), places = network.getPositions();
    const ratio = context.getTransform().a / scale;
    const view = { width: context.canvas.width / ratio, height: context.canvas.height / ratio };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round" });
    const discs = [];
    for (const node of nodes) {
      if (!places[node.id]) continue; // between two selections vis-network draws with neither
      const middle = network.canvasToDOM(places[node.id]);
      if (middle.x < 0 || middle.y < 0 || middle.x > view.width || middle.y > view.height) continue;
      discs.push({ node, ...around(middle, app.size(node) * scale), middle, special: special.has(node.id) });
    }
    discs.sort((a, b) => b.special - a.special || b.node.sentences - a.node.sentences || a.node.id - b.node.id);
    const boxes = [];
    for (const disc of discs.slice(0, MOST)) drawOne(context, disc, discs.slice(0, MOST), boxes, view);
    context.restore();
    app.labelBoxes = boxes;
  };

  const around = (middle, radius) => ({
    left: middle.x - radius, right: middle.x + radius, top: middle.y - radius, bottom: middle.y + radius,
  });
  const meets = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

  // below, above, right or left of the sign, wherever nothing stands yet; what was chosen is named in any case
  function drawOne(context, disc, discs, boxes, view) {
    const large = disc.node.sentences > 25;
    const font = `${disc.special || large ? 650 : 450} ${large ? 15 : 13}px ${FONT}`;
    const lines = app.wrapped(app.name(disc.node));
    const wide = Math.max(...lines.map((line) => measure(context, font, line))) + 6, high = lines.length * LINE;
    const { middle } = disc;
    const x = Math.min(Math.max(middle.x, wide / 2), view.width - wide / 2);
    const choices = [
      [x, disc.bottom + 2], [x, disc.top - 2 - high],
      [disc.right + 2 + wide / 2, middle.y - high / 2], [disc.left - 2 - wide / 2, middle.y - high / 2],
    ].map(([at, top]) => ({ id: disc.node.id, left: at - wide / 2, right: at + wide / 2, top, bottom: top + high, at }));
    const inside = (box) => box.left >= 0 && box.right <= view.width;
    const open = choices.filter((box) => inside(box) && !boxes.some((b) => meets(b, box)));
    const clear = (box, least) => !discs.some((d) => d !== disc && d.node.sentences >= least && meets(inner(d), box));
    // best over no sign at all, else over lesser ones
    const free = open.find((box) => clear(box, 0)) || open.find((box) => clear(box, disc.node.sentences / 2));
    const box = free || (disc.special && choices.find((choice) => !boxes.some((b) => meets(b, choice))));
    if (!box) return;
    boxes.push(box);
    Object.assign(context, { font, strokeStyle: app.colours.surface, lineWidth: 3.5, fillStyle: app.colours.ink });
    lines.forEach((line, i) => {
      context.strokeText(line, box.at, box.top + i * LINE);
      context.fillText(line, box.at, box.top + i * LINE);
    });
  }

  const inner = (disc) => ({ left: disc.left + 2, right: disc.right - 2, top: disc.top + 2, bottom: disc.bottom - 2 });

  function measure(context, font, text) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }
})(window.relgraph);
