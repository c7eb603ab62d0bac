// Blocks whose content is asked for when they are opened for the first time.

import { getPage } from "./http.mjs";
import { say } from "./strings.mjs";

async function fill(block) {
  const place = block.querySelector("[data-lazy-place]");
  const waiting = window.setTimeout(() => (place.textContent = say("lazy_loading")), 300);
  try {
    const page = await getPage(`${block.dataset.lazy}?ajax_load=1`);
    place.replaceChildren(...Array.from(page.body.childNodes, (node) => document.adoptNode(node)));
  } catch (refusal) {
    place.textContent = refusal.message;
    delete block.dataset.lazyDone;
  } finally {
    window.clearTimeout(waiting);
  }
}

export function startLazy(root) {
  root.querySelectorAll("details[data-lazy]").forEach((block) => {
    const look = () => {
      if (!block.open || block.dataset.lazyDone) return;
      block.dataset.lazyDone = "yes";
      fill(block);
    };
    block.addEventListener("toggle", look);
    look();
  });
}
