// Names beside the signs, always in readable size: the best evidenced first, none over another; zooming in brings more.
(function (app) {
  "use strict";
  const LINE = 15, LETTERS = 20, MOST = 400, EVEN = 40, LARGE = 18, FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const widths = new Map();
  let placed = [];

  // half the width of a sign; rings.py reckons with the same
  const plain = (node) => node.size ?? 6 + 28 * Math.sqrt(node.sentences / Math.max(app.most, EVEN));
  app.size = (node) => node.size ?? Math.min(app.grown.most, app.grown.by * plain(node));
  app.grown = { by: 1, most: 34 }; // larger where the picture stands far away

  // two lines at most; the whole name stands in the tip, the panel and the table
  app.wrapped = (name, LONGEST = LETTERS) => {
    if (name.length <= LONGEST) return [name];
    const words = name.split(/\s+/);
    let first = "";
    while (words.length && `${first} ${words[0]}`.trim().length <= LONGEST) first = `${first} ${words.shift()}`.trim();
    if (!first) return [`${name.slice(0, LONGEST - 1)}…`];
    const rest = words.join(" ");
    if (!rest) return [first];
    return [first, rest.length <= LONGEST ? rest : `${rest.slice(0, LONGEST - 1).trimEnd()}…`];
  };

  // `moving`: while the picture is dragged names go along, and are placed anew when it rests
  app.drawLabels = (context, network, nodes, special, moving) => {
    const scale = network.getScale(), ratio = context.getTransform().a / scale;
    const view = { width: context.canvas.width / ratio, height: context.canvas.height / ratio };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", strokeStyle: app.colours.surface, lineWidth: 3.5, fillStyle: app.colours.ink });
    if (!moving) placed = place(context, network, nodes, special, scale, view);
    app.labelBoxes = placed.map((label) => write(context, network, label)).filter(Boolean);
    context.restore();
  };

  function place(context, network, nodes, special, scale, view) {
    const places = network.getPositions(), discs = [], found = [];
    for (const node of nodes) {
      if (!places[node.id]) continue; // between two selections vis-network draws with neither
      const middle = network.canvasToDOM(places[node.id]);
      if (middle.x < 0 || middle.y < 0 || middle.x > view.width || middle.y > view.height) continue;
      discs.push({ node, ...around(middle, app.size(node) * scale), middle, special: special.has(node.id) });
    }
    discs.sort((a, b) => b.special - a.special || b.node.sentences - a.node.sentences || (a.node.id < b.node.id ? -1 : 1));
    const named = discs.slice(0, MOST);
    for (const disc of named) placeOne(context, disc, named, found, view);
    return found;
  }

  const around = (middle, radius) => ({
    left: middle.x - radius, right: middle.x + radius, top: middle.y - radius, bottom: middle.y + radius,
  });
  const meets = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

  // below, above, right or left of the sign, wherever nothing stands yet; what was chosen is named in any case
  function placeOne(context, disc, discs, found, view) {
    const { middle, node } = disc, large = plain(node) > LARGE;
    const small = node.group && disc.right - disc.left < 90;
    const font = `${disc.special || (large && !small) ? 650 : 450} ${small ? 11.5 : large && !node.group ? 15 : 13}px ${FONT}`;
    const lines = node.group ? node.rows(small) : app.wrapped(app.name(node));
    const wide = Math.max(...lines.map((line) => measure(context, font, line))) + 6, high = lines.length * (small ? 13 : LINE);
    const x = Math.min(Math.max(middle.x, wide / 2), view.width - wide / 2);
    const within = [x, middle.y - high / 2], below = [x, disc.bottom + 2], above = [x, disc.top - 2 - high];
    const right = [disc.right + 2 + wide / 2, middle.y - high / 2], left = [disc.left - 2 - wide / 2, middle.y - high / 2];
    const choices = (node.group && !node.fold ? [within, below, above] : [below, above, right, left])
      .map(([at, top]) => ({ id: node.id, left: at - wide / 2, right: at + wide / 2, top, bottom: top + high }));
    const open = choices.filter((box) => box.left >= 0 && box.right <= view.width && !found.some((label) => meets(label.box, box)));
    const clear = (box, least) => node.group || !discs.some((d) => d !== disc && d.node.sentences >= least && meets(inner(d), box));
    // best over no sign at all, else over lesser ones
    const free = open.find((box) => clear(box, 0)) || open.find((box) => clear(box, node.sentences / 2));
    const box = free || (disc.special && choices.find((choice) => !found.some((label) => meets(label.box, choice))));
    if (box) found.push({ box, font, lines, step: small ? 13 : LINE, dx: (box.left + box.right) / 2 - middle.x, dy: box.top - middle.y });
  }

  const inner = (disc) => ({ left: disc.left + 2, right: disc.right - 2, top: disc.top + 2, bottom: disc.bottom - 2 });

  function write(context, network, { box, font, lines, step, dx, dy }) {
    const position = network.getPositions([box.id])[box.id];
    if (!position) return null;
    const middle = network.canvasToDOM(position), at = middle.x + dx, top = middle.y + dy, half = (box.right - box.left) / 2;
    context.font = font;
    lines.forEach((line, i) => {
      context.strokeText(line, at, top + i * step);
      context.fillText(line, at, top + i * step);
    });
    return { id: box.id, left: at - half, right: at + half, top, bottom: top + box.bottom - box.top };
  }

  function measure(context, font, text) {
    const key = `${font}|${text}`;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }
})(window.relgraph);
