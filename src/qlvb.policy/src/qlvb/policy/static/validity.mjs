/* What the browser says of a field that it does not take, in the language of the page instead of its own. */

const english = document.documentElement.lang === "en";
const WORDS = english
  ? { valueMissing: "Fill in this field.", choose: "Choose one.", badInput: "Not a valid value.", range: "Out of range.", other: "Not a valid value." }
  : { valueMissing: "Hãy điền trường này.", choose: "Hãy chọn một mục.", badInput: "Giá trị không hợp lệ.", range: "Giá trị ngoài giới hạn cho phép.", other: "Giá trị không hợp lệ." };

function words(input) {
  const { valueMissing, badInput, rangeUnderflow, rangeOverflow } = input.validity;
  if (valueMissing) return input.matches("select, [type=radio], [type=checkbox], [type=file]") ? WORDS.choose : WORDS.valueMissing;
  if (badInput) return WORDS.badInput;
  return rangeUnderflow || rangeOverflow ? WORDS.range : WORDS.other;
}

/** Takes back what was said: the browser judges anew. */
function forget(input) {
  if (!input.dataset.validityWords) return;
  delete input.dataset.validityWords;
  input.setCustomValidity("");
}

document.addEventListener(
  "invalid",
  ({ target }) => {
    forget(target);
    if (target.validity.valid || target.validity.customError) return;
    target.dataset.validityWords = "yes";
    target.setCustomValidity(words(target));
  },
  true,
);
document.addEventListener("input", ({ target }) => forget(target), true);
document.addEventListener("change", ({ target }) => forget(target), true);
document.addEventListener(
  "click",
  ({ target }) => {
    const form = target.closest?.("button, input[type=submit]")?.form;
    for (const input of form?.querySelectorAll("[data-validity-words]") ?? []) forget(input);
  },
  true,
);
