// What the page says, in the language that is chosen: strings, labels, dates and numbers.
(function (app) {
  "use strict";
  const { strings, labels, topics } = app.data;

  app.say = (key, values = {}) =>
    strings[key][app.language].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  const numbers = { de: new Intl.NumberFormat("de"), en: new Intl.NumberFormat("en") };
  app.number = (n) => numbers[app.language].format(n);
  // keys end in _one and _many
  app.count = (key, n) => app.say(n === 1 ? `${key}_one` : `${key}_many`, { n: app.number(n) });
  app.name = (node) => (app.language === "en" && node.label_en) || node.label;
  app.label = (group, key) => (labels[group][key] ? labels[group][key][app.language] : key);
  app.typeName = (node) => app.label("entity_types", node.type);
  app.topicName = (topic) => (topics[topic] && (topics[topic][app.language] || topics[topic].de)) || topic;

  // dates are days, months or years: 2023-12-01, 2023-12, 2023
  app.date = (text) => {
    if (!text) return app.say("no_date");
    const time = new Date(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);
    if (Number.isNaN(time.getTime())) return text;
    return dates(app.language, text.length > 7 ? DAY : text.length > 4 ? MONTH : YEAR).format(time);
  };
  const YEAR = { year: "numeric" }, MONTH = { ...YEAR, month: "long" }, DAY = { ...YEAR, month: "short", day: "numeric" };
  const made = new Map(); // to make one takes as long as to write a hundred dates
  function dates(language, parts) {
    const key = `${language} ${Object.keys(parts).length}`;
    if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { ...parts, timeZone: "UTC" }));
    return made.get(key);
  }

  // address of a release that opens at the sentence in browsers that know text fragments; only http and https.
  // `relgraph.explore.originals` makes the same, and a test holds both together.
  const BLANKS = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
  const LONG = 14, ENDS = 5; // a long sentence is given by the words that it begins and ends with
  app.original = (url, sentence) => {
    if (!url || !/^https?:\/\/[^\s\x00-\x20"<>\\^`{|}\x7f]+$/i.test(url)) return null;
    const words = sentence.replace(/\p{Surrogate}/gu, "\ufffd").split(BLANKS).filter(Boolean);
    const address = url.replace(/:~:.*$/s, "").replace(/#$/, "");
    if (!words.length) return address;
    const code = (part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D");
    const text = words.length > LONG ? `${code(words.slice(0, ENDS))},${code(words.slice(-ENDS))}` : code(words);
    return `${address}${address.includes("#") ? "" : "#"}:~:text=${text}`;
  };

  app.translate = () => {
    document.documentElement.lang = app.language;
    const title = app.data.title[app.language];
    document.title = `${title} – relgraph`;
    document.getElementById("title").textContent = title;
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = app.say(element.dataset.say);
    for (const element of document.querySelectorAll("[data-say-label]"))
      element.setAttribute("aria-label", app.say(element.dataset.sayLabel));
    for (const element of document.querySelectorAll("[data-say-placeholder]"))
      element.setAttribute("placeholder", app.say(element.dataset.sayPlaceholder));
    for (const element of document.querySelectorAll("[data-say-title]"))
      element.setAttribute("title", app.say(element.dataset.sayTitle));
    for (const button of document.querySelectorAll("[data-language]"))
      button.setAttribute("aria-pressed", String(button.dataset.language === app.language));
  };
})(window.relgraph);
