// The forms of documents: dropping files, recipients, drafts kept, sending without losing the chosen files.

import { clearFaults, showFaults } from "./faults.mjs";
import { Draft } from "./draft.mjs";
import { startDrops } from "./dropzone.mjs";
import { startGrid } from "./grid.mjs";
import { getPage, postJson } from "./http.mjs";
import { startPickers } from "./picker.mjs";
import { say } from "./strings.mjs";
import { startSuggestions } from "./suggestions.mjs";
import { toast } from "./toast.mjs";

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
    delete form.dataset.busy;
    button.removeAttribute("aria-busy");
    button.textContent = words;
    if (!refusal.violations) throw refusal;
    draft.keep();
    refusal.violations.forEach((fault) => {
      fault.field = (fault.field ?? "").split(/[[.]/)[0];
      form.querySelector(`[data-field="${CSS.escape(fault.field)}"]`)?.closest("details")?.setAttribute("open", "");
    });
    showFaults(form, refusal);
  }
}

function showSource() {
  const chosen = form.querySelector("input[name=source]:checked")?.value;
  if (!chosen) return;
  ["scan", "template", "upload"].forEach((source) =>
    form.querySelectorAll(`[data-source-${source}]`).forEach((part) => (part.hidden = source !== chosen)),
  );
}
showSource();
form.addEventListener("change", (event) => event.target.name === "source" && showSource());

/** What has come into one's folder of the scanner since the form was opened; what is ticked stays so. */
async function lookForScans(button) {
  const place = button.closest("[data-my-scans]");
  button.disabled = true;
  try {
    const found = (await getPage(window.location.href)).querySelector("[data-my-scans]");
    const ticked = new Set(Array.from(place.querySelectorAll("input:checked"), (box) => box.value));
    found.querySelectorAll("input").forEach((box) => (box.checked = ticked.has(box.value)));
    place.replaceChildren(...found.children);
    place.querySelector("input, [data-scans-again]").focus();
  } catch (refusal) {
    toast(refusal.message, "danger");
    button.disabled = false;
  }
}
form.addEventListener("click", (event) => event.target.closest("[data-scans-again]") && lookForScans(event.target));

const related = form.querySelector("[data-related-source]");

/** The files of the documents that are chosen now, under their picker. */
async function showRelated() {
  const uids = Array.from(form.querySelectorAll('[data-picker-name="related_documents"] [data-picker-value]'), (chip) => chip.dataset.pickerValue);
  const page = await getPage(related.dataset.relatedSource + encodeURIComponent(uids.join(",")));
  related.replaceChildren(page.querySelector("[data-related-files]"));
}
if (related) {
  form.addEventListener("picked", (event) => event.target.dataset.pickerName === "related_documents" && showRelated());
}

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
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
