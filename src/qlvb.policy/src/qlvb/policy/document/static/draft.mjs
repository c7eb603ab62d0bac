// What is being typed is kept in this browser until it is saved, so that nothing is lost when the session ends.

import { forget, recall, remember } from "./memory.mjs";
import { say } from "./strings.mjs";

const PAUSE = 800;
const LIFE = 7 * 24 * 3600 * 1000;

export class Draft {
  constructor(form, grid) {
    this.form = form;
    this.grid = grid;
    this.key = `draft.${form.dataset.draftKey}`;
    this.kept = form.querySelector("[data-draft-kept]");
    this.found = form.querySelector("[data-draft-found]");
    this.dirty = false;
    this.offer();
    form.addEventListener("input", () => this.later());
    form.addEventListener("picked", () => this.later());
    window.addEventListener("pagehide", () => this.dirty && this.keep());
  }

  fields() {
    return Array.from(this.form.elements).filter(
      (field) => field.name && !["hidden", "file", "submit", "button", "radio"].includes(field.type) && !field.closest("[data-grid], [data-my-scans]"),
    );
  }

  later() {
    this.dirty = true;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    const values = Object.fromEntries(
      this.fields().map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]),
    );
    const chosen = Array.from(this.form.querySelectorAll("[data-picker]:not([data-grid-picker])"), (node) => ({
      name: node.dataset.pickerName,
      items: Array.from(node.querySelectorAll("[data-picker-value]"), (chip) => ({
        id: chip.dataset.pickerValue,
        title: chip.querySelector(".qlvb-picker-title").textContent,
        detail: chip.querySelector(".qlvb-picker-detail").textContent,
      })),
    }));
    const when = Date.now();
    if (remember(this.key, { when, values, chosen, rows: this.grid?.values() ?? [] })) {
      this.kept.textContent = say("draft_kept", { when: time(when) });
    }
  }

  offer() {
    const draft = recall(this.key);
    if (!draft || Date.now() - draft.when > LIFE) return;
    this.found.querySelector("[data-draft-words]").textContent = say("draft_found", { when: `${time(draft.when)} ${day(draft.when)}` });
    this.found.hidden = false;
    this.found.querySelector("[data-draft-restore]").addEventListener("click", () => {
      this.restore(draft);
      this.found.hidden = true;
    });
    this.found.querySelector("[data-draft-forget]").addEventListener("click", () => {
      forget(this.key);
      this.found.hidden = true;
    });
  }

  restore(draft) {
    this.fields().forEach((field) => {
      if (!(field.name in draft.values)) return;
      if (field.type === "checkbox") field.checked = draft.values[field.name];
      else field.value = draft.values[field.name];
    });
    draft.chosen.forEach(({ name, items }) => {
      const picker = this.form.querySelector(`[data-picker-name="${CSS.escape(name ?? "")}"]`)?.picker;
      if (!picker) return;
      picker.chosen.replaceChildren(...items.map((item) => picker.chip(item)));
      picker.showInput();
    });
    this.grid?.fill(draft.rows);
    this.keep();
  }

  done() {
    this.dirty = false;
    window.clearTimeout(this.timer);
    forget(this.key);
  }
}

function time(when) {
  return new Date(when).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
}

function day(when) {
  return new Date(when).toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" });
}
