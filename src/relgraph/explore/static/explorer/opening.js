// What the page opens with (opening.py), and how much is shown of what matches: as much as names have room for.
(function (app) {
  "use strict";
  const ROOM = 11000, FEWEST = 16; // square pixels for a sign with its name; however small the screen, so many
  const holder = document.getElementById("net");
  let held = [], behind = new Map(), room = FEWEST;

  // as many as the picture has room for when it is first drawn; wider than high where it is, and the other way round
  app.openings = () => {
    if (held.length) return;
    const view = holder.clientWidth ? holder : document.getElementById("table-view"); // which stands in the same place
    const width = view.clientWidth || window.innerWidth, height = view.clientHeight || window.innerHeight;
    const wide = Math.sqrt(Math.min(1.7, Math.max(0.6, width / height)));
    room = Math.max(FEWEST, Math.round((width * height) / ROOM));
    held = app.data.opening.slice(0, room);
    behind = new Map(held.map(([id, , , parent]) => [id, parent]));
    app.openingPlaces = new Map(held.map(([id, x, y]) => [id, { x: Math.round(x * wide), y: Math.round(y / wide) }]));
  };

  // whether what is shown grows from the opening: no filter, no surroundings
  app.whole = () => !app.filtered() && !app.state.around;

  // lines from one to whom he stands behind; all others are drawn fainter in the opening
  app.isSpine = ([one, other]) => behind.get(one) === other || behind.get(other) === one;

  // of the nodes that match, those of the opening and of the strongest lines, and what was asked for by name
  app.strongest = (ranked, matched, added) => {
    app.openings();
    const { limit } = app.data, whole = app.whole(), middle = app.node(app.state.around)?.id;
    const shown = new Set((middle === undefined ? staying(ranked, whole) : [middle]).filter((id) => matched.has(id)));
    const enough = middle !== undefined ? limit : whole || shown.size * 2 >= room ? shown.size : room; // others where little stays
    const most = enough + app.state.more * limit;
    const beside = (line) => line.ends.includes(middle);
    for (const line of [...ranked.filter(beside), ...ranked.filter((line) => !beside(line))]) {
      const fresh = [...new Set(line.ends)].filter((end) => !shown.has(end));
      if (shown.size + fresh.length <= most) fresh.forEach((end) => shown.add(end));
    }
    for (const id of added) {
      if (!matched.has(id)) continue;
      shown.add(id); // it comes on top, with its strongest ties
      const ties = ranked.filter((line) => line.ends.includes(id));
      if (!ties.some((line) => line.ends.every((end) => shown.has(end))))
        ties.slice(0, 12).forEach((line) => line.ends.forEach((end) => shown.add(end)));
    }
    return shown;
  };

  // the opening; under a filter, of it the centres and whoever still is tied to somebody there, so that the picture stays much the same
  function staying(ranked, whole) {
    if (whole) return [...behind.keys()];
    const opened = new Set([...app.data.centres, ...behind.keys()]);
    const tied = new Set(ranked.filter((line) => line.ends.every((end) => opened.has(end))).flatMap((line) => line.ends));
    return [...opened].filter((id) => tied.has(id) || app.data.centres.includes(id));
  }
})(window.relgraph);
