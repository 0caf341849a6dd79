/* The catalogue filters itself while one types; without this script the form asks the server. */
"use strict";
(() => {
  const field = document.getElementById("filter"), told = document.getElementById("filtered");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const items = [...document.querySelectorAll("[data-words]")].map((item) => [item, fold(item.dataset.words)]);
  const groups = [...document.querySelectorAll(".group")];
  const filter = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += !item.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-words]:not([hidden])");
    told.textContent = String(shown);
  };
  field.addEventListener("input", filter);
})();
