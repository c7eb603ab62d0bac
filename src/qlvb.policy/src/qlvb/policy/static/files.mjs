/* The browser writes on a field for files in its own language, whatever that of the page is: the field lies unseen over
   words of the page. It stays the field: keys, clicks, dropping and screen readers meet it, not the words. */

const english = document.documentElement.lang === "en";
const CHOOSE = english ? "Choose a file" : "Chọn tệp";
const CHOOSE_MORE = english ? "Choose files" : "Chọn các tệp";
const NONE = english ? "No file chosen" : "Chưa chọn tệp nào";

function chosen(input) {
  const count = input.files.length;
  if (count > 1) return english ? `${count} files` : `${count} tệp`;
  return count ? input.files[0].name : NONE;
}

function dress(input) {
  if (input.closest(".qlvb-file")) return;
  const frame = document.createElement("span");
  const face = document.createElement("span");
  const button = document.createElement("span");
  const name = document.createElement("span");
  frame.className = "qlvb-file";
  face.className = "qlvb-file__face";
  face.setAttribute("aria-hidden", "true");
  button.className = "qlvb-file__button";
  button.textContent = input.multiple ? CHOOSE_MORE : CHOOSE;
  name.className = "qlvb-file__name";
  name.textContent = chosen(input);
  face.append(button, name);
  input.replaceWith(frame);
  frame.append(input, face);
  input.addEventListener("change", () => (name.textContent = chosen(input)));
  input.form?.addEventListener("reset", () => queueMicrotask(() => (name.textContent = chosen(input))));
}

function dressAll(root) {
  for (const input of root.querySelectorAll("input[type=file]")) dress(input);
}

dressAll(document);
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) if (node instanceof Element) dressAll(node);
}).observe(document.body, { childList: true, subtree: true });
