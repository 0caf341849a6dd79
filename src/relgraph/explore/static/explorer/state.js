// What the reader has chosen: one plain object. Every action changes it through `app.change`, which remembers it for undo
// and writes it into the address; nothing is stored anywhere else.
(function (app) {
  "use strict";
  const { looks, labels, topics } = app.data;
  const among = (table) => (value) => Object.hasOwn(table, value);
  const one = (...values) => (value) => values.includes(value);
  const day = (value) => /^\d{4}(-\d\d)?$/.test(value);
  const key = (value) => app.known(value);
  // `off` lists hold what is switched off, other lists what is asked for; `look` is no part of what undo takes back
  const FIELDS = {
    types: { fresh: [], check: among(looks), off: true },
    relations: { fresh: [], check: among(labels.relation_types), off: true },
    statuses: { fresh: [], check: among(labels.statuses), off: true },
    bases: { fresh: [], check: among(labels.bases), off: true },
    topics: { fresh: [], check: among(topics) },
    places: { fresh: [], check: key },
    publishers: { fresh: [], check: key },
    from: { fresh: "", check: day },
    to: { fresh: "", check: day },
    around: { fresh: "", check: key },
    hops: { fresh: 1, check: one("2", "3"), read: Number },
    more: { fresh: 0, check: (value) => /^[1-9]\d{0,3}$/.test(value), read: Number },
    unfolded: { fresh: [], check: (value) => /^\d{1,4}x\d{1,4}$/.test(value) },
    all: { fresh: false, check: one("true"), read: Boolean },
    added: { fresh: [], check: key },
    pinned: { fresh: [], check: key },
    hidden: { fresh: [], check: key },
    path: { fresh: [], check: key },
    way: { fresh: 1, check: one("1", "2", "3"), read: Number },
    selected: { fresh: "", check: key, look: true },
    view: { fresh: "picture", check: one("table"), look: true },
    sort: { fresh: "-sentences", check: (value) => /^-?[a-z]+$/.test(value), look: true },
    language: { fresh: app.data.language || "de", check: one("de", "en"), look: true },
    theme: { fresh: "system", check: one("light", "dark"), look: true },
  };
  const names = Object.keys(FIELDS);
  const LOOKS = names.filter((name) => FIELDS[name].look);
  const copy = (state) => JSON.parse(JSON.stringify(state));
  const fresh = () => copy(Object.fromEntries(names.map((name) => [name, FIELDS[name].fresh])));
  const picked = (state, wanted) => Object.fromEntries(wanted.map((name) => [name, state[name]]));
  const content = (state) => JSON.stringify({ ...state, ...picked(fresh(), LOOKS) });
  app.fresh = fresh;
  app.contentDiffers = (before) => !before || content(before) !== content(app.state);
  app.state = fresh();
  Object.defineProperty(app, "language", { get: () => app.state.language });
  Object.defineProperty(app, "selected", { get: () => app.target(app.state.selected) });

  // the address after its #: name=value&name=value, lists joined by commas, only what differs from a fresh page
  const coded = (text) => encodeURIComponent(text).replace(/%2F/g, "/").replace(/%3A/g, ":");
  app.written = (state) => names.filter((name) => JSON.stringify(state[name]) !== JSON.stringify(FIELDS[name].fresh))
    .map((name) => `${name}=${[state[name]].flat().map((value) => (FIELDS[name].off ? "-" : "") + coded(String(value))).join(",")}`).join("&");

  // the state that an address means, and what of it this page does not know
  app.readState = (hash) => {
    const state = fresh(), unknown = [];
    for (const part of hash.replace(/^#/, "").split("&").filter(Boolean)) {
      const [name, text = ""] = part.split(/=(.*)/s), field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : null;
      const values = field ? text.split(",").map((value) => decoded(field.off ? value.replace(/^-/, "") : value)) : [];
      const good = values.filter((value) => value !== null && (value === String(field.fresh) || field.check(value)));
      if (!field || good.length < values.length) unknown.push(part);
      if (!good.length) continue;
      state[name] = Array.isArray(field.fresh) ? [...new Set(good)] : (field.read || String)(good[0]);
    }
    if (state.path.length === 1 || state.path.length > 2) { unknown.push(`path=${state.path.join(",")}`); state.path = []; }
    return { state, unknown };
  };
  // the nodes that an address speaks of: what has to be known before it can be read
  app.wanted = (hash) => {
    const held = new Map(hash.replace(/^#/, "").split("&").map((part) => part.split(/=(.*)/s)));
    const keys = (...fields) => fields.flatMap((name) => (held.get(name) || "").split(",").flatMap((text) => (decoded(text) || "").split("~")))
      .filter((key) => key && !Object.hasOwn(labels.relation_types, key));
    return { keys: [...new Set(keys("added", "pinned", "hidden", "selected", "around"))], around: keys("around")[0] || "", path: keys("path") };
  };
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return null; } };

  const past = [], future = [];
  let lastMerge = "";
  app.undoable = () => past.length > 0;
  app.redoable = () => future.length > 0;

  // `merge` names a gesture, such as dragging a slider, whose steps are one for undo and for the browser
  app.change = (mutate, { merge = "" } = {}) => {
    const before = copy(app.state);
    mutate(app.state);
    const merged = merge !== "" && merge === lastMerge;
    lastMerge = merge;
    if (content(before) !== content(app.state)) {
      if (!merged) past.push(before);
      future.length = 0;
    }
    write(merged);
    app.refresh(before);
  };

  function travel(from, to) {
    if (!from.length) return;
    const before = copy(app.state);
    to.push(before);
    app.state = { ...from.pop(), ...picked(before, LOOKS) };
    lastMerge = "";
    write(false);
    app.refresh(before);
  }
  app.undo = () => travel(past, future);
  app.redo = () => travel(future, past);

  // in a file, in a frame or elsewhere where the address may not be written, the page works without
  function write(replace) {
    const hash = app.written(app.state);
    if (location.hash.replace(/^#/, "") === hash) return;
    const address = location.href.replace(/#.*$/s, "") + (hash ? `#${hash}` : "");
    try { history[replace ? "replaceState" : "pushState"](null, "", address); } catch { /* see above */ }
  }

  // back and forward of the browser, and an address that is typed in
  window.addEventListener("popstate", () => app.need(app.wanted(location.hash), () => {
    const { state, unknown } = app.readState(location.hash);
    if (app.written(state) === app.written(app.state)) return app.complain(unknown);
    const before = copy(app.state);
    if (content(before) !== content(state)) { past.push(before); future.length = 0; }
    app.state = state;
    app.refresh(before);
    app.complain(unknown);
  }));
})(window.relgraph);
