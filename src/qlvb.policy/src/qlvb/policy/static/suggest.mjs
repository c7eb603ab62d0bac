/* Suggestions under the search box of the corner: asked for when typing pauses; an answer that comes too late is dropped. */

const PAUSE = 180;
const SLOW = 1200; // milliseconds after which an answer is no help any more

const form = document.querySelector("form.qlvb-search");
const box = form?.querySelector("input[type=search]");

if (box) {
  const panel = document.createElement("div");
  panel.className = "qlvb-suggest";
  panel.hidden = true;
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(panel, status);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "qlvb-suggestions" }).forEach(
    ([name, value]) => box.setAttribute(name, value),
  );
  let timer = 0;
  let asking = null;
  let asked = "";
  let active = -1;
  const options = () => [...panel.querySelectorAll("[role=option]")];

  const hide = () => {
    panel.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    active = index;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    const chosen = options()[index];
    if (chosen) {
      chosen.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", chosen.id);
    } else box.removeAttribute("aria-activedescendant");
  };

  async function ask() {
    const text = box.value.trim();
    if (text.length < 2) return hide();
    if (text === asked && panel.childElementCount) {
      if (options().length) panel.hidden = false;
      return;
    }
    asking?.abort();
    const mine = (asking = new AbortController());
    const late = setTimeout(() => mine.abort(), SLOW);
    try {
      const address = `${form.action.replace("@@qlvb-search", "@@search-suggestions")}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: mine.signal, credentials: "same-origin", headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) return hide();
      const fragment = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-said]");
      if (mine.signal.aborted || !fragment || document.activeElement !== box) return;
      asked = text;
      panel.replaceChildren(...fragment.children);
      status.textContent = fragment.dataset.said;
      active = -1;
      panel.hidden = options().length === 0;
      box.setAttribute("aria-expanded", String(!panel.hidden));
    } catch {
      hide(); // a suggestion that does not come is no loss
    } finally {
      clearTimeout(late);
    }
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  box.addEventListener("focus", () => box.value.trim().length > 1 && asked === box.value.trim() && ask());
  box.addEventListener("blur", () => setTimeout(hide, 150));
  box.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else if (panel.hidden) return;
    else if (event.key === "ArrowDown") mark(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp") mark(active <= 0 ? last : active - 1);
    else if (event.key === "Enter" && active >= 0) options()[active].querySelector("a").click();
    else return;
    event.preventDefault();
  });
  panel.addEventListener("pointerdown", (event) => event.preventDefault());
}
