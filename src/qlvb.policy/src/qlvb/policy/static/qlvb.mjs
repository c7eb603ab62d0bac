/* What every page of the frame can do: fold the panel, close menus, toasts, the search key. */
import "./actsbar.mjs";
import "./dates.mjs";
import "./faults.mjs";
import "./files.mjs";

const body = document.body;

function remember(key, value) {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch {
    return null;
  }
  return value;
}

/* Left panel: folded for good on a wide window, opened for the moment on a narrow one. */
const fold = document.querySelector("[data-qlvb-fold]");
const narrow = window.matchMedia("(max-width: 991.98px)");
function showFold() {
  const open = narrow.matches ? body.classList.contains("qlvb-is-unfolded") : !body.classList.contains("qlvb-is-folded");
  fold.setAttribute("aria-expanded", String(open));
}
if (fold) {
  if (remember("qlvb.folded") === "1") body.classList.add("qlvb-is-folded");
  showFold();
  narrow.addEventListener("change", showFold);
  fold.addEventListener("click", () => {
    if (narrow.matches) body.classList.toggle("qlvb-is-unfolded");
    else remember("qlvb.folded", body.classList.toggle("qlvb-is-folded") ? "1" : "0");
    showFold();
  });
}

for (const group of document.querySelectorAll("details[data-qlvb-remember]")) {
  const key = `qlvb.group.${group.id}`;
  const was = remember(key);
  if (was !== null && !group.querySelector("[aria-current]")) group.open = was === "1";
  group.querySelector(":scope > summary").addEventListener("click", () => remember(key, group.open ? "0" : "1"));
}

/* A place further down than the panel shows itself; the page does not move with it. */
const place = document.querySelector(".qlvb-side [aria-current]");
if (place) {
  const side = place.closest(".qlvb-side");
  const below = place.getBoundingClientRect().bottom - side.getBoundingClientRect().bottom;
  if (below > 0) side.scrollTop = below + side.clientHeight / 2;
}

document.querySelector(".qlvb-tabs.is-one-line [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

/* Small menus close on Escape, on a click elsewhere and when another opens. */
function closeDrops(except) {
  for (const drop of document.querySelectorAll("details.qlvb-drop[open]")) if (drop !== except) drop.open = false;
}
document.addEventListener("click", (event) => closeDrops(event.target.closest("details.qlvb-drop")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const drop = document.querySelector("details.qlvb-drop[open]");
    if (drop) {
      closeDrops();
      drop.querySelector("summary").focus();
    } else if (body.classList.contains("qlvb-is-unfolded")) {
      body.classList.remove("qlvb-is-unfolded");
      showFold();
      fold.focus();
    }
  }
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.getElementById("qlvb-q");
    if (box && box.offsetParent) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }
});

/* "?" says what the keyboard does here; the guide of the role stands below it. */
const keysDialog = document.getElementById("qlvb-keys");
document.addEventListener("click", (event) => {
  if (!keysDialog) return;
  if (event.target.closest("[data-qlvb-keys]") && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    keysDialog.showModal();
  }
  if (event.target.closest("[data-qlvb-close]") || event.target === keysDialog) keysDialog.close();
});

/* Function keys of clerks: each presses what is on the page, else it goes where the frame says. Where there is nothing
   to press it is said why: by the greyed button of this record, else by the frame. */
/** The first of them that one sees: a form in a closed dialog is not open, and must not be sent. */
function inSight(selector) {
  return [...document.querySelectorAll(selector)].find((one) => one.checkVisibility({ visibilityProperty: true }));
}
const KEY_NAMES = { F7: "Add", F4: "Edit", F8: "Copy", F9: "Main", F2: "Save" };
const GREYED = { F4: "[data-act-off=edit], [data-act-off^=amend]", F8: "[data-act-off=copy]", F9: ".qlvb-acts > [data-act-off]" };
const FUNCTION_KEYS = {
  F7: () => document.querySelector("[data-key=add]") ?? body.dataset.keyAdd,
  F4: () => document.querySelector("[data-edit], [data-key=edit]"),
  F8: () => document.querySelector("[data-act=copy], [data-key=copy]"),
  F9: () => document.querySelector("[data-act-emphasis=primary], .doc-inline-act button[type=submit], [data-key=main]"),
  F2: () => inSight("dialog[open] form button[type=submit], main form button[name=save], main form .btn-primary[type=submit]"),
};
document.addEventListener("keydown", (event) => {
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "?" && !writing && keysDialog && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    keysDialog.showModal();
    return;
  }
  const wanted = "keyAdd" in body.dataset && FUNCTION_KEYS[event.key];
  if (!wanted || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (document.querySelector("dialog[open]") && event.key !== "F2") return;
  const found = wanted();
  event.preventDefault();
  if (!found) {
    const greyed = GREYED[event.key] && document.querySelector(GREYED[event.key]);
    qlvbHint(greyed ? qlvbWhy(greyed) : body.dataset[`idle${KEY_NAMES[event.key]}`]);
    return;
  }
  if (typeof found === "string") window.location.assign(found);
  else found.click();
});

/* A tab further right than the window shows itself. */
for (const tab of document.querySelectorAll(".qlvb-tabs [aria-current]")) {
  const bar = tab.closest(".qlvb-tabs");
  bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - bar.clientWidth / 2 + tab.clientWidth / 2;
}

/* Toasts: good news leaves by itself, bad news stays until it is closed. */
const toasts = document.querySelector(".qlvb-toasts");
function expire(toast) {
  if (toast.dataset.kind !== "success") return;
  let timer = setTimeout(() => toast.remove(), 8000);
  toast.addEventListener("mouseenter", () => clearTimeout(timer));
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.addEventListener("mouseleave", () => (timer = setTimeout(() => toast.remove(), 3000)));
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-qlvb-dismiss]");
  if (button) button.closest(".qlvb-toast").remove();
});
if (toasts) for (const toast of toasts.children) expire(toast);

/** Show `text` as a toast; `kind` is success, warning or danger. Screen readers hear it. */
export function qlvbToast(text, kind = "success") {
  const toast = document.createElement("div");
  toast.className = "qlvb-toast";
  toast.dataset.kind = kind;
  const words = document.createElement("p");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "qlvb-iconbutton";
  close.dataset.qlvbDismiss = "";
  close.setAttribute("aria-label", document.documentElement.lang === "en" ? "Close" : "Đóng");
  close.textContent = "×";
  toast.append(words, close);
  toasts.append(toast);
  expire(toast);
  return toast;
}
window.qlvbToast = qlvbToast;

/** What a greyed button is called, and why it cannot be pressed. */
export function qlvbWhy(button) {
  const why = button.querySelector(".qlvb-act__why")?.textContent.trim() ?? button.title;
  return `${button.firstChild.textContent.trim()}: ${why}`;
}
window.qlvbWhy = qlvbWhy;

/** Says in passing why a key does nothing; there is one such message at a time. */
let hint = null;
export function qlvbHint(text) {
  hint?.remove();
  if (!text) return;
  hint = qlvbToast(text, "info");
  const shown = hint;
  setTimeout(() => shown.remove(), 8000);
}
window.qlvbHint = qlvbHint;

// Plone puts its token into every form. Forms that only ask leave it out of the address, which people pass on.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  for (const token of event.target.querySelectorAll("[name=_authenticator]")) token.disabled = true;
});

/* The application on this device: static files and a page for when the network is away. On the page after signing out
   the device takes no more pushes, which may be meant for somebody else. */
if ("serviceWorker" in navigator && window.isSecureContext) {
  const site = body.dataset.portalUrl;
  navigator.serviceWorker.register(`${site}/@@service-worker.js`, { scope: new URL(site).pathname }).catch(() => null);
  if (new URLSearchParams(window.location.search).has("signed_out")) {
    navigator.serviceWorker.ready
      .then((registration) => registration.pushManager?.getSubscription())
      .then((subscription) => subscription?.unsubscribe())
      .catch(() => null);
  }
}

// Entries of the main menu that find no room go under "more", the last ones first.
const menu = document.querySelector(".qlvb-menu");
const more = menu?.querySelector(".qlvb-menu__more");
if (more) {
  const row = menu.querySelector(":scope > ul");
  const entries = [...row.children];
  const panel = more.querySelector("ul");
  const fit = () => {
    row.append(...entries);
    more.hidden = true;
    if (row.scrollWidth <= row.clientWidth) return;
    more.hidden = false;
    while (row.children.length > 1 && row.scrollWidth > row.clientWidth) panel.prepend(row.lastElementChild);
  };
  new ResizeObserver(fit).observe(menu);
  fit();
}

/* Tables whose rows are ticked: one box in their head ticks every row that is shown. */
for (const head of document.querySelectorAll("th[data-qlvb-all]")) {
  const table = head.closest("table");
  const boxes = [...table.querySelectorAll("tbody tr > td:first-child input[type=checkbox]")];
  if (boxes.length < 2) continue;
  const all = document.createElement("input");
  all.type = "checkbox";
  all.className = "form-check-input";
  all.title = head.dataset.qlvbAll;
  all.setAttribute("aria-label", head.dataset.qlvbAll);
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener("change", () => {
    const wanted = all.checked; // show() changes it with the first box
    for (const box of boxes.filter((one) => one.checked !== wanted)) {
      box.checked = wanted;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  table.addEventListener("change", show);
  show();
  head.append(all);
}
