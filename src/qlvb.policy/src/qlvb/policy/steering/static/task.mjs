// The screen of a task: acts in dialogs, parts renewed after an act. The modules are those of the document screen.

const documents = document.querySelector("script[data-documents]").dataset.documents;
const [{ Acts }, { startPickers }, { startLazy }, { renew }] = await Promise.all(
  ["acts.mjs", "picker.mjs", "lazy.mjs", "renewal.mjs"].map((name) => import(new URL(name, documents))),
);
const root = document.querySelector("[data-task]");

function start() {
  startPickers(root);
  startLazy(root);
}

/** Takes the parts that an act may have changed out of a fresh page. */
function refresh(page) {
  renew(root, page);
  start();
}

new Acts(root, refresh);
start();
