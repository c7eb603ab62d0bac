// The decision desk: a list that is walked with j and k, the file in the middle, the decision at the right.

import { Acts } from "./acts.mjs";
import { Collected } from "./desk_signing.mjs";
import { Counts } from "./desk_counts.mjs";
import { drawPeople } from "./desk_people.mjs";
import { Phrases } from "./desk_phrases.mjs";
import { startSwipes } from "./desk_swipe.mjs";
import { Undo } from "./desk_undo.mjs";
import { getPage, Refusal } from "./http.mjs";
import { startPens } from "./pen.mjs";
import { startPlacing } from "./placing.mjs";
import { startPickers } from "./picker.mjs";
import { startPrepared } from "./prepared.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";
import { goneOf, pointButtons, Viewer } from "./viewer.mjs";

const root = document.querySelector("[data-desk]");
const list = root.querySelector("[data-desk-items]");
const pane = root.querySelector("[data-desk-pane]");
const viewer = new Viewer(root.querySelector("[data-viewer]"));
const sheetPlace = root.querySelector("[data-desk-sheet-place]");
const fetched = new Map();
let current = null;

startPrepared(root, () => toast(say("prepared_used")));
const items = () => Array.from(list.children);
const here = () => items().indexOf(current);
const writing = (target) => Boolean(target.closest?.("input, textarea, select, [contenteditable]"));

/**
 * An act done on the desk closes the item and opens the next one, instead of drawing the page anew. Who has gone on to another
 * item while the answer was on its way stays there: what is closed, or told of, is the item whose form was sent.
 */
class DeskActs extends Acts {
  items = new WeakMap();

  async send(form) {
    if (!this.items.has(form)) this.items.set(form, current);
    await super.send(form);
  }

  refused(form, refusal) {
    super.refused(form, refusal);
    if (!form.isConnected) toast(`${subjectOf(this.items.get(form))}: ${refusal.message}`, "warning");
  }

  async done(form, answer) {
    const item = this.items.get(form);
    form.closest("dialog")?.close();
    if (["reply", "copy"].includes(answer.result?.act) && answer.result.url) {
      window.location.assign(`${answer.result.url}/edit`);
      return;
    }
    decided(item, form.dataset.actTitle, answer.result ?? {});
  }
}

function fetchItem(item, opened = false) {
  const address = `${item.dataset.url}/@@desk-item${opened ? "?opened=1" : ""}`;
  if (!opened && fetched.has(item)) return fetched.get(item);
  const coming = getPage(address).then((page) => page.querySelector("[data-desk-item]"));
  fetched.set(item, coming);
  coming.catch(() => fetched.delete(item));
  return coming;
}

/** Shows an item; the one after it is fetched while it is read. */
async function open(item, { focus = true } = {}) {
  current = item;
  items().forEach((other) => other.querySelector("a").toggleAttribute("aria-current", other === item));
  place();
  if (!item) {
    pane.replaceChildren();
    viewer.blank();
    return;
  }
  item.querySelector("a").setAttribute("aria-current", "true");
  item.scrollIntoView({ block: "nearest" });
  pane.setAttribute("aria-busy", "true");
  try {
    const fresh = await fetchItem(item, Boolean(item.dataset.unread));
    if (current !== item) return;
    fetched.delete(item);
    delete item.dataset.unread;
    item.querySelector("a").classList.remove("is-unread");
    pane.replaceChildren(document.adoptNode(fresh));
    pane.scrollTop = 0;
    startPickers(pane);
    startPens(pane);
    startPlacing(pane);
    phrases.draw(pane);
    drawPeople(pane);
    showFile(pane.querySelector("[data-file][aria-current]") ?? pane.querySelector("[data-file]"));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (current === item) pane.replaceChildren(note(refusal.status === 404 || refusal.status === 403 ? say("desk_gone") : refusal.message));
  } finally {
    if (current === item) pane.removeAttribute("aria-busy");
  }
  if (focus && current === item) item.querySelector("a").focus({ preventScroll: true });
  const next = items()[here() + 1];
  if (next && !next.dataset.unread) fetchItem(next).catch(() => {});
}

function note(text) {
  const words = document.createElement("p");
  words.className = "qlvb-empty";
  words.textContent = text;
  return words;
}

function showFile(link) {
  pane.querySelectorAll("[data-file]").forEach((other) => other.toggleAttribute("aria-current", other === link));
  const sheet = link ? null : pane.querySelector("[data-desk-sheet]");
  sheetPlace.replaceChildren(...(sheet ? [sheet.content.cloneNode(true)] : []));
  sheetPlace.hidden = !sheet;
  if (!link) {
    viewer.blank();
    if (sheet) viewer.root.dataset.state = "sheet";
    else viewer.tell(say("desk_no_file"), "blank");
    return undefined;
  }
  const { filePdf, fileSize, fileName, fileState, file } = link.dataset;
  link.setAttribute("aria-current", "true");
  pointButtons(viewer.root, link.dataset);
  if (fileState === "ready") viewer.open(filePdf, { key: file, size: Number(fileSize), gone: goneOf(link.dataset) });
  else if (fileState === "picture") viewer.picture(filePdf, fileName);
  else {
    viewer.blank();
    viewer.tell(say(fileState === "queued" ? "converting" : "convert_none"));
  }
  return undefined;
}

/** Where one is in the list, for eyes and ears. */
function place() {
  const total = items().length;
  root.querySelector("[data-desk-place]").textContent = total ? say("desk_place", { place: here() + 1, total }) : "";
  root.querySelector("[data-desk-empty]").hidden = total > 0;
  list.hidden = total === 0;
}

function step(by) {
  const all = items();
  if (!all.length) return;
  open(all[Math.min(Math.max(here() + by, 0), all.length - 1)]);
}

/** Takes the item off the list and opens the one that stood after it. */
function take(item) {
  counts.renewSoon();
  const at = items().indexOf(item);
  item.remove();
  fetched.delete(item);
  if (item === current) open(items()[Math.min(at, items().length - 1)] ?? null);
  else place();
}

function putBack(item, at = 0) {
  counts.renewSoon();
  const before = items()[at];
  if (before) before.before(item);
  else list.append(item);
  fetched.delete(item);
  root.dataset.show = "pane";
  open(item);
}

function subjectOf(item) {
  return item.querySelector(".desk-row__subject").textContent;
}

function decided(item, title, result) {
  const subject = subjectOf(item);
  undo.remember({ item, subject, title, result, at: items().indexOf(item) });
  toast(`${say("desk_done", { act: title, subject })} ${say("desk_left", { count: items().length - 1 })}`, "success");
  take(item);
}

function sendPrimary() {
  const form = pane.querySelector("[data-desk-primary] form");
  if (form) form.requestSubmit();
  else toast(say("desk_nothing_to_send"), "warning");
}

function field(name) {
  const input = pane.querySelector(`[data-desk-primary] [data-field="${name}"] :is(input:not([type=hidden]), textarea, select)`);
  if (!input) return;
  root.dataset.show = "pane";
  input.focus();
}

function dialogOf(...acts) {
  const opener = acts.map((act) => pane.querySelector(`[data-act="${act}"]`)).find(Boolean);
  opener?.click();
}

const commands = {
  next: () => step(1),
  previous: () => step(-1),
  undo: () => undo.take(),
  collect: () => {
    if (!current || !pane.querySelector("[data-collect]")) return;
    collected.add(current);
    toast(say("desk_collected", { subject: subjectOf(current) }), "success");
    take(current);
  },
  "sign-all": () => collected.ask(),
  "sign-now": () => collected.sign(),
  "keep-phrase": () => phrases.keep(pane),
  phrases: () => phrases.change(),
};
const keys = {
  j: commands.next,
  k: commands.previous,
  s: sendPrimary,
  Enter: sendPrimary,
  b: () => field("text") ?? field("comment"),
  c: () => field("lead"),
  p: () => field("coordinate"),
  i: () => field("information"),
  h: () => field("deadline"),
  r: () => dialogOf("return", "send_back", "return_line"),
  f: () => dialogOf("forward", "pass_leader"),
  l: () => dialogOf("keep"),
  o: () => current && window.location.assign(current.dataset.url),
  v: () => root.querySelector("[data-viewer-pages]").focus(),
  x: commands.collect,
  g: commands["sign-all"],
  z: commands.undo,
  u: () => pane.querySelector("[data-prepared-use]")?.click(),
};

function show(part) {
  root.dataset.show = part;
  root.querySelectorAll("[data-desk-show]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.deskShow === part)));
  if (part === "file") viewer.fitNow();
}

root.addEventListener("click", (event) => {
  const row = event.target.closest("[data-desk-items] a");
  if (row && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    // The one that is open stays as it is, with what was typed into it.
    if (row.closest("li") !== current || !(pane.ariaBusy || pane.querySelector("[data-desk-item]"))) open(row.closest("li"));
    if (window.matchMedia("(max-width: 991.98px)").matches) show("file");
    return;
  }
  const command = event.target.closest("[data-desk-command]")?.dataset.deskCommand;
  if (command) commands[command]();
  const part = event.target.closest("[data-desk-show]");
  if (part) show(part.dataset.deskShow);
  if (event.target.closest("[data-desk-close]")) event.target.closest("dialog").close();
  const link = event.target.closest("[data-file]");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    showFile(link);
    if (window.matchMedia("(max-width: 991.98px)").matches) show("file");
  }
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || event.defaultPrevented) return;
  const dialog = document.querySelector("dialog[open]");
  const wanted = (event.ctrlKey || event.metaKey) && !dialog && (!writing(event.target) || event.target.closest("[data-desk-primary]"));
  if (event.key === "Enter" && (wanted || (event.target.matches?.("[data-desk-primary] textarea") && !event.shiftKey))) {
    event.preventDefault();
    sendPrimary();
    return;
  }
  if (event.key === "Escape" && event.target.closest?.("[data-desk-primary]")) {
    current?.querySelector("a").focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || writing(event.target) || dialog) return;
  if (event.key === "Enter" && event.target.closest?.("button, summary, a:not(.desk-row)")) return;
  const phrase = /^[1-9]$/.test(event.key) ? () => phrases.put(pane, Number(event.key) - 1) : null;
  const act = keys[event.key] ?? phrase;
  if (!act) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act();
}, true);

function signed(done) {
  done.forEach((one) => undo.remember(one));
  counts.renewSoon();
}

startSwipes(root, (by) => root.dataset.show !== "list" && step(by), writing);
const counts = new Counts(root);
const undo = new Undo(root, putBack);
const phrases = new Phrases(root);
const collected = new Collected(root, signed, putBack);
new DeskActs(root, () => {});
window.deskFetched = () => fetched.size;
if (items().length) open(items()[0]);
else place();
