// The forms of documents: dropping files, recipients, drafts kept, sending without losing the chosen files.

import { clearFaults, showFaults } from "./faults.mjs";
import { Draft } from "./draft.mjs";
import { startDrops } from "./dropzone.mjs";
import { startGrid } from "./grid.mjs";
import { postJson } from "./http.mjs";
import { startPickers } from "./picker.mjs";
import { say } from "./strings.mjs";
import { startSuggestions } from "./suggestions.mjs";

const form = document.querySelector("[data-document-form]");
startPickers(form);
startSuggestions(form);
startDrops(form);
const grid = startGrid(form);
const draft = new Draft(form, grid);

async function send(button) {
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  const words = button.textContent;
  button.setAttribute("aria-busy", "true");
  button.textContent = say("act_working", { act: words });
  clearFaults(form);
  const data = new FormData(form);
  data.append(button.name, button.value);
  try {
    const answer = await postJson(button.getAttribute("formaction") ?? form.getAttribute("action"), data);
    draft.done();
    window.location.assign(answer.redirect);
  } catch (refusal) {
    if (!refusal.violations) throw refusal;
    draft.keep();
    refusal.violations.forEach((fault) => {
      fault.field = (fault.field ?? "").split(/[[.]/)[0];
      form.querySelector(`[data-field="${CSS.escape(fault.field)}"]`)?.closest("details")?.setAttribute("open", "");
    });
    showFaults(form, refusal);
    delete form.dataset.busy;
    button.removeAttribute("aria-busy");
    button.textContent = words;
  }
}

function showSource() {
  const template = form.querySelector('input[name=source][value="template"]');
  if (!template) return;
  form.querySelector("[data-source-upload]").hidden = template.checked;
  form.querySelectorAll("[data-source-template]").forEach((part) => (part.hidden = !template.checked));
}
showSource();
form.addEventListener("change", (event) => event.target.name === "source" && showSource());

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.submitter ?? form.querySelector("button[type=submit]"));
});
form.addEventListener("click", (event) => {
  const quick = event.target.closest("[data-quick-date]");
  if (quick) {
    const input = document.getElementById(quick.dataset.quickFor);
    input.value = quick.dataset.quickDate;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (event.target.closest("[data-back]") && window.history.length > 1 && document.referrer.startsWith(window.location.origin)) {
    event.preventDefault();
    window.history.back();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
