// The registration form: the chosen file beside the fields, what is there already, keys.

import "./form.mjs";
import { Viewer } from "./viewer.mjs";

const place = document.querySelector("[data-receive]");
const form = place.querySelector("[data-document-form]");
const file = form.querySelector("input[name=file]");
const found = form.querySelector("[data-duplicates-place]");
const reason = form.querySelector('[data-field="duplicate_reason"]');
const preview = place.querySelector("[data-viewer]");
const viewer = new Viewer(preview);
const KEYS = ["original_number", "document_symbol", "issue_date", "issuing_body"];
const PAUSE = 350;
const LARGEST_HASHED = 200 * 1024 * 1024;
let address = null;
let timer = 0;
let asked = "";

/** What the document has already stands there until another file is chosen. */
function showKept() {
  const { kept, keptState, keptName, keptSize, keptKey } = preview.dataset;
  if (!kept) return viewer.blank();
  place.toggleAttribute("data-has-file", true);
  if (keptState === "picture") return viewer.picture(kept, keptName);
  return viewer.open(kept, { key: keptKey, size: Number(keptSize) });
}

function show() {
  const [chosen] = file.files;
  if (address) URL.revokeObjectURL(address);
  address = chosen ? URL.createObjectURL(chosen) : null;
  place.toggleAttribute("data-has-file", Boolean(chosen));
  if (!chosen) return showKept();
  preview.querySelector("[data-viewer-name]").textContent = chosen.name;
  preview.querySelectorAll("[data-viewer-download], [data-viewer-open]").forEach((link) => (link.href = address));
  if (chosen.type === "application/pdf") viewer.open(address, { key: `new.${chosen.name}.${chosen.size}`, size: chosen.size });
  else if (chosen.type.startsWith("image/")) viewer.picture(address, chosen.name);
  else viewer.blank();
}

/** SHA-256 of the chosen file in hexadecimal, "" where the browser cannot say (an insecure address, a huge file). */
async function digest() {
  const [chosen] = file.files;
  if (!chosen || !window.crypto?.subtle || chosen.size > LARGEST_HASHED) return "";
  const bytes = new Uint8Array(await window.crypto.subtle.digest("SHA-256", await chosen.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function named(name) {
  return form.querySelector(`[data-field="${name}"] :is(input, textarea, select)`)?.value.trim() ?? "";
}

async function look() {
  const query = new URLSearchParams();
  [...KEYS, "subject"].forEach((name) => query.set(name, named(name)));
  const hash = await digest();
  if (hash) query.set("sha256", hash);
  const complete = (named("document_symbol") && named("issuing_body")) || hash;
  if (!complete || query.toString() === asked) return;
  asked = query.toString();
  const response = await fetch(`${place.dataset.duplicates}?${query}`, { credentials: "same-origin" });
  if (!response.ok || query.toString() !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  found.replaceChildren(...Array.from(page.body.childNodes, (node) => document.adoptNode(node)));
  showChoice();
}

/** What was found lies below the window: the buttons lead to it, and both ways out stand beneath the comparison. */
function showChoice() {
  const same = Boolean(found.querySelector("[data-duplicates-keep]"));
  form.querySelector("[data-duplicates-link]").hidden = !same;
  reason.hidden = !same && !reason.querySelector("textarea").value;
}

function soon() {
  window.clearTimeout(timer);
  // Whoever types on is not asked after each letter; a network that is gone is told when the form is sent.
  timer = window.setTimeout(() => look().catch(() => (asked = "")), PAUSE);
}

file.addEventListener("change", show);
showKept();
if (place.dataset.duplicates) {
  file.addEventListener("change", soon);
  form.addEventListener("change", soon);
  form.addEventListener("input", soon);
}
// Enter alone keeps what was typed; only Ctrl+Enter goes all the way, and before the listener of every form.
window.addEventListener(
  "keydown",
  (event) => {
    const all = form.querySelector(".doc-buttons button[name=present]");
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !all) return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit(all);
  },
  true,
);
form.addEventListener("click", (event) => {
  if (!event.target.closest("[data-duplicates-keep]")) return;
  event.preventDefault();
  reason.hidden = false;
  reason.scrollIntoView({ block: "center" });
  reason.querySelector("textarea").focus({ preventScroll: true });
});
