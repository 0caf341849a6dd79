"use strict";
// A tie in a list opens to its sentences in place; without this script its link leads to them.
for (const link of document.querySelectorAll("a[data-opens]")) link.setAttribute("aria-expanded", "false");
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-opens]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const row = link.closest(".tie");
  let place = row.querySelector(".opened");
  if (!place) {
    try {
      place = await sentences(link);
    } catch {
      location.assign(link.href);
      return;
    }
    row.append(place);
  } else {
    place.hidden = !place.hidden;
  }
  link.setAttribute("aria-expanded", String(!place.hidden));
});

// The sentences as the tie's own page has them: the server has escaped what releases say, and nothing in it runs.
async function sentences(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const place = document.createElement("div");
  place.className = "opened";
  for (const part of page.querySelectorAll("#statements > .statement, #statements > .pager")) place.append(document.importNode(part, true));
  const whole = document.createElement("p");
  const lead = document.createElement("a");
  lead.href = link.href;
  lead.textContent = page.querySelector("#statements").dataset.whole;
  whole.append(lead);
  place.append(whole);
  return place;
}
