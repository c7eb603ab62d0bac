/* Lists: j and k move, Enter opens, x picks; picked rows can be printed or copied. */
import { qlvbToast } from "./qlvb.mjs";

const table = document.querySelector("table[data-qlvb-list]");
const rows = table ? [...table.tBodies[0].rows] : [];
const bulk = document.querySelector(".qlvb-bulk");
let cursor = -1;

function put(index) {
  if (!rows.length) return;
  rows[cursor]?.classList.remove("is-cursor");
  cursor = Math.min(Math.max(index, 0), rows.length - 1);
  const row = rows[cursor];
  row.classList.add("is-cursor");
  row.querySelector(".qlvb-subject").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

const box = (row) => row.querySelector("input[type=checkbox]");
const picked = () => rows.filter((row) => box(row).checked);

function showPicked() {
  const chosen = picked();
  for (const row of rows) row.setAttribute("aria-selected", String(box(row).checked));
  bulk.hidden = chosen.length === 0;
  bulk.querySelector("[data-qlvb-picked]").textContent = String(chosen.length);
  const all = bulk.querySelector("[data-qlvb-bulk-all]"); // the page is ticked as a whole: the other pages, too?
  if (all) all.hidden = chosen.length !== rows.length;
  const reply = bulk.querySelector("[data-qlvb-bulk=reply]"); // an answer answers one document
  if (reply) reply.hidden = chosen.length !== 1 || !("incoming" in chosen[0].dataset);
}

if (table) {
  table.addEventListener("focusin", (event) => {
    const row = event.target.closest("tbody tr");
    if (row) {
      rows[cursor]?.classList.remove("is-cursor");
      cursor = rows.indexOf(row);
      row.classList.add("is-cursor");
    }
  });
  table.addEventListener("change", showPicked);
  table.addEventListener("click", (event) => {
    if (event.target.closest("a, input, button, label") || String(window.getSelection())) return;
    const row = event.target.closest("tbody tr");
    if (row) row.querySelector(".qlvb-subject").click();
  });
  showPicked();
}

/* "Vì sao văn bản này đang dừng?": asked for when the pointer, or the keyboard, rests on a subject. */
const REST = 350;
let resting = 0;

async function sayStanding(link) {
  if (link.dataset.standing !== undefined) return;
  link.dataset.standing = "";
  let answer;
  try {
    answer = await fetch(`${link.href.split(/[?#]/)[0]}/@standing`, { credentials: "same-origin", headers: { Accept: "application/json" } });
  } catch {
    delete link.dataset.standing; // the network may be back at the next rest
    return;
  }
  if (!answer.ok) return;
  const { sentence, request } = await answer.json();
  link.dataset.standing = request ? `${sentence} “${request}”` : sentence;
  link.title = link.dataset.standing;
  link.setAttribute("aria-description", link.dataset.standing);
}

for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  table?.addEventListener(begin, (event) => {
    const link = event.target.closest("a.qlvb-subject");
    if (!link) return;
    clearTimeout(resting);
    resting = setTimeout(() => sayStanding(link), REST);
  });
  table?.addEventListener(end, () => clearTimeout(resting));
}

document.addEventListener("keydown", (event) => {
  if (!rows.length || event.ctrlKey || event.metaKey || event.altKey) return;
  const writing = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog";
  if (event.target instanceof Element && event.target.closest(writing)) return;
  if (event.key === "j") put(cursor + 1);
  else if (event.key === "k") put(cursor - 1);
  else if (event.key === "x" && cursor >= 0) {
    box(rows[cursor]).checked = !box(rows[cursor]).checked;
    showPicked();
  } else return;
  event.preventDefault();
});

async function copyRows(button) {
  const heads = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.column && !cell.hidden);
  const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const lines = [heads.map(text)];
  for (const row of picked()) lines.push(heads.map((head) => text(row.querySelector(`td[data-column="${head.dataset.column}"]`))));
  await navigator.clipboard.writeText(lines.map((line) => line.join("\t")).join("\n"));
  qlvbToast(button.dataset.done);
}

bulk?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-qlvb-bulk]");
  if (!button) return;
  const what = button.dataset.qlvbBulk;
  if (what === "none") {
    for (const row of rows) box(row).checked = false;
    showPicked();
  } else if (what === "copy") copyRows(button);
  else if (what === "reply") location.assign(`${button.dataset.url}?in_reply_to=${box(picked()[0]).value}`);
  else if (what === "acts") location.assign(`${button.dataset.url}?uids=${picked().map((row) => box(row).value).join(",")}`);
  else if (what === "print") {
    document.body.classList.add("qlvb-prints-picked");
    window.print();
    document.body.classList.remove("qlvb-prints-picked");
  }
});
