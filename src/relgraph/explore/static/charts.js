"use strict";
// Draws the charts of the page over their still pictures. Expressions are interpreted ("ast"), so that the policy of the
// page need not allow eval; tooltips are titles, which need no style sheet of Vega's.
for (const holder of document.querySelectorAll("[data-chart]")) {
  const data = JSON.parse(document.getElementById(holder.dataset.chart).textContent);
  const still = holder.innerHTML;
  window.vegaEmbed(holder, data.spec, {
    mode: "vega-lite", renderer: "svg", ast: true, actions: false, tooltip: false, defaultStyle: false,
    formatLocale: data.numbers, timeFormatLocale: data.times,
  }).catch((error) => { holder.innerHTML = still; console.error(error); });
}
