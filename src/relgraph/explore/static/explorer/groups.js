// Communities (discs.py) as signs, where a picture would hold too many: each unfolds in place, step by step, and folds again.
(function (app) {
  "use strict";
  const MOST = 2500, STEP = 150; // nodes that are drawn singly; members that unfold at once
  const PITCH = 54; // between the rings of a disc, as in discs.py
  const list = document.getElementById("groups");
  const discs = app.rows(app.data.discs).map((disc, number) => ({ ...disc, number, id: `disc-${number}` }));

  // state.unfolded: number of the disc, and how many steps of it
  const steps = () => new Map(app.state.unfolded.map((text) => text.split("x").map(Number)));
  const title = (disc) => (disc.chiefs ? app.name(app.nodes[disc.chiefs[0]]) : app.say("groups_small"));
  const reach = (count) => (count ? PITCH * (1 + Math.ceil(Math.sqrt(count / 3))) : 0);

  // a step further, or folded again
  app.unfold = (number, by = 1) => {
    const held = steps();
    held.set(number, by < 0 ? 0 : (held.get(number) || 0) + by);
    app.change((state) => { state.unfolded = [...held].filter(([, n]) => n > 0).map(([one, n]) => `${one}x${n}`); });
    if (by > 0) app.lookAt(discs[number], reach(held.get(number) * STEP) + 2 * PITCH);
  };

  // what a view is drawn of: nodes by themselves, signs for the rest of each community, ties that sum up lines
  app.fold = (view) => (view.drawn ??= folded(view));

  function folded(view) {
    if (view.nodes.size <= MOST) return { nodes: [...view.nodes], lines: view.lines, signs: [], ties: [] };
    const held = steps(), singly = wanted(view), nodes = [], members = discs.map(() => []), at = new Map();
    for (const id of [...view.nodes].sort((a, b) => a - b)) {
      const group = members[app.nodes[id].disc];
      if (group && !singly.has(id)) group.push(id);
      else nodes.push(id);
    }
    const signs = [];
    discs.forEach((disc, index) => {
      const shown = members[index].slice(0, (held.get(index) || 0) * STEP), rest = members[index].slice(shown.length);
      nodes.push(...shown);
      rest.forEach((id) => at.set(id, disc.id));
      if (rest.length) signs.push(sign(disc, shown.length, rest.length));
      if (shown.length) signs.push(folder(disc, shown.length));
    });
    return { nodes, signs, ...tied(view, at) };
  }

  // whoever was asked for stands by himself
  const wanted = (view) => new Set([...view.route.nodes, ...app.asked(), ...(app.selected?.node === undefined ? [] : [app.selected.node])]);

  function tied(view, at) {
    const lines = [], sums = new Map();
    for (const line of view.lines) {
      const [from, to] = line.ends.map((end) => at.get(end) ?? end);
      if (!at.has(line.ends[0]) && !at.has(line.ends[1])) { lines.push(line); continue; }
      if (from === to) continue; // within one sign
      const key = String(from) < String(to) ? `${from} ${to}` : `${to} ${from}`;
      if (!sums.has(key)) sums.set(key, { id: `tie ${key}`, from, to, sentences: 0, lines: 0 });
      const sum = sums.get(key);
      sum.sentences += app.strength(line, view.of.get(line.id));
      sum.lines += 1;
    }
    return { lines, ties: [...sums.values()] };
  }

  // a disc not unfolded is its own sign; of one that is in part, the rest stands below what is shown
  function sign(disc, shown, rest) {
    const y = shown ? disc.y + reach(shown) + 2 * PITCH : disc.y;
    const size = shown ? PITCH : disc.radius * 0.82, name = () => (shown ? app.say("groups_rest", { name: title(disc) }) : title(disc));
    return {
      id: disc.id, disc: disc.number, x: disc.x, y, size, count: rest, sentences: 1e6 + rest, group: true,
      get label() { return `${name()} (${app.number(rest)})`; },
      rows: (small) => [...app.wrapped(name(), small ? 15 : undefined), app.number(rest)],
    };
  }

  const folder = (disc, shown) => ({
    id: `fold-${disc.number}`, disc: disc.number, fold: true, x: disc.x, y: disc.y - reach(shown) - PITCH, size: 12, sentences: 1e6, group: true,
    get label() { return app.say("groups_fold", { name: title(disc) }); },
    rows: () => app.wrapped(app.say("groups_fold", { name: title(disc) })),
  });

  // the same by keyboard: a list of communities, each with a button
  app.drawGroups = (drawn) => {
    const focus = document.activeElement?.closest("#groups") ? document.activeElement.dataset.disc : null;
    const signs = drawn.signs;
    list.hidden = signs.length === 0;
    const item = (sign) => {
      const made = app.button(sign.label, () => app.unfold(sign.disc, sign.fold ? -1 : 1));
      made.dataset.disc = sign.id;
      return app.element("li", {}, made);
    };
    const folded = signs.filter((sign) => !sign.fold);
    const count = { n: app.number(folded.length), nodes: app.number(folded.reduce((sum, sign) => sum + sign.count, 0)), singly: app.number(drawn.nodes.length) };
    list.replaceChildren(...(signs.length ? [app.element("summary", {}, app.element("h3", {}, app.say("groups", count))),
      app.element("p", { class: "muted small" }, app.say("groups_text", count)), app.element("ul", { class: "plain small" }, ...signs.map(item))] : []));
    if (focus) (list.querySelector(`[data-disc="${focus}"]`) || list.querySelector("summary"))?.focus();
    return signs.length ? app.say("groups_count", count) : "";
  };
})(window.relgraph);
