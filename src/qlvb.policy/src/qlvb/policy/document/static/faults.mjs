// Refusals in a form: at the fields that they name, and summed up at the top. An address in a message becomes a link.

import { say } from "./strings.mjs";

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
    const [place, url] = fault.message.match(/ \((https?:\/\/[^\s)]+)\)/) ?? ["", ""];
    const words = fault.message.replace(place, "");
    if (input) {
      const link = document.createElement("a");
      link.href = `#${input.id}`;
      link.textContent = words;
      item.append(link);
      input.classList.add("is-invalid");
      input.setAttribute("aria-invalid", "true");
      const beside = field.querySelector("[data-field-error]");
      beside.textContent = words;
      beside.classList.add("d-block");
      first ??= input;
    } else item.textContent = words;
    if (url) {
      const other = document.createElement("a");
      Object.assign(other, { href: url, target: "_blank", rel: "noopener", textContent: say("fault_open") });
      item.append(" ", other);
    }
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
