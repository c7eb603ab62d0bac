/* The bell: its number follows the server, its panel opens in place, news are said aloud once. */

import { qlvbToast } from "./qlvb.mjs";

const bell = document.querySelector("[data-qlvb-bell]");
const site = document.body.dataset.portalUrl;
const EVERY = 30000;
let tag = "";
let last = null;

function show(unread) {
  for (const place of document.querySelectorAll("[data-qlvb-unread]")) {
    place.textContent = unread > 99 ? "99+" : String(unread);
    place.hidden = !unread;
  }
  const words = bell.dataset.label.replace("{count}", String(unread));
  bell.title = words;
  bell.querySelector(".visually-hidden").textContent = words;
}

async function ask() {
  const headers = tag ? { "If-None-Match": tag } : {};
  const answer = await fetch(`${site}/@@notices-news`, { credentials: "same-origin", cache: "no-store", redirect: "error", headers });
  if (answer.status !== 200) return answer.status !== 401 && answer.status !== 403;
  tag = answer.headers.get("ETag") || "";
  const news = await answer.json();
  show(news.unread);
  const newest = news.newest ? news.newest.id : "";
  if (last !== null && newest && newest !== last) qlvbToast([news.newest.subject, news.newest.text].filter(Boolean).join(": "));
  last = newest;
  return true;
}

async function follow() {
  let more = true;
  try {
    more = await ask();
  } catch {
    /* the network is away: the number stays, and the next look may find it */
  }
  if (more) setTimeout(follow, document.hidden ? 4 * EVERY : EVERY);
}

const drop = bell && bell.closest("details");
if (drop) {
  drop.addEventListener("toggle", async () => {
    if (!drop.open) return;
    const panel = drop.querySelector(".qlvb-drop__panel");
    panel.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${site}/@@notices-panel`, { credentials: "same-origin", cache: "no-store" });
      if (answer.ok) panel.innerHTML = await answer.text();
    } finally {
      panel.removeAttribute("aria-busy");
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) ask().catch(() => null);
  });
  follow();
}
