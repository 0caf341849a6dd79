"use strict";
// The editor's help: words, prefixes and terms as one types; Ctrl+Enter asks. Without this script the form works all the same.
(() => {
  const form = document.querySelector("form.asking");
  const editor = form.querySelector("textarea");
  const words = fetch(form.dataset.words).then((answer) => answer.json());
  const MOST = 8;
  const LONG = 6000; // of an address; a longer question is sent with the form
  const list = document.createElement("ul");
  const said = document.createElement("p");
  let shown = [], chosen = -1;

  list.className = "completions plain";
  list.id = "completions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  list.hidden = true;
  said.className = "unseen";
  said.setAttribute("role", "status");
  editor.after(list, said);
  editor.setAttribute("aria-autocomplete", "list");
  editor.setAttribute("aria-controls", list.id);
  for (const hint of form.querySelectorAll("[data-scripted]")) hint.hidden = false;

  // What is being typed before the cursor: a word, or a name with its prefix
  const typed = () => /[\w-]*:?[\w-]*$/.exec(editor.value.slice(0, editor.selectionStart))[0];

  const matching = (all, text) => {
    const asked = text.toLowerCase();
    const ranked = [];
    for (const one of all) {
      const name = one.word.toLowerCase();
      const local = name.slice(name.indexOf(":") + 1);
      const rank = name.startsWith(asked) ? 0 : local.startsWith(asked) ? 1
        : asked.length > 2 && (local.includes(asked) || one.told.toLowerCase().startsWith(asked)) ? 2 : -1;
      if (rank >= 0 && name !== asked) ranked.push([rank, one]);
    }
    return ranked.sort((a, b) => a[0] - b[0]).slice(0, MOST).map((pair) => pair[1]);
  };

  const close = () => {
    list.hidden = true;
    shown = [];
    chosen = -1;
    editor.removeAttribute("aria-activedescendant");
  };

  const choose = (number) => {
    chosen = (number + shown.length) % shown.length;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
    editor.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  };

  const suggest = async (always) => {
    const text = typed();
    if (!always && text.length < 2) return close();
    shown = matching(await words, text);
    if (!shown.length || text !== typed()) return close();
    list.replaceChildren(...shown.map((one, place) => {
      const item = document.createElement("li");
      item.id = `completion-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      for (const [tag, words] of [["code", one.word], ["span", one.told], ["span", form.dataset[one.kind]]]) {
        const part = document.createElement(tag);
        part.textContent = words;
        if (tag === "span") part.className = "muted small";
        item.append(part);
      }
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); put(place); });
      return item;
    }));
    chosen = -1;
    list.hidden = false;
    said.textContent = form.dataset.suggested.replace("{n}", shown.length);
  };

  // Put in by the browser's own command, so that Ctrl+Z takes it back
  const insert = (text) => {
    if (!document.execCommand("insertText", false, text)) editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, "end");
  };

  const put = (place) => {
    const one = shown[place], before = typed();
    editor.focus();
    editor.setSelectionRange(editor.selectionStart - before.length, editor.selectionStart);
    const cursor = one.insert.indexOf("|");
    insert(one.insert.replace("|", ""));
    if (cursor >= 0) {
      const at = editor.selectionStart - (one.insert.length - 1 - cursor);
      editor.setSelectionRange(at, at);
    }
    close();
  };

  editor.addEventListener("input", () => suggest(false));
  editor.addEventListener("blur", close);
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      suggest(true);
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose(chosen < 0 && event.key === "ArrowUp" ? -1 : chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (!list.hidden && event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      put(chosen);
    } else if (!list.hidden && event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (["Home", "End", "ArrowLeft", "ArrowRight", "Tab"].includes(event.key)) {
      close();
    }
  });

  form.addEventListener("submit", () => {
    form.method = encodeURIComponent(editor.value).length > LONG ? "post" : "get";
    said.textContent = form.dataset.running;
    form.querySelector("button").textContent = form.dataset.running;
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  const wrong = form.querySelector("[data-line]");
  const mark = () => {
    const lines = editor.value.split("\n");
    const start = lines.slice(0, wrong.dataset.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    const at = start + Number(wrong.dataset.column) - 1;
    const length = /^\S*/.exec(editor.value.slice(at))[0].length || 1;
    editor.focus();
    editor.setSelectionRange(at, at + length);
  };
  if (wrong) {
    wrong.addEventListener("click", (event) => { event.preventDefault(); mark(); });
    mark();
  }
})();
