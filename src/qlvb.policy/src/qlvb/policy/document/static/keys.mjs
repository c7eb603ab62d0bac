// Keyboard shortcuts of the document screen; the shell lists them under "?".

// Acts that send a document back to where it came from: at most one of them is offered at a time.
const RETURNS = ["refuse", "send_back", "return", "return_line", "refuse_number"];

function writing(target) {
  return Boolean(target.closest?.("input, textarea, select, [contenteditable]"));
}

export function startKeys(root, tabs) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.target.closest?.("form")?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const acts = {
      a: () => (root.querySelector('[data-act-emphasis="primary"]') ?? root.querySelector("[data-act]"))?.click(),
      r: () => RETURNS.map((act) => root.querySelector(`[data-act="${act}"]`)).find(Boolean)?.click(),
      f: () => root.querySelector("#doc-files-block a")?.focus(),
      v: () => root.querySelector("[data-viewer-pages]")?.focus(),
      u: () => root.querySelector("[data-back]")?.click(),
    };
    const act = acts[event.key] ?? (/^[1-9]$/.test(event.key) ? () => tabs.open(Number(event.key) - 1) : null);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
