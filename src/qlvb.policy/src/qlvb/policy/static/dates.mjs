/* Beside a date that is typed, the day in the words of the page: a browser set to another language writes 11/12 for
   the twelfth of November, and nobody should send a deadline that he has read the other way round. */

const words = new Intl.DateTimeFormat(document.documentElement.lang || "vi", {
  weekday: "long",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});

function say(input) {
  if (input.form?.method === "get") return undefined; // a wrong day in a filter does no harm
  const day = input.value && input.valueAsDate;
  let note = input.nextElementSibling?.matches("[data-date-words]") ? input.nextElementSibling : null;
  if (!day) return note?.remove();
  if (!note) {
    note = document.createElement("small");
    note.className = "qlvb-datewords";
    note.dataset.dateWords = "";
    note.setAttribute("aria-hidden", "true"); // the field itself is read out in the words of the reader
    input.after(note);
  }
  note.textContent = words.format(new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()));
  return undefined;
}

function sayAll(root) {
  for (const input of root.querySelectorAll("input[type=date]")) if (input.value) say(input);
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("input[type=date]")) say(event.target);
});
document.addEventListener("change", (event) => {
  if (event.target.matches?.("input[type=date]")) say(event.target);
});
sayAll(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node instanceof Element) sayAll(node);
}).observe(document.body, { childList: true, subtree: true });
