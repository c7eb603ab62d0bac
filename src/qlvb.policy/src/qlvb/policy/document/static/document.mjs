// The document screen.

import { Acts } from "./acts.mjs";
import { Conversion } from "./conversion.mjs";
import { getPage } from "./http.mjs";
import { startKeys } from "./keys.mjs";
import { startLazy } from "./lazy.mjs";
import { startPens } from "./pen.mjs";
import { startPlacing } from "./placing.mjs";
import { startPhrases } from "./phrases.mjs";
import { startPickers } from "./picker.mjs";
import { startPrepared } from "./prepared.mjs";
import { renew } from "./renewal.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";
import { startTabs } from "./tabs.mjs";
import { goneOf, pointButtons, Viewer } from "./viewer.mjs";

const root = document.querySelector("[data-document]");
const viewer = new Viewer(root.querySelector("[data-viewer]"));
const conversion = new Conversion(viewer, root.dataset.url, links, (key) => show(key));
let shown = null;

function links() {
  return Array.from(root.querySelectorAll("[data-file]"));
}

function show(key) {
  const link = links().find((candidate) => candidate.dataset.file === key);
  if (!link) return;
  const { filePdf, fileSize, fileName, fileState } = link.dataset;
  shown = key;
  links().forEach((other) => other.toggleAttribute("aria-current", false));
  link.setAttribute("aria-current", "true");
  pointButtons(viewer.root, link.dataset, ["ready", "picture"]);
  conversion.stop();
  if (fileState === "ready") viewer.open(filePdf, { key, size: Number(fileSize), gone: goneOf(link.dataset) });
  else if (fileState === "picture") viewer.picture(filePdf, fileName);
  else conversion.start(link);
}

function start() {
  startPickers(root);
  startPhrases(root);
  startPens(root);
  startPlacing(root);
  startLazy(root);
  conversion.watch();
}

/** Takes the parts that an act may have changed out of a fresh page. */
function refresh(page) {
  const before = links().find((link) => link.dataset.file === shown)?.dataset ?? {};
  renew(root, page);
  start();
  const first = root.querySelector("[data-file][aria-current]") ?? links()[0];
  const same = links().find((link) => link.dataset.file === shown);
  if (!first) viewer.blank();
  else if (first.dataset.file !== shown || ["fileState", "fileGone"].some((name) => same?.dataset[name] !== before[name])) {
    show(first.dataset.file);
  }
}

const FOLLOW_PAUSE = 2500;

/** Files that are not shown are converted too: renews the list, and nothing but the list, until none waits any more. */
function follow() {
  const waiting = links().some((link) => link.dataset.fileState === "queued" && link.dataset.file !== shown);
  if (waiting) window.setTimeout(renewList, FOLLOW_PAUSE);
}

async function renewList() {
  try {
    const page = await getPage(window.location.href);
    const fresh = page.querySelector('[data-refresh="files"]');
    const list = root.querySelector('[data-refresh="files"]');
    if (fresh && list && shown !== null) {
      list.replaceWith(document.adoptNode(fresh));
      links().forEach((link) => link.toggleAttribute("aria-current", link.dataset.file === shown));
    }
  } finally {
    follow();
  }
}

root.addEventListener("click", (event) => {
  const link = event.target.closest("[data-file]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(link.dataset.file);
    if (window.matchMedia("(max-width: 991.98px)").matches) viewer.root.scrollIntoView();
  }
  const opener = event.target.closest("[data-open]");
  if (opener && document.getElementById(opener.dataset.open)) {
    event.preventDefault();
    const block = document.getElementById(opener.dataset.open);
    tabs.open(0);
    block.open = true;
    block.scrollIntoView({ block: "start", behavior: "smooth" });
  }
});

const tabs = startTabs(root);
new Acts(root, refresh);
start();
startKeys(root, tabs);
startPrepared(root, () => toast(say("prepared_used")));
const first = root.querySelector("[data-file][aria-current]") ?? links()[0];
if (first) show(first.dataset.file);
follow();
