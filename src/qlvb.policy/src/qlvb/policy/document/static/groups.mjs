// Nhóm nơi nhận: a group is added to the recipients whole; the rows of the table are saved as one.

import { postJson, Refusal } from "./http.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

/** `table`: `values()` gives the rows, `add(rows)` adds those that are not there yet and says how many. */
export function startGroups(grid, table) {
  const box = grid.querySelector("[data-groups]");
  if (!box) return;
  const rows = JSON.parse(box.dataset.groups);
  const select = box.querySelector("[data-group]");
  const keep = box.querySelector("[data-group-keep]");
  box.hidden = !Object.keys(rows).length && !keep;
  select.hidden = !Object.keys(rows).length;

  select.addEventListener("change", (event) => {
    event.stopPropagation();
    const title = select.selectedOptions[0].textContent;
    const found = rows[select.value];
    select.value = "";
    if (found) toast(say("group_added", { title, count: table.add(found) }));
  });
  if (!keep) return;

  const name = keep.querySelector("input");
  const save = async () => {
    try {
      const made = await postJson(box.dataset.groupsSave, { title: name.value, recipients: table.values() });
      const known = select.querySelector(`option[value="${CSS.escape(made.id)}"]`);
      const option = known ?? select.appendChild(document.createElement("option"));
      option.value = made.id;
      option.textContent = `${made.title} (${made.recipients.length})`;
      rows[made.id] = made.recipients;
      select.hidden = false;
      keep.open = false;
      name.value = "";
      toast(say("group_kept", { title: made.title }));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      toast(refusal.message, "danger");
    }
  };
  keep.querySelector("button").addEventListener("click", save);
  name.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    save();
  });
  // What is typed here belongs to no draft.
  name.addEventListener("input", (event) => event.stopPropagation());
}
