// The screen of a task: acts in dialogs, parts renewed after an act. The modules are those of the document screen.

const documents = document.querySelector("script[data-documents]").dataset.documents;
const [{ Acts }, { startActsBar }, { startPickers }, { startLazy }, { renew }] = await Promise.all(
  ["acts.mjs", "actsbar.mjs", "picker.mjs", "lazy.mjs", "renewal.mjs"].map((name) => import(new URL(name, documents))),
);
const root = document.querySelector("[data-task]");

function start() {
  startPickers(root);
  startLazy(root);
  startActsBar(root);
}

/** Takes the parts that an act may have changed out of a fresh page. */
function refresh(page) {
  renew(root, page);
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
