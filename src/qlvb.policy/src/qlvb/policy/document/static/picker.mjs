// Choosing people, agencies, documents or dossiers by typing a few letters, accents not needed, recent ones first.
//
// <div data-picker data-picker-source="…@directory?text=" data-picker-kind="person" data-picker-name="recipient"
//      data-picker-multiple data-picker-label="…">  holds hidden inputs, one for each chosen value.

import { getJson } from "./http.mjs";
import { recall, rememberRecent } from "./memory.mjs";
import { say } from "./strings.mjs";

const DELAY = 160;
let serial = 0;

/** `text` without accents and in lower case, as the server compares it. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "d").toLowerCase();
}

function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export class Picker {
  constructor(root) {
    this.root = root;
    this.name = root.dataset.pickerName;
    this.multiple = "pickerMultiple" in root.dataset;
    this.source = root.dataset.pickerSource ?? "";
    this.recentKey = `recent.${root.dataset.pickerKind ?? "any"}`;
    this.fixed = root.dataset.pickerOptions ? JSON.parse(root.dataset.pickerOptions) : null;
    this.input = root.querySelector("input[type=text], input[type=search]");
    this.chosen = root.querySelector("[data-picker-chosen]");
    this.listId = `qlvb-picker-${(serial += 1)}`;
    this.build();
    root.picker = this;
  }

  build() {
    this.list = element("ul", "qlvb-picker-list");
    this.list.id = this.listId;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.root.dataset.pickerLabel ?? "");
    this.list.hidden = true;
    this.input.after(this.list);
    this.status = element("span", "visually-hidden");
    this.status.setAttribute("role", "status");
    this.root.append(this.status);
    Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.listId,
    }).forEach(([name, value]) => this.input.setAttribute(name, value));
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("focus", () => this.multiple || this.input.select());
    this.input.addEventListener("click", () => this.list.hidden && this.search());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.left());
    this.list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      event.preventDefault();
      this.choose(this.items[Number(option.dataset.index)]);
    });
    this.root.addEventListener("click", (event) => {
      const drop = event.target.closest("[data-picker-drop]");
      if (drop) this.drop(drop.closest("[data-picker-value]"));
    });
    this.showInput();
  }

  /** The person goes on: an emptied field of one value means "none", anything half typed goes back to what was chosen. */
  left() {
    window.setTimeout(() => this.hide(), 150);
    if (this.multiple || this.root.dataset.pickerKeeps === "nothing") return;
    if (!this.input.value.trim() && this.chosen.childElementCount) this.drop(this.chosen.lastElementChild, false);
    this.showInput();
  }

  values() {
    return Array.from(this.chosen.querySelectorAll("input[type=hidden]"), (input) => input.value);
  }

  later() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.search(), DELAY);
  }

  async search() {
    const title = this.chosen.querySelector(".qlvb-picker-title")?.textContent;
    const typed = this.input.value.trim();
    const text = !this.multiple && typed === title ? "" : typed;
    const taken = new Set(this.multiple ? this.values() : []);
    const recent = recall(this.recentKey, []).filter((item) => !text || fold(`${item.title} ${item.detail ?? ""}`).includes(fold(text)));
    let found;
    if (this.fixed) {
      const known = new Map(this.fixed.map((item) => [item.id, item]));
      const first = recent.filter((item) => known.has(item.id)).map((item) => known.get(item.id));
      const rest = this.fixed.filter((item) => !text || fold(`${item.title} ${item.detail ?? ""}`).includes(fold(text)));
      found = [...first, ...rest];
    } else {
      found = [...recent, ...(await this.ask(text))];
    }
    const seen = new Set();
    this.items = found.filter((item) => !taken.has(item.id) && !seen.has(item.id) && seen.add(item.id)).slice(0, 30);
    if (document.activeElement === this.input) this.show();
  }

  async ask(text) {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const answer = await getJson(this.source + encodeURIComponent(text), { signal: this.asking.signal });
      return (answer.items ?? answer).map(reading);
    } catch {
      return [];
    }
  }

  show() {
    this.list.replaceChildren(
      ...this.items.map((item, index) => {
        const option = element("li", "qlvb-picker-option");
        option.id = `${this.listId}-${index}`;
        option.dataset.index = index;
        option.setAttribute("role", "option");
        option.append(element("span", "qlvb-picker-title", item.title), element("span", "qlvb-picker-detail", item.detail ?? ""));
        return option;
      }),
    );
    if (!this.items.length) this.list.append(element("li", "qlvb-picker-none", say("picker_nothing")));
    this.status.textContent = say("picker_found", { count: this.items.length });
    this.list.hidden = false;
    this.list.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-expanded", "true");
    const current = this.multiple ? -1 : this.items.findIndex((item) => item.id === this.values()[0]);
    this.mark(current >= 0 ? current : this.items.length && this.input.value.trim() ? 0 : -1);
  }

  hide() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  mark(index) {
    this.active = index;
    this.list.querySelectorAll("[role=option]").forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === index));
      if (place === index) {
        option.scrollIntoView({ block: "nearest" });
        this.input.setAttribute("aria-activedescendant", option.id);
      }
    });
  }

  key(event) {
    const open = !this.list.hidden;
    const last = (this.items?.length ?? 0) - 1;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      if (!open) this.search();
      else this.mark(Math.min(this.active + 1, last));
    } else if (event.key === "ArrowUp" && open) {
      event.preventDefault();
      this.mark(Math.max(this.active - 1, 0));
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && (open || (this.multiple && this.input.value.trim()))) {
      // What is half typed sends no form: it is chosen, or looked for.
      event.preventDefault();
      if (open) this.choose(this.items[this.active]);
      else this.search();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      this.hide();
    } else if (event.key === "Backspace" && !this.input.value && this.multiple) {
      this.drop(this.chosen.lastElementChild);
    }
  }

  choose(item) {
    if (!item) return;
    rememberRecent(this.recentKey, item);
    if (!this.multiple) this.chosen.replaceChildren();
    if (this.root.dataset.pickerKeeps !== "nothing") this.chosen.append(this.chip(item));
    this.input.value = "";
    this.hide();
    this.showInput();
    this.status.textContent = say("picker_chosen", { title: item.title });
    this.root.dispatchEvent(new CustomEvent("picked", { bubbles: true, detail: item }));
    if (this.multiple) this.input.focus();
  }

  chip(item) {
    const chip = element("span", "qlvb-picker-chip");
    chip.dataset.pickerValue = item.id;
    const hidden = element("input");
    hidden.type = "hidden";
    hidden.name = this.name;
    hidden.value = item.id;
    const drop = element("button", "qlvb-picker-drop", "×");
    drop.type = "button";
    drop.dataset.pickerDrop = "";
    drop.setAttribute("aria-label", say("picker_drop", { title: item.title }));
    chip.append(element("span", "qlvb-picker-title", item.title), element("span", "qlvb-picker-detail", item.detail ?? ""), hidden, drop);
    return chip;
  }

  drop(chip, stay = true) {
    if (!chip) return;
    chip.remove();
    this.showInput();
    if (stay) this.input.focus();
    this.root.dispatchEvent(new CustomEvent("picked", { bubbles: true, detail: null }));
  }

  /** One value only: the field itself shows it. */
  showInput() {
    if (this.multiple || this.root.dataset.pickerKeeps === "nothing") return;
    this.input.value = this.chosen.querySelector(".qlvb-picker-title")?.textContent ?? "";
    this.input.title = this.chosen.querySelector(".qlvb-picker-detail")?.textContent ?? "";
  }
}

function reading(item) {
  return {
    ...item,
    id: item.id ?? item.userid ?? item.UID ?? item.token,
    title: item.title ?? item.fullname,
    detail: item.detail ?? item.post ?? item.description ?? "",
  };
}

export function startPickers(root = document) {
  root.querySelectorAll("[data-picker]").forEach((node) => node.picker ?? new Picker(node));
}
