/* Suggestions for <input data-suggest="/suggest?…">: a combobox after the ARIA Authoring Practices (list autocomplete,
   manual selection). Without this script the fields are plain fields, some with a <datalist>.

   data-go: choosing leads to the page of the thing; otherwise its value is put into the field. */
"use strict";
(() => {
  const WAIT = 90;
  let count = 0;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  class Combobox {
    constructor(input) {
      this.input = input;
      this.ready = this.own();
      this.found = [];
      this.active = -1;
      this.list = document.createElement("ul");
      this.list.id = `suggested-${(count += 1)}`;
      this.list.className = "suggested plain";
      this.list.role = "listbox";
      this.list.hidden = true;
      const said = document.documentElement.lang === "en" ? "Suggestions" : "Vorschläge";
      this.list.setAttribute("aria-label", `${said}: ${input.labels?.[0]?.textContent.trim() || input.name}`);
      this.told = document.createElement("span");
      this.told.className = "unseen";
      this.told.setAttribute("aria-live", "polite");
      const holder = document.createElement("span");
      holder.className = "suggesting";
      input.replaceWith(holder);
      holder.append(input, this.list, this.told);
      for (const [name, value] of Object.entries({
        role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
      })) input.setAttribute(name, value);
      input.addEventListener("input", () => this.typed());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("focus", () => { if (!input.value && this.ready.length) this.show(this.ready); });
      input.addEventListener("click", () => { if (!input.value && this.ready.length) this.show(this.ready); });
      input.addEventListener("blur", () => this.close());
      // the field keeps the focus, or blur would close the list before the click
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose([...this.list.children].indexOf(option));
      });
    }

    /* The server's own suggestions, out of the datalist that serves readers without scripts. */
    own() {
      const listed = this.input.list;
      this.input.removeAttribute("list");
      if (!listed) return [];
      return [...listed.options].map((option) => ({ name: option.value, value: option.value, evidence: option.label || "" }));
    }

    typed() {
      clearTimeout(this.waiting);
      const text = this.input.value.trim();
      if (!text) return this.ready.length ? this.show(this.ready) : this.close();
      // until the answer is there, only what still fits can be chosen
      this.show(this.found.filter((one) => fold(one.name).includes(fold(text))));
      this.waiting = setTimeout(() => this.ask(text), WAIT);
    }

    async ask(text) {
      this.asking?.abort();
      this.asking = new AbortController();
      const address = new URL(this.input.dataset.suggest, location.href);
      address.searchParams.set("q", text);
      address.searchParams.set("lang", document.documentElement.lang);
      try {
        const answer = await fetch(address, { signal: this.asking.signal });
        const { found } = await answer.json();
        if (this.input.value.trim() === text && document.activeElement === this.input) this.show(found);
      } catch (error) {
        if (error.name !== "AbortError") this.close(); // without suggestions the field is still a field
      }
    }

    show(found) {
      this.found = found;
      this.active = -1;
      this.list.replaceChildren(...found.map((one, number) => this.option(one, number)));
      this.list.hidden = !found.length;
      this.input.setAttribute("aria-expanded", String(found.length > 0));
      this.input.removeAttribute("aria-activedescendant");
      const said = document.documentElement.lang === "en" ? ["suggestion", "suggestions"] : ["Vorschlag", "Vorschläge"];
      this.told.textContent = `${found.length} ${said[found.length === 1 ? 0 : 1]}`;
    }

    option(one, number) {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${number}`;
      option.role = "option";
      option.setAttribute("aria-selected", "false");
      const name = document.createElement("span");
      name.className = "suggested-name";
      name.textContent = one.name;
      if (one.alias) name.append(Object.assign(document.createElement("span"), { className: "muted small", textContent: ` (${one.alias})` }));
      const about = document.createElement("span");
      about.className = "muted small";
      about.textContent = [one.type, one.evidence].filter(Boolean).join(" · ");
      option.append(name, about);
      return option;
    }

    mark(number) {
      this.active = number;
      [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
      const option = this.list.children[number];
      if (option) {
        this.input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else this.input.removeAttribute("aria-activedescendant");
    }

    key(event) {
      const open = !this.list.hidden, last = this.found.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!open) {
          if (this.input.value.trim()) this.ask(this.input.value.trim());
          else if (this.ready.length) this.show(this.ready);
        } else if (event.key === "ArrowDown") this.mark(this.active < last ? this.active + 1 : -1);
        else this.mark(this.active === -1 ? last : this.active - 1);
        event.preventDefault();
      } else if (event.key === "Enter" && open && this.active >= 0) {
        this.choose(this.active);
        event.preventDefault();
      } else if (event.key === "Escape" && open) {
        this.close();
        event.preventDefault();
      }
    }

    choose(number) {
      const one = this.found[number];
      this.input.value = one.value;
      this.close();
      if ("go" in this.input.dataset && one.address) location.assign(one.address);
      else this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    close() {
      clearTimeout(this.waiting);
      this.asking?.abort();
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  const start = (within) => within.querySelectorAll("input[data-suggest]:not([role=combobox])").forEach((input) => new Combobox(input));
  start(document);
  window.relgraphSuggest = start;
})();
