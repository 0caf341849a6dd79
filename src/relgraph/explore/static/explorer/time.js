// What was known by then: releases over time as a small chart, and a slider that leaves what was published up to a date.
(function (app) {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const slider = byId("until"), from = byId("since"), chart = byId("histogram");
  const calendar = app.data.calendar; // releases by month; by year where no month is known
  const LONG = 3; // from so many years on, a step is a year
  const steps = stepsOf(Object.keys(calendar).sort());

  function stepsOf(dates) {
    if (!dates.length) return [];
    const [first, last] = [Number(dates[0].slice(0, 4)), Number(dates[dates.length - 1].slice(0, 4))];
    const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
    if (years.length >= LONG) return years;
    return years.flatMap((year) => Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`));
  }
  const releases = steps.map((step) => Object.entries(calendar).reduce((sum, [date, n]) => (date.startsWith(step) ? sum + n : sum), 0));

  app.drawTime = () => {
    byId("time").hidden = steps.length < 2;
    if (steps.length < 2) return;
    const { from: low, to: high } = app.state, at = high ? steps.findLastIndex((step) => step <= high) : steps.length - 1;
    const text = high ? app.say("known_by", { date: app.date(high) }) : app.say("known_all");
    slider.max = String(steps.length - 1);
    slider.value = String(Math.max(0, at));
    slider.setAttribute("aria-valuetext", text);
    byId("until-text").textContent = text;
    from.replaceChildren(app.element("option", { value: "" }, app.say("any")), ...steps.map((step) => app.element("option", { value: step }, app.date(step))));
    from.value = low;
    bars(low, high);
  };

  function bars(low, high) {
    const most = Math.max(...releases), svg = (tag, attributes) => app.drawing(tag, attributes);
    const columns = steps.map((step, i) => {
      const height = releases[i] ? Math.max(2, (releases[i] / most) * 30) : 0;
      const inside = (!low || step >= low) && (!high || step <= high);
      const bar = svg("rect", { x: i * 10 + 1, y: 30 - height, width: 8, height, class: inside ? "in" : "out" });
      bar.append(svg("title", {}));
      bar.firstChild.textContent = `${app.date(step)}: ${app.count("release", releases[i])}`;
      return bar;
    });
    chart.setAttribute("viewBox", `0 0 ${steps.length * 10} 30`);
    chart.setAttribute("aria-label", app.say("histogram", { list: steps.flatMap((step, i) => (releases[i] ? [`${app.date(step)}: ${app.number(releases[i])}`] : [])).join("; ") }));
    chart.replaceChildren(...columns);
    byId("first-step").textContent = app.date(steps[0]);
    byId("last-step").textContent = app.date(steps[steps.length - 1]);
  }

  slider.addEventListener("input", () => app.change((state) => {
    const step = Number(slider.value);
    state.to = step === steps.length - 1 ? "" : steps[step];
    if (state.to && state.from > state.to) state.from = "";
  }, { merge: "until" }));
  from.addEventListener("change", () => app.change((state) => {
    state.from = from.value;
    if (state.to && state.from > state.to) state.to = "";
  }));
})(window.relgraph);
