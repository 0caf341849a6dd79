// A layout for small selections, made where they are made: springs along lines, everything else apart.
(function (app) {
  "use strict";
  const PITCH = 92, FAR = 3.5; // between neighbours; how many pitches away others are felt, so that islands stay close

  // places by id; `fixed` ones stay where they are; the same selection always gives the same picture
  app.arrange = (ids, lines, fixed = new Map(), width = 1.2) => {
    const index = new Map(ids.map((id, i) => [id, i]));
    const places = ids.map((id, i) => start(id, i, fixed, lines));
    const still = ids.map((id) => fixed.has(id));
    const ties = lines.map((line) => line.ends.map((end) => index.get(end))).filter(([a, b]) => a !== b);
    const rounds = Math.max(10, Math.min(260, Math.round(2e7 / ids.length ** 2))); // each looks at every pair
    for (let round = 0; round < rounds; round += 1)
      step(places, ties, still, PITCH * 1.1 * (1 - round / rounds) + 1, width);
    for (let round = 0; round < 50; round += 1) if (!separate(places, still)) break;
    return new Map(ids.map((id, i) => [id, { x: Math.round(places[i].x), y: Math.round(places[i].y) }]));
  };

  // where it stood, else beyond one who stays and to whom it is tied, else on a spiral
  function start(id, i, fixed, lines) {
    if (fixed.has(id)) return { ...fixed.get(id) };
    const angle = i * 2.399963, radius = PITCH * 0.6 * Math.sqrt(i + 1);
    const spiral = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    const tie = fixed.size ? lines.find(({ ends }) => ends.includes(id) && ends.some((end) => fixed.has(end))) : null;
    if (!tie) return spiral;
    const near = fixed.get(tie.ends.find((end) => fixed.has(end))), far = Math.hypot(near.x, near.y) || 1;
    return { x: near.x + (near.x / far) * PITCH * 1.5 + spiral.x * 0.1, y: near.y + (near.y / far) * PITCH * 1.5 + spiral.y * 0.1 };
  }

  function step(places, ties, still, reach, width) {
    const force = places.map((place) => ({ x: -place.x * 0.035, y: -place.y * 0.035 * width * width }));
    for (let i = 0; i < places.length; i += 1)
      for (let j = 0; j < i; j += 1) {
        const x = places[i].x - places[j].x || 0.01 * (i - j), y = places[i].y - places[j].y || 0.01;
        const far = x * x + y * y;
        if (far > (PITCH * FAR) ** 2) continue;
        const push = (PITCH * PITCH) / (far + 1);
        force[i].x += x * push; force[i].y += y * push;
        force[j].x -= x * push; force[j].y -= y * push;
      }
    for (const [a, b] of ties) {
      const x = places[b].x - places[a].x, y = places[b].y - places[a].y;
      const pull = Math.hypot(x, y) / PITCH / 2.2;
      force[a].x += x * pull; force[a].y += y * pull;
      force[b].x -= x * pull; force[b].y -= y * pull;
    }
    places.forEach((place, i) => {
      if (still[i]) return;
      const length = Math.hypot(force[i].x, force[i].y) || 1;
      const by = Math.min(length, reach) / length;
      place.x += force[i].x * by; place.y += force[i].y * by;
    });
  }

  function separate(places, still) {
    let moved = false;
    for (let i = 0; i < places.length; i += 1)
      for (let j = 0; j < i; j += 1) {
        const x = places[i].x - places[j].x || 0.1, y = (places[i].y - places[j].y) * 1.4;
        const distance = Math.hypot(x, y), gap = PITCH * 0.8;
        if (distance >= gap) continue;
        const by = (gap - distance) / 2 / distance;
        if (!still[i]) { places[i].x += x * by; places[i].y += (y * by) / 1.4; moved = true; }
        if (!still[j]) { places[j].x -= x * by; places[j].y -= (y * by) / 1.4; moved = true; }
      }
    return moved;
  }
})(window.relgraph);
