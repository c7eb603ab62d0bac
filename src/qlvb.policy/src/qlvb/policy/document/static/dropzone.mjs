// Files may be dropped on the place that asks for them.

import { say } from "./strings.mjs";

function size(bytes) {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}

export function startDrops(root) {
  root.querySelectorAll("[data-drop]").forEach((place) => {
    const input = place.querySelector("input[type=file]");
    const chosen = place.querySelector("[data-drop-chosen]");

    function show() {
      chosen.replaceChildren(
        ...Array.from(input.files, (file) => {
          const item = document.createElement("li");
          item.textContent = say("file_dropped", { name: file.name, size: size(file.size) });
          return item;
        }),
      );
    }

    // A camera gives one picture at a time: what it gives is added to what is there, in the order of the pages.
    let before = [];
    input.addEventListener("change", (event) => {
      if ("dropAdds" in input.dataset && event.isTrusted && input.files.length) {
        const files = new DataTransfer();
        [...before, ...input.files].forEach((file) => files.items.add(file));
        input.files = files.files;
      }
      before = Array.from(input.files);
      show();
    });
    ["dragenter", "dragover"].forEach((name) =>
      place.addEventListener(name, (event) => {
        event.preventDefault();
        place.classList.add("is-over");
      }),
    );
    ["dragleave", "drop"].forEach((name) => place.addEventListener(name, () => place.classList.remove("is-over")));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!event.dataTransfer?.files.length) return;
      const files = new DataTransfer();
      const dropped = Array.from(event.dataTransfer.files);
      const kept = input.multiple ? Array.from(input.files) : [];
      [...kept, ...(input.multiple ? dropped : dropped.slice(0, 1))].forEach((file) => files.items.add(file));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
}
