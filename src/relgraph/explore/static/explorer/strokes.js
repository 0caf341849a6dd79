// What signs and lines look like: colours of the page, widths by evidence.
(function (app) {
  "use strict";
  const EVEN = 12; // sentences of the widest line at least
  app.readColours = () => {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const hues = {};
    for (const [type, look] of Object.entries(app.data.looks)) hues[type] = read(`hue-${look.hue}`);
    app.colours = { hues, ink: read("ink"), surface: read("surface"), edge: read("edge"), accent: read("accent"), soft: read("soft") };
  };

  app.nodeLook = (node, place, bare) => {
    const hue = app.colours.hues[node.type], hollow = node.type === "Topic";
    const colour = { background: hollow ? app.colours.surface : hue, border: hollow ? hue : app.colours.surface };
    const lit = { background: colour.background, border: app.colours.accent };
    return {
      id: node.id, shape: app.data.looks[node.type].shape, size: app.size(node), x: place.x ?? 0, y: place.y ?? 0,
      color: { ...colour, highlight: lit, hover: lit }, borderWidth: hollow ? 2.5 : bare ? 0 : 1.5,
    };
  };

  app.signLook = (sign) => {
    const colour = { background: sign.fold ? app.colours.accent : app.colours.soft, border: app.colours.accent };
    return {
      id: sign.id, shape: sign.fold ? "square" : "dot", size: sign.size, x: sign.x, y: sign.y, borderWidth: 1.5,
      color: { ...colour, highlight: colour, hover: colour },
    };
  };

  // as wide as the line's share of the strongest; many lines are faint, or the picture would be nothing but lines
  app.lineLook = (line, relations, { most, many, faint }) => ({
    id: line.id, from: line.ends[0], to: line.ends[1],
    width: 0.8 + (many ? 3 : 7.2) * (app.strength(line, relations) / Math.max(most, EVEN)) ** 0.7,
    arrows: many ? "" : arrows(line, relations),
    dashes: relations.every((relation) => relation.statuses.every((status) => status === "planned")) ? [6, 5] : false,
    color: { color: app.colours.edge, opacity: many ? 0.18 : faint || 0.65, highlight: app.colours.accent, hover: app.colours.accent },
    hoverWidth: 1, selectionWidth: 1.5,
  });

  // an arrow only where every relation of the line runs the same way
  function arrows(line, relations) {
    if (relations.some((relation) => relation.symmetric)) return "";
    const starts = new Set(relations.map((relation) => relation.subject));
    if (starts.size > 1) return "";
    return { [starts.has(line.ends[0]) ? "to" : "from"]: { enabled: true, scaleFactor: 0.45 } };
  }

  // ties that sum up many lines; wide where discs are seen from far away, thin where one looks into a disc
  app.tieLook = (tie, { most, inside }) => {
    const part = Math.sqrt(tie.sentences / most);
    return {
      id: tie.id, from: tie.from, to: tie.to, width: inside ? 1 + 6 * part : 6 + 140 * part,
      color: { color: app.colours.edge, opacity: inside ? 0.05 + 0.3 * part : 0.06 + 0.5 * part, highlight: app.colours.accent, hover: app.colours.accent },
    };
  };
})(window.relgraph);
