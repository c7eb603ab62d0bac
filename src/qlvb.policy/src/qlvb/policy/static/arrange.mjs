/* Tiles are moved here and kept by the form's button: with the arrows, with Alt and an arrow key, or by dragging. */

const form = document.querySelector("[data-arrange]");
const said = form.querySelector("[data-arrange-said]");
let dragged = null;

const name = (item) => item.querySelector("h2, .form-check-label").textContent.trim();
const place = (item) => [...item.parentElement.children].indexOf(item) + 1;

function tell(item) {
  said.textContent = `${name(item)}: ${place(item)}/${item.parentElement.childElementCount}`;
}

function move(item, by) {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(item);
  else other.after(item);
  tell(item);
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-arrange-move]");
  if (!button) return;
  event.preventDefault();
  move(button.closest("[data-arrange-item]"), Number(button.dataset.arrangeMove));
  button.focus();
});
form.addEventListener("keydown", (event) => {
  const item = event.target.closest("[data-arrange-item]");
  const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
  if (!item || !by || !event.altKey) return;
  event.preventDefault();
  move(item, by);
  event.target.focus();
});
form.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-arrange-item]");
  event.dataTransfer.effectAllowed = "move";
  event.stopPropagation();
});
form.addEventListener("dragover", (event) => {
  const over = event.target.closest("[data-arrange-item]");
  if (!dragged || !over || over === dragged || over.parentElement !== dragged.parentElement) return;
  event.preventDefault();
  if (place(over) < place(dragged)) over.before(dragged);
  else over.after(dragged);
});
form.addEventListener("dragend", () => {
  if (dragged) tell(dragged);
  dragged = null;
});
