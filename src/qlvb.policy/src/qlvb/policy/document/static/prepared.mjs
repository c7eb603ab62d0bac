// An opinion that an assistant has prepared goes into the words of the decision when its reader takes it over.

const FIELDS = ':is([data-field="text"], [data-field="comment"]) textarea';

export function startPrepared(root, written = () => {}) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-prepared-use]");
    if (!button) return;
    const words = button.parentElement.querySelector("[data-prepared]").textContent;
    const areas = Array.from(root.querySelectorAll(`[data-act-form] ${FIELDS}`));
    areas.forEach((area) => {
      area.value = words;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    areas.find((area) => area.checkVisibility())?.focus();
    if (areas.length) written();
  });
}
