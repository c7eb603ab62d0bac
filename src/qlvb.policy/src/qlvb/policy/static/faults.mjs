/* What a browser finds wrong in a field it says in its own language, whatever that of the page is: here in the page's.
   Before every try the words are taken back, or the field would stay wrong for ever. */

const english = document.documentElement.lang === "en";
const WORDS = english
  ? { empty: "Fill in this field.", pick: "Choose one.", wrong: "This is not right.", range: "Out of range." }
  : { empty: "Hãy nhập nội dung này.", pick: "Hãy chọn một mục.", wrong: "Nội dung chưa đúng.", range: "Giá trị ngoài khoảng cho phép." };

function fault(field) {
  const { validity } = field;
  if (validity.valueMissing) return ["select-one", "radio", "checkbox", "file"].includes(field.type) ? WORDS.pick : WORDS.empty;
  return validity.rangeUnderflow || validity.rangeOverflow ? WORDS.range : WORDS.wrong;
}

document.addEventListener(
  "invalid",
  ({ target }) => {
    if (target.validity.customError) return;
    target.dataset.qlvbFault = "";
    target.setCustomValidity(fault(target));
  },
  true,
);

function forgive(field) {
  if (!("qlvbFault" in (field.dataset ?? {}))) return;
  delete field.dataset.qlvbFault;
  field.setCustomValidity("");
}

for (const kind of ["input", "change"]) document.addEventListener(kind, ({ target }) => forgive(target), true);
document.addEventListener(
  "click",
  ({ target }) => {
    const form = target instanceof Element && target.closest("button, input[type=submit]")?.form;
    for (const field of form ? form.elements : []) forgive(field);
  },
  true,
);
