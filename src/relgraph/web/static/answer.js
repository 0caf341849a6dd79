/* Tables that sort, and a query that can be copied; without this script the table stands in the order of the answer. */
"use strict";
(() => {
  const german = document.documentElement.lang === "de";
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const compare = (one, other, numeric) => {
    if (!one || !other) return Number(!one) - Number(!other); // what is empty stays last
    return numeric ? Number(one) - Number(other) : collator.compare(one, other);
  };

  const sort = (table, place, heading) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    const numeric = heading.classList.contains("number");
    const body = table.tBodies[0], rows = [...body.rows];
    const key = (row) => row.cells[place].dataset.key;
    rows.sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      const order = compare(a, b, numeric);
      return a && b && down ? -order : order;
    });
    body.append(...rows);
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((heading, place) => {
      if (heading.classList.contains("unsorted")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, place, heading));
    });
  }

  /* From a footnote back to the row that led to it. */
  let from = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".cite a");
    if (!link) return;
    from = link;
    const note = document.querySelector(link.hash);
    note.querySelector(".back")?.remove();
    const back = document.createElement("button");
    back.type = "button";
    back.className = "back";
    back.textContent = "↩";
    back.setAttribute("aria-label", german ? "Zurück zur Zeile" : "Back to the row");
    back.addEventListener("click", () => from.focus());
    note.append(" ", back);
  });

  const query = document.getElementById("behind");
  if (query && navigator.clipboard) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = german ? "Kopieren" : "Copy";
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(query.textContent);
      copy.textContent = german ? "Kopiert" : "Copied";
    });
    query.nextElementSibling.append(copy);
  }
})();
