// Sentences used again and again (mẫu ý kiến): a menu beside each text field of an act.

import { PhraseBook, putInto } from "./phrase_book.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const base = document.body.dataset.portalUrl ?? document.querySelector("[data-document]")?.dataset.portalUrl ?? "";
const book = new PhraseBook(base);

async function fill(menu, area) {
  const list = menu.querySelector("ul");
  list.replaceChildren();
  let items;
  try {
    items = await book.items();
  } catch (refusal) {
    toast(refusal.message, "warning");
    menu.open = false;
    return;
  }
  for (const item of items) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "doc-phrases__item";
    button.textContent = item.text;
    if (item.owner_title) button.title = item.owner_title;
    button.addEventListener("click", () => {
      menu.open = false;
      putInto(area, item.text);
      area.focus();
    });
    const line = document.createElement("li");
    line.append(button);
    list.append(line);
  }
  const keep = document.createElement("button");
  keep.type = "button";
  keep.className = "doc-phrases__keep";
  keep.textContent = say("phrase_keep");
  keep.disabled = !area.value.trim();
  keep.addEventListener("click", async () => {
    try {
      if (await book.keep(area.value)) toast(say("phrase_kept"), "success");
    } catch (refusal) {
      toast(refusal.message, "warning");
    }
    menu.open = false;
  });
  const last = document.createElement("li");
  last.append(keep);
  list.append(last);
}

/** Texts of acts' forms that are no opinion: a saved opinion has no business there. */
const FACTS = new Set(["subject", "recipients"]);

/** Puts the menu beside the text fields of the acts' forms in `root`. */
export function startPhrases(root) {
  root.querySelectorAll("[data-act-form] textarea").forEach((area) => {
    if (area.dataset.phrases || FACTS.has(area.name)) return;
    area.dataset.phrases = "yes";
    const menu = document.createElement("details");
    menu.className = "doc-phrases";
    const summary = document.createElement("summary");
    summary.textContent = say("phrase_menu");
    menu.append(summary, document.createElement("ul"));
    menu.addEventListener("toggle", () => menu.open && fill(menu, area));
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        event.stopPropagation();
        event.preventDefault();
        menu.open = false;
        summary.focus();
      }
    });
    area.after(menu);
  });
}
