/* Beside a date that is typed, the day in the words of the page: a browser set to another language writes 11/12 for
   the twelfth of November, and nobody should send a deadline that he has read the other way round. */

const words = new Intl.DateTimeFormat(document.documentElement.lang || "vi", {
  weekday: "long",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});

/* Until somebody types in the field it shows the day as the page writes it (qlvb.css draws data-date-shown). */
const EMPTY = { date: "dd/mm/yyyy", "datetime-local": "dd/mm/yyyy --:--" };
const FIELDS = "input[type=date], input[type=datetime-local]";

function show(input) {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(input.value) ?? [];
  input.dataset.dateShown = year ? `${day}/${month}/${year}${time ? ` ${time}` : ""}` : EMPTY[input.type];
}

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
  for (const input of root.querySelectorAll(FIELDS)) {
    show(input);
    if (input.type === "date" && input.value) say(input);
  }
}

for (const name of ["input", "change", "focusout"]) {
  document.addEventListener(name, (event) => {
    if (!event.target.matches?.(FIELDS)) return;
    show(event.target);
    if (event.target.type === "date" && name !== "focusout") say(event.target);
  });
}
sayAll(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node instanceof Element) sayAll(node);
}).observe(document.body, { childList: true, subtree: true });
