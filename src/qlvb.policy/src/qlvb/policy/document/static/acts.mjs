// Acts: opening their dialogs, sending them once, showing what the rules object to.

import { clearFaults, showFaults } from "./faults.mjs";
import { freshKey, getPage, postJson } from "./http.mjs";
import { signLocally } from "./local_signing.mjs";
import { startPickers } from "./picker.mjs";
import { startSuggestions } from "./suggestions.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const ENVELOPE = new Set(["_authenticator", "idempotency_key"]);

/** The input of a form as JSON: names that may repeat as lists, files as base64. */
async function inputOf(form) {
  const input = {};
  const several = new Set(Array.from(form.querySelectorAll("[data-picker-multiple]"), (node) => node.dataset.pickerName));
  several.forEach((name) => (input[name] = []));
  form.querySelectorAll("input[type=checkbox]").forEach((box) => (input[box.name] = false));
  for (const [name, value] of new FormData(form)) {
    if (ENVELOPE.has(name)) continue;
    if (value instanceof File) {
      if (!value.size && !value.name) continue;
      const file = { filename: value.name, data: await base64(value), "content-type": value.type };
      if (form.elements[name]?.multiple) (input[name] ??= []).push(file);
      else input[name] = file;
    } else if (several.has(name)) input[name].push(value);
    else if (form.elements[name]?.type === "checkbox") input[name] = true;
    else input[name] = value;
  }
  return input;
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

export class Acts {
  /** `refresh` is called with the fresh page after an act. */
  constructor(root, refresh) {
    this.root = root;
    this.refresh = refresh;
    root.addEventListener("click", (event) => this.click(event));
    root.addEventListener("submit", (event) => {
      if (event.target.matches("[data-act-form]")) {
        event.preventDefault();
        this.send(event.target);
      }
    });
    this.openWanted();
  }

  openWanted() {
    const dialog = this.root.querySelector("dialog[open]");
    if (!dialog) return;
    dialog.removeAttribute("open");
    this.open(dialog);
  }

  click(event) {
    const opener = event.target.closest("[data-act-dialog]");
    if (opener && !event.ctrlKey && !event.metaKey) {
      const dialog = document.getElementById(opener.dataset.actDialog);
      if (dialog) {
        event.preventDefault();
        this.open(dialog);
      }
      return;
    }
    const off = event.target.closest("[data-act-off]");
    if (off) toast(off.title, "warning");
    if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog")?.close();
    if (event.target.nodeName === "DIALOG") event.target.close();
    const quick = event.target.closest("[data-quick-date]");
    if (quick) {
      const input = document.getElementById(quick.dataset.quickFor);
      input.value = quick.dataset.quickDate;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  open(dialog) {
    startPickers(dialog);
    startSuggestions(dialog);
    dialog.showModal();
    const first = dialog.querySelector(".qlvb-field input:not([type=hidden]):not([hidden]), .qlvb-field textarea, .qlvb-field select");
    (first ?? dialog.querySelector("button[type=submit]"))?.focus();
  }

  async send(form) {
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    this.root.setAttribute("aria-busy", "true");
    const button = form.querySelector("button[type=submit]");
    const words = button.textContent;
    button.setAttribute("aria-busy", "true");
    button.textContent = say("act_working", { act: words });
    clearFaults(form);
    const key = form.elements.idempotency_key;
    try {
      const input = await inputOf(form);
      const headers = {
        "Idempotency-Key": key.value,
        "X-CSRF-TOKEN": form.querySelector("input[name=_authenticator]")?.value ?? "",
      };
      const answer = form.elements.vgca?.checked
        ? await signLocally(form, input, headers)
        : await postJson(form.getAttribute("action"), input, headers);
      await this.done(form, answer);
    } catch (refusal) {
      if (!refusal.violations) throw refusal;
      // A refusal did nothing, so the corrected input is a new request; after a lost answer the old key must stay.
      if (refusal.status) key.value = freshKey();
      this.refused(form, refusal);
    } finally {
      delete form.dataset.busy;
      this.root.removeAttribute("aria-busy");
      button.removeAttribute("aria-busy");
      button.textContent = words;
    }
  }

  refused(form, refusal) {
    showFaults(form, refusal);
  }

  async done(form, answer) {
    // The dialog stays until the fresh parts are there: a dialog opened in between would be drawn away with its input.
    const finish = () => {
      form.closest("dialog")?.close();
      toast(answer.result?.message ?? say("act_done", { act: form.dataset.actTitle }), "success");
    };
    if (answer.result?.act === "reply" && answer.result.url) {
      window.location.assign(`${answer.result.url}/edit`);
      return;
    }
    const here = window.location.href.split(/[?#]/)[0].replace(/\/view$/, "");
    if (answer.redirect && answer.redirect.split(/[?#]/)[0].replace(/\/view$/, "") !== here) {
      window.location.assign(answer.redirect);
      return;
    }
    try {
      const page = await getPage(here);
      finish();
      this.refresh(page);
    } catch {
      window.location.assign(here);
    }
  }
}
