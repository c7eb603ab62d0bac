// A list of people to choose several from becomes the field of the other forms: some letters, accents not needed. Without
// scripts the list stays, and sends the same.
//
// <select multiple name="leaders" data-people="what stands in the empty field"><option value="userid" data-detail="post">

import { Picker } from "./picker.mjs";

function offered(option) {
  return { id: option.value, title: option.textContent.trim(), detail: option.dataset.detail ?? "" };
}

function pickerOf(select) {
  const root = document.createElement("div");
  root.className = "qlvb-picker";
  root.dataset.pickerName = select.name;
  root.dataset.pickerKind = "person";
  root.dataset.pickerMultiple = "";
  root.dataset.pickerLabel = document.querySelector(`label[for="${CSS.escape(select.id)}"]`)?.textContent.trim() ?? "";
  root.dataset.pickerOptions = JSON.stringify(Array.from(select.options, offered));
  const chosen = document.createElement("span");
  chosen.dataset.pickerChosen = "";
  const input = document.createElement("input");
  input.type = "text";
  input.id = select.id;
  input.className = select.classList.contains("is-invalid") ? "form-control is-invalid" : "form-control";
  input.placeholder = select.dataset.people;
  root.append(chosen, input);
  const picker = new Picker(root);
  chosen.append(...Array.from(select.selectedOptions, (option) => picker.chip(offered(option))));
  select.replaceWith(root);
}

document.querySelectorAll("select[multiple][data-people]").forEach(pickerOf);
