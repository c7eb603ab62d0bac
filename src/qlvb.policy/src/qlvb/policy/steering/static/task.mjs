// The screen of a task: acts in dialogs, parts renewed after an act. The modules are those of the document screen.

const documents = document.querySelector("script[data-documents]").dataset.documents;
const [{ Acts }, { startPickers }, { startLazy }] = await Promise.all(
  ["acts.mjs", "picker.mjs", "lazy.mjs"].map((name) => import(new URL(name, documents))),
);
const root = document.querySelector("[data-task]");

function start() {
  startPickers(root);
  startLazy(root);
}

/** Takes the parts that an act may have changed out of a fresh page. */
function refresh(page) {
  const opened = Array.from(root.querySelectorAll("details[open][id]"), (node) => node.id);
  document.querySelectorAll("[data-refresh]").forEach((part) => {
    if (part.parentElement.closest("[data-refresh]")) return;
    const fresh = page.querySelector(`[data-refresh="${CSS.escape(part.dataset.refresh)}"]`);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
    else part.replaceChildren();
  });
  opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  start();
}

root.addEventListener("click", (event) => {
  if (event.target.closest("[data-back]") && window.history.length > 1 && document.referrer.startsWith(window.location.origin)) {
    event.preventDefault();
    window.history.back();
  }
});
new Acts(root, refresh);
start();
