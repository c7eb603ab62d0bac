// Mẫu ý kiến: chips under the text of the decision; a press, or a digit, puts the sentence into it.

import { postJson, Refusal } from "./http.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const AREA = "[data-desk-primary] :is([data-field=text], [data-field=comment], [data-field=result]) textarea";

export class Phrases {
  constructor(root) {
    this.root = root;
    this.site = root.dataset.site;
    this.kept = JSON.parse(document.getElementById("desk-phrases-kept").textContent);
    this.dialog = document.getElementById("desk-phrases");
    this.dialog.addEventListener("click", (event) => {
      const button = event.target.closest("[data-desk-drop]");
      if (button) this.drop(button.dataset.deskDrop);
    });
    root.addEventListener("click", (event) => {
      const chip = event.target.closest("[data-desk-phrase]");
      if (chip) this.put(root, Number(chip.dataset.deskPhrase));
    });
  }

  /** Draws the chips into `pane`, where there is a text to put them in. */
  draw(pane) {
    const area = pane.querySelector(AREA);
    const box = pane.querySelector("[data-desk-quick]");
    if (!area || !box) return;
    box.hidden = false;
    area.after(box);
    box.querySelector("[data-desk-chips]").replaceChildren(
      ...this.kept.map((phrase, index) => {
        const chip = document.createElement("button");
        chip.type = "button";
        chip.className = "btn btn-sm btn-light desk-phrase";
        chip.dataset.deskPhrase = String(index);
        if (index < 9) {
          const key = document.createElement("kbd");
          key.textContent = String(index + 1);
          key.setAttribute("aria-hidden", "true");
          chip.append(key, " ");
        }
        chip.append(phrase.text);
        return chip;
      }),
    );
  }

  /** Puts the sentence `index` into the text, after what stands there. */
  put(pane, index) {
    const area = pane.querySelector(AREA);
    const phrase = this.kept[index]?.text;
    if (!area || phrase === undefined) return;
    const before = area.value.trim();
    area.value = before ? `${before} ${phrase}` : phrase;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async keep(pane) {
    const text = pane.querySelector(AREA)?.value.trim();
    if (!text || this.kept.some((one) => one.id && one.text === text)) return;
    try {
      const phrase = await postJson(`${this.site}/@phrases`, { text });
      this.kept = [...this.kept.filter((one) => one.id), phrase];
      this.draw(pane);
      toast(say("desk_phrase_kept"), "success");
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      toast(refusal.message, "danger");
    }
  }

  async drop(id) {
    const answer = await fetch(`${this.site}/@phrases/${id}`, {
      method: "DELETE",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) {
      const said = await answer.json().catch(() => ({}));
      toast(said.error?.message ?? say("server_failed", { status: answer.status }), "danger");
      return;
    }
    this.kept = this.kept.filter((one) => one.id !== id);
    this.draw(this.root.querySelector("[data-desk-pane]"));
    this.change();
  }

  change() {
    this.dialog.querySelector("[data-desk-phrases]").replaceChildren(
      ...this.kept.map((phrase) => {
        const row = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn btn-sm btn-link";
        button.dataset.deskDrop = phrase.id;
        button.textContent = say("desk_drop");
        button.hidden = !phrase.id;
        const words = document.createElement("span");
        words.textContent = phrase.text;
        row.append(words, button);
        return row;
      }),
    );
    if (!this.dialog.open) this.dialog.showModal();
  }
}
