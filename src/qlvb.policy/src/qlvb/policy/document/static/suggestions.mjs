// Suggestions for a line of text, asked of the site while somebody types; whatever else is typed stays as it is.

import { getJson } from "./http.mjs";

const DELAY = 160;

function offer(input) {
  if (input.dataset.offering) return;
  input.dataset.offering = "yes";
  const list = document.getElementById(input.getAttribute("list"));
  let timer;
  let asking;
  async function ask() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await getJson(input.dataset.suggestionsSource + encodeURIComponent(input.value.trim()), { signal: asking.signal });
      list.replaceChildren(
        ...answer.items.map((item) => {
          const option = document.createElement("option");
          option.value = item.title;
          option.label = item.detail;
          return option;
        }),
      );
    } catch {
      // Typing goes on without suggestions.
    }
  }
  input.addEventListener("focus", ask, { once: true });
  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, DELAY);
  });
}

export function startSuggestions(root = document) {
  root.querySelectorAll("[data-suggestions-source]").forEach(offer);
}
