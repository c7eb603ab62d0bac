// Documents gathered to be signed at the end of the sitting, each answered for by itself.

import { freshKey, postJson, Refusal } from "./http.mjs";
import { recall, remember } from "./memory.mjs";
import { say } from "./strings.mjs";

/** How many are signed in one request: a signature takes about a second. */
const AT_ONCE = 5;

export class Collected {
  /** `signed(list)` is told of what was signed; `putBack(item)` gets what was left out. */
  constructor(root, signed, putBack) {
    this.root = root;
    this.signed = signed;
    this.putBack = putBack;
    this.key = `desk.collected.${root.dataset.userid}`;
    this.dialog = document.getElementById("desk-signing");
    this.said = root.querySelector("[data-desk-said]");
    this.bar = root.querySelector("[data-desk-progress]");
    this.items = [];
    const kept = new Set(recall(this.key, []));
    root.querySelectorAll("[data-desk-items] > li").forEach((item) => {
      if (kept.has(item.dataset.uid) && item.dataset.state === "to_sign") {
        item.remove();
        this.items.push(item);
      }
    });
    this.draw();
  }

  add(item) {
    this.items.push(item);
    this.draw();
  }

  draw() {
    remember(this.key, this.items.map((item) => item.dataset.uid));
    this.root.querySelector('[data-desk-command="sign-all"]').hidden = this.items.length === 0;
    this.root.querySelector("[data-desk-collected]").textContent = String(this.items.length);
  }

  row(item, text = "") {
    const row = document.createElement("li");
    row.dataset.uid = item.dataset.uid;
    const words = document.createElement("span");
    words.textContent = item.querySelector(".desk-row__subject").textContent;
    const outcome = document.createElement("small");
    outcome.textContent = text;
    row.append(words, outcome);
    return row;
  }

  ask() {
    if (!this.items.length || this.busy) return;
    this.dialog.querySelector("[data-desk-signing]").replaceChildren(...this.items.map((item) => this.row(item)));
    this.said.textContent = "";
    this.bar.hidden = true;
    this.dialog.showModal();
    this.dialog.querySelector('[data-desk-command="sign-now"]').focus();
  }

  /** As bulk acts, each document in a transaction of its own; in small requests, so that one sees how far it is. */
  async sign() {
    if (this.busy || !this.items.length) return;
    this.busy = true;
    const [total, done, failed] = [this.items.length, [], []];
    const title = this.dialog.querySelector("h2").textContent;
    this.bar.hidden = false;
    this.bar.max = total;
    const left = [...this.items];
    while (left.length) {
      this.said.textContent = say("desk_signing", { done: done.length + failed.length, total });
      const batch = left.splice(0, AT_ONCE);
      const answers = await this.answersFor(batch.map((item) => item.dataset.uid));
      batch.forEach((item) => {
        const row = this.dialog.querySelector(`[data-uid="${CSS.escape(item.dataset.uid)}"]`);
        const { result, message } = answers.get(item.dataset.uid) ?? { message: say("network_gone") };
        if (result) done.push({ item, subject: row.querySelector("span").textContent, title, result });
        else failed.push(item);
        row.classList.add(result ? "is-done" : "is-failed");
        row.querySelector("small").textContent = message ?? "";
      });
      this.bar.value = done.length + failed.length;
    }
    this.items = [];
    this.draw();
    this.said.textContent = say("desk_signed", { done: done.length, failed: failed.length });
    this.busy = false;
    this.signed(done);
    failed.forEach((item) => this.putBack(item));
  }

  /** Map UID -> {result} of what was signed, {message} of what was not. */
  async answersFor(uids) {
    try {
      const body = { act: "sign", items: uids, data: {} };
      const answer = await postJson(`${this.root.dataset.site}/@bulk`, body, { "Idempotency-Key": freshKey() });
      return new Map(
        answer.items.map(({ UID, result, violations }) => [
          UID,
          result ? { result } : { message: violations.map(({ message }) => message).join(" ") },
        ]),
      );
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return new Map(uids.map((uid) => [uid, { message: refusal.message }]));
    }
  }
}
