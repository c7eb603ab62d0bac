// Mẫu ý kiến: chips under the text of the decision; a press, or a digit, puts the sentence into it.

import { Refusal } from "./http.mjs";
import { PhraseBook, putInto } from "./phrase_book.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const AREA = "[data-desk-primary] :is([data-field=text], [data-field=comment], [data-field=result]) textarea";

/** Does `work`; what the site refuses is said. */
async function told(work) {
  try {
    await work();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    toast(refusal.message, "danger");
  }
}

export class Phrases {
  constructor(root) {
    this.root = root;
    const kept = JSON.parse(document.getElementById("desk-phrases-kept").textContent);
    this.book = new PhraseBook(root.dataset.site, kept);
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
      ...this.book.kept.map((phrase, index) => {
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

  /** Puts the sentence `index` into the text. */
  put(pane, index) {
    const area = pane.querySelector(AREA);
    const phrase = this.book.kept[index]?.text;
    if (area && phrase !== undefined) putInto(area, phrase);
  }

  async keep(pane) {
    await told(async () => {
      if (!(await this.book.keep(pane.querySelector(AREA)?.value ?? ""))) return;
      this.draw(pane);
      toast(say("desk_phrase_kept"), "success");
    });
  }

  async drop(id) {
    await told(async () => {
      await this.book.drop(id);
      this.draw(this.root.querySelector("[data-desk-pane]"));
      this.change();
    });
  }

  change() {
    this.dialog.querySelector("[data-desk-phrases]").replaceChildren(
      ...this.book.kept.map((phrase) => {
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
