// "Check để ký chọn vị trí": the signer points at the place on the page; whoever has no pointer types it.

import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const MM = 25.4 / 72;
const NAMES = ["place_page", "place_left", "place_top"];

export function startPlacing(root) {
  root.querySelectorAll("select[name=placement]").forEach((select) => {
    if (select.dataset.placing) return;
    select.dataset.placing = "yes";
    new Placing(select);
  });
}

class Placing {
  constructor(select) {
    this.viewer = document.querySelector("[data-viewer]");
    this.select = select;
    this.form = select.form;
    this.fields = NAMES.map((name) => this.form.elements[name]);
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "btn btn-sm btn-outline-secondary mt-2";
    this.button.textContent = say("place_point");
    this.said = document.createElement("span");
    this.said.className = "qlvb-muted ms-2";
    this.said.setAttribute("role", "status");
    select.after(this.button, this.said);
    select.addEventListener("change", () => this.show());
    this.button.addEventListener("click", () => this.point());
    this.show();
  }

  show() {
    const chosen = this.select.value === "chosen";
    this.button.hidden = this.said.hidden = !chosen;
    this.fields.forEach((field) => (field.closest(".qlvb-field").hidden = !chosen));
  }

  /** The dialog makes way for the page until a place is pointed at. */
  point() {
    const dialog = this.form.closest("dialog");
    const leave = new AbortController();
    const hint = toast(say("place_now"), "info");
    const done = () => {
      leave.abort();
      hint?.remove();
      this.viewer.classList.remove("is-pointing");
      dialog?.showModal();
      this.button.focus();
    };
    dialog?.close();
    this.viewer.classList.add("is-pointing");
    this.viewer.scrollIntoView({ block: "nearest" });
    document.addEventListener("keydown", (event) => event.key === "Escape" && done(), { signal: leave.signal });
    this.viewer.addEventListener(
      "click",
      (event) => {
        const sheet = event.target.closest(".qlvb-sheet");
        if (!sheet) return;
        event.preventDefault();
        this.take(sheet, event);
        done();
      },
      { signal: leave.signal, capture: true },
    );
  }

  take(sheet, event) {
    const scale = Number(sheet.style.getPropertyValue("--total-scale-factor")) || 1;
    const corner = sheet.getBoundingClientRect();
    const [left, top] = [event.clientX - corner.left, event.clientY - corner.top].map((pixels) => Math.max(0, Math.round((pixels / scale) * MM)));
    [sheet.dataset.page, left, top].forEach((value, at) => (this.fields[at].value = value));
    this.said.textContent = say("place_chosen", { page: sheet.dataset.page, left, top });
  }
}
