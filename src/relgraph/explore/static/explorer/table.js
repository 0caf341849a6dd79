// The same relations as a table, for reading, sorting, and for everyone whom the picture does not serve.
(function (app) {
  "use strict";
  const COLUMNS = {
    subject: (relation) => app.name(app.nodes[relation.subject]),
    type: (relation) => app.label("relation_types", relation.type),
    object: (relation) => app.name(app.nodes[relation.object]),
    sentences: (relation) => relation.sentences,
    releases: (relation) => relation.releases,
    last: (relation) => relation.last || "",
    statuses: (relation) => relation.statuses.map((status) => app.label("statuses", status)).join(", "),
    topics: (relation) => relation.topics.map(app.topicName).join(", "),
  };
  const STEP = 250, MOST = 2000; // rows that are made at once, and before somebody asks for more
  let drawing = 0;
  const FALLING = ["sentences", "releases", "last"]; // columns that begin with the most
  // "-sentences" falls, "sentences" rises
  const sorting = () => {
    const column = app.state.sort.replace(/^-/, "");
    return Object.hasOwn(COLUMNS, column) ? { column, up: !app.state.sort.startsWith("-") } : { column: "sentences", up: false };
  };

  app.drawTable = (view) => {
    const caption = app.say("caption", { n: app.number(view.relations.length), all: app.number(view.allRelations) });
    document.getElementById("caption").textContent = caption;
    document.getElementById("heads").replaceChildren(...Object.keys(COLUMNS).map(head));
    fill(sorted(view.relations), (drawing += 1));
  };

  // a screenful at once, the rest in steps, so that thousands of rows do not hold up the page
  function fill(relations, now, from = 0, most = MOST) {
    if (now !== drawing) return; // drawn anew meanwhile
    const rows = document.getElementById("rows");
    const some = relations.slice(from, from + STEP).map(row);
    if (from) rows.append(...some);
    else rows.replaceChildren(...some);
    const next = from + STEP, left = relations.length - next, goes = left > 0 && next < most;
    rows.setAttribute("aria-busy", String(goes));
    if (goes) setTimeout(fill, 0, relations, now, next, most);
    else if (left > 0) rows.append(further(left, () => fill(relations, now, next, next + MOST)));
  }

  // what is not there yet is counted, and comes when asked for
  function further(left, action) {
    const made = app.element("tr", {}), n = app.number(Math.min(MOST, left));
    const button = app.button(app.say("more_rows", { n, left: app.number(left) }), () => {
      const before = made.previousElementSibling;
      made.remove();
      action();
      before?.nextElementSibling?.querySelector("button").focus();
    }, "");
    made.append(app.element("td", { colspan: Object.keys(COLUMNS).length }, button));
    return made;
  }

  function head(column) {
    const { column: by, up } = sorting(), active = by === column;
    const button = app.button(app.say(`column_${column}`) + (active ? (up ? " ▲" : " ▼") : ""), () => {
      const rising = active ? !up : !FALLING.includes(column);
      app.change((state) => { state.sort = rising ? column : `-${column}`; });
      document.querySelector(`#heads [data-column="${column}"] button`).focus();
    }, "");
    const sort = active ? (up ? "ascending" : "descending") : "none";
    return app.element("th", { scope: "col", "aria-sort": sort, "data-column": column }, button);
  }

  function sorted(relations) {
    const { column, up } = sorting(), key = COLUMNS[column], collator = new Intl.Collator(app.language, { numeric: true });
    const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
    const keyed = relations.map((relation) => [key(relation), relation]);
    keyed.sort((a, b) => (up ? 1 : -1) * compare(a[0], b[0]) || a[1].id - b[1].id);
    return keyed.map(([, relation]) => relation);
  }

  function row(relation) {
    const cell = (...content) => app.element("td", {}, ...content);
    const number = (n) => app.element("td", { class: "number" }, app.number(n));
    const open = app.button(COLUMNS.type(relation), () => app.select({ line: relation.line, relation: relation.id }, true));
    open.setAttribute("aria-label", app.say("open_evidence", { name: `${COLUMNS.type(relation)}, ${app.sides(relation)}` }));
    const chosen = app.selected && app.selected.relation === relation.id;
    return app.element("tr", chosen ? { class: "chosen" } : {},
      app.element("th", { scope: "row" }, app.nodeButton(app.nodes[relation.subject])), cell(open),
      cell(app.nodeButton(app.nodes[relation.object])), number(relation.sentences), number(relation.releases),
      cell(relation.last ? app.date(relation.last) : "–"), cell(COLUMNS.statuses(relation)), cell(COLUMNS.topics(relation)));
  }
})(window.relgraph);
