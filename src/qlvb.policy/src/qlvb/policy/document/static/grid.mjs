// Nơi nhận: rows of the data grid. An agency of the site is chosen by typing; any other recipient is a row filled by hand.

import { startGroups } from "./groups.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

export function startGrid(form) {
  const grid = form.querySelector("[data-grid]");
  if (!grid) return null;
  const body = grid.querySelector("[data-grid-rows]");
  const count = grid.querySelector("[data-grid-count]");
  const template = body.querySelector("[data-grid-template]");
  const add = grid.querySelector("[data-grid-add]");
  template.remove();
  template.classList.remove("is-template");
  const nothing = template.querySelector('[data-cell="agency"]').value;
  const rows = () => Array.from(body.querySelectorAll("[data-grid-row]"));
  const valuesOf = (row) => Object.fromEntries(Array.from(row.querySelectorAll("[data-cell]"), (input) => [input.dataset.cell, input.value]));
  const keyOf = ({ agency, name }) => (agency && agency !== nothing ? `agency:${agency}` : `name:${name.trim().toLowerCase()}`);
  const cell = (row, name) => row.querySelector(`[data-cell="${name}"]`);

  function renumber() {
    rows().forEach((row, index) => {
      row.querySelectorAll("[name]").forEach((input) => {
        input.name = input.name.replace(/^(form\.widgets\.recipients\.)(TT|AA|\d+)(\.|-|$)/, `$1${index}$3`);
      });
    });
    count.value = rows().length;
  }

  function fix(row) {
    const known = ![nothing, ""].includes(cell(row, "agency").value);
    cell(row, "name").readOnly = known;
    cell(row, "address").hidden = known || cell(row, "channel").value === "internal";
    row.querySelector("[data-grid-drop]").setAttribute("aria-label", say("picker_drop", { title: cell(row, "name").value }));
  }

  function append(values = {}) {
    const row = template.cloneNode(true);
    body.append(row);
    Object.entries(values).forEach(([name, value]) => {
      const input = cell(row, name);
      if (input && value !== undefined) input.value = name === "agency" && !value ? nothing : value;
    });
    renumber();
    fix(row);
    return row;
  }

  function changed() {
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  rows().forEach((row) => (cell(row, "name").value.trim() ? fix(row) : row.remove()));
  renumber();
  add.hidden = false;
  add.addEventListener("click", () => {
    cell(append({ channel: "outside" }), "name").focus();
  });
  body.addEventListener("click", (event) => {
    const drop = event.target.closest("[data-grid-drop]");
    if (!drop) return;
    const row = drop.closest("[data-grid-row]");
    const title = cell(row, "name").value;
    row.remove();
    renumber();
    changed();
    if (title) toast(say("row_dropped", { title }));
    grid.querySelector("[data-grid-picker] input[type=text]").focus();
  });
  body.addEventListener("change", (event) => {
    const row = event.target.closest("[data-grid-row]");
    if (row) fix(row);
  });
  grid.querySelector("[data-grid-picker]").addEventListener("picked", (event) => {
    const item = event.detail;
    if (!item) return;
    if (rows().some((row) => cell(row, "agency").value === item.id)) {
      toast(say("row_known", { title: item.title }), "warning");
      return;
    }
    append({ name: item.title, identifier: item.identifier, agency: item.id, channel: "internal", address: item.address });
    changed();
  });

  startGroups(grid, {
    values: () => rows().map(valuesOf).map((values) => ({ ...values, agency: values.agency === nothing ? "" : values.agency })),
    add(found) {
      const known = new Set(rows().map(valuesOf).map(keyOf));
      const fresh = found.filter((values) => !known.has(keyOf(values)));
      fresh.forEach((values) => append(values));
      changed();
      return fresh.length;
    },
  });

  return {
    values: () => rows().map(valuesOf),
    fill(values) {
      rows().forEach((row) => row.remove());
      values.forEach((value) => append(value));
      renumber();
    },
  };
}
