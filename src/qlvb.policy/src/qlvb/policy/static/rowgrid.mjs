/* Tables of rows in forms: Enter and the arrows go from row to row as in a spreadsheet, Enter in the last row adds one, Ctrl+D
   takes over what stands above. On a phone rows are cards, in which every cell says its column. */

for (const table of document.querySelectorAll(".pat-datagridfield table")) {
  const body = table.tBodies[0];
  const fieldOf = (cell) => cell?.querySelector("input:not([type=hidden]), select, textarea");
  const rows = () => [...body.rows].filter((row) => /^\d+$/.test(row.dataset.index ?? "") && row.offsetParent);
  let added = false;

  function name(row) {
    for (const cell of row.cells) {
      const label = fieldOf(cell)?.getAttribute("aria-label");
      if (label) cell.dataset.label = label;
    }
  }

  function enter(row, column) {
    const field = fieldOf(row?.cells[column]);
    if (!field) return;
    field.focus();
    field.select?.();
    field.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  [...body.rows].forEach(name);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (!node.cells) continue;
      name(node);
      if (added) setTimeout(() => enter(node, 0));
      added = false;
    }
  }).observe(body, { childList: true });

  body.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.altKey || event.isComposing || !field.matches("input, select")) return;
    const [row, column] = [field.closest("tr"), field.closest("td").cellIndex];
    const all = rows();
    const at = all.indexOf(row);
    if (event.ctrlKey || event.metaKey) {
      const above = fieldOf(all[at - 1]?.cells[column]);
      if (event.key.toLowerCase() !== "d" || !above) return;
      event.preventDefault();
      field.value = above.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    // Selects and fields with proposals need the arrows for themselves.
    const arrows = field.list || field.matches("select") ? {} : { ArrowDown: 1, ArrowUp: -1 };
    const step = event.key === "Enter" ? (event.shiftKey ? -1 : 1) : arrows[event.key];
    if (!step) return;
    event.preventDefault();
    if (all[at + step]) enter(all[at + step], column);
    else if (event.key === "Enter" && step > 0) {
      added = true;
      row.querySelector(".dgf--row-add")?.click();
    }
  });
}

// What the keys do stands above the table that they are for.
for (const keys of document.querySelectorAll("[data-row-keys]")) {
  document.getElementById(keys.dataset.rowKeys).closest(".pat-datagridfield").before(keys);
  keys.hidden = false;
}
