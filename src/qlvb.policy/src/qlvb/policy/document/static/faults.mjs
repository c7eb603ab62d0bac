// Refusals in a form: at the fields that they name, and summed up at the top.

export function clearFaults(form) {
  form.querySelectorAll(".is-invalid").forEach((node) => {
    node.classList.remove("is-invalid");
    node.removeAttribute("aria-invalid");
  });
  form.querySelectorAll("[data-field-error]").forEach((node) => {
    node.textContent = "";
    node.classList.remove("d-block");
  });
  const summary = form.querySelector("[data-form-summary]");
  summary.hidden = true;
  summary.replaceChildren();
}

/** Shows a refusal: at the fields that it names, and summed up at the top with links to them. */
export function showFaults(form, refusal) {
  clearFaults(form);
  const summary = form.querySelector("[data-form-summary]");
  const faults = refusal.violations.length ? refusal.violations : [{ field: "", message: refusal.message }];
  const list = document.createElement("ul");
  let first = null;
  faults.forEach((fault) => {
    const field = fault.field ? form.querySelector(`[data-field="${CSS.escape(fault.field)}"]`) : null;
    if (field) field.hidden = false;
    const input = field?.querySelector("input:not([type=hidden], [type=radio]), textarea, select");
    const item = document.createElement("li");
    if (input) {
      const link = document.createElement("a");
      link.href = `#${input.id}`;
      link.textContent = fault.message;
      item.append(link);
      input.classList.add("is-invalid");
      input.setAttribute("aria-invalid", "true");
      const place = field.querySelector("[data-field-error]");
      place.textContent = fault.message;
      place.classList.add("d-block");
      first ??= input;
    } else item.textContent = fault.message;
    if (fault.rule) {
      const rule = document.createElement("small");
      rule.textContent = ` (${fault.rule})`;
      item.append(rule);
    }
    list.append(item);
  });
  summary.replaceChildren(list);
  summary.hidden = false;
  (first ?? summary).focus?.({ preventScroll: false });
  summary.scrollIntoView({ block: "nearest" });
}
