/* Tables of rows in forms: Enter and the arrows go from row to row as in a spreadsheet, Enter in the last row adds one, Ctrl+D
   takes over what stands above, cells copied in a spreadsheet are pasted over rows and columns. On a phone rows are cards, in
   which every cell says its column. */

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

  function put(field, text) {
    const words = text.trim();
    const said = (option) => [option.text.trim(), option.value].some((one) => one.toLowerCase() === words.toLowerCase());
    const value = field.matches("select") ? [...field.options].find(said)?.value : words;
    if (value === undefined) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function rowAt(place) {
    while (rows().length <= place) {
      const before = rows().length;
      rows().at(-1)?.querySelector(".dgf--row-add")?.click();
      await new Promise((done) => setTimeout(done));
      if (rows().length === before) return null;
    }
    return rows()[place];
  }

  body.addEventListener("paste", async (event) => {
    const field = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!field.matches("input, select") || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const column = field.closest("td").cellIndex;
    let place = rows().indexOf(field.closest("tr"));
    for (const line of text.replace(/\r/g, "").replace(/\n+$/, "").split("\n")) {
      const row = await rowAt(place++);
      if (!row) break;
      const fields = [...row.cells].slice(column).map(fieldOf).filter(Boolean);
      line.split("\t").forEach((words, at) => fields[at] && put(fields[at], words));
    }
  });

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

// What the keys do, and the parts of a long list, stand above the table that they are for.
for (const parts of document.querySelectorAll("[data-row-parts]")) {
  document.getElementById(parts.dataset.rowParts).closest(".pat-datagridfield").before(parts);
}
for (const keys of document.querySelectorAll("[data-row-keys]")) {
  document.getElementById(keys.dataset.rowKeys).closest(".pat-datagridfield").before(keys);
  keys.hidden = false;
}
