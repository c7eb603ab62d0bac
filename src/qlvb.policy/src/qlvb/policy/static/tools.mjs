/* Beside every list: columns move without asking the server; it is asked once, by the button below them. */

for (const list of document.querySelectorAll(".qlvb-columnlist")) {
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("li");
    const other = button.dataset.move === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === "up") other.before(item);
    else other.after(item);
    button.focus();
    item.scrollIntoView({ block: "nearest" });
  });
}
