// Keyboard shortcuts of the document screen; the shell lists them under "?". A key without anything to press says so.

import { say } from "./strings.mjs";
import { hint } from "./toast.mjs";

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
    const one = (selector) => root.querySelector(selector);
    const acts = {
      a: () => {
        // A form that stands open is the main act; whoever presses the key goes on in its first field.
        const open = one("#doc-inline-act :is(textarea, input:not([type=hidden]), select)");
        const button = open ?? one('[data-act-emphasis="primary"]') ?? one("[data-act]");
        if (!button) hint(one(".qlvb-acts > [data-act-off]"), say("key_no_act"));
        else if (button === open) open.focus();
        else button.click();
      },
      r: () => {
        const button = RETURNS.map((act) => one(`[data-act="${act}"]`)).find(Boolean);
        const greyed = RETURNS.map((act) => one(`[data-act-off="${act}"]`)).find(Boolean);
        if (button) button.click();
        else hint(greyed, say("key_no_return"));
      },
      f: () => (one("#doc-files-block a") ? one("#doc-files-block a").focus() : hint(null, say("key_no_files"))),
      v: () => (one("[data-viewer-pages]") ? one("[data-viewer-pages]").focus() : hint(null, say("key_no_files"))),
      u: () => one("[data-back]")?.click(),
    };
    const act = acts[event.key] ?? (/^[1-9]$/.test(event.key) ? () => tabs.open(Number(event.key) - 1) : null);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
