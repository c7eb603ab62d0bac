// Documents gathered to be signed at the end of the sitting, each answered for by itself.

import { freshKey, getJson, postJson, Refusal } from "./http.mjs";
import { recall, remember } from "./memory.mjs";
import { say } from "./strings.mjs";

/** How many are ordered in one request. */
const AT_ONCE = 10;
/** Milliseconds between two questions how far it is, and how long we go on asking. */
const PAUSE = 700;
const LONGEST = 120_000;

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

  row(item) {
    const row = document.createElement("li");
    row.dataset.uid = item.dataset.uid;
    const words = document.createElement("span");
    words.textContent = item.querySelector(".desk-row__subject").textContent;
    const outcome = document.createElement("small");
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

  /** Ordered as bulk acts, each document in a transaction of its own, and signed by the worker, whom we ask how far it is. */
  async sign() {
    if (this.busy || !this.items.length) return;
    this.busy = true;
    const waiting = new Map();
    const found = { done: [], failed: [], total: this.items.length };
    this.bar.hidden = false;
    this.bar.max = found.total;
    const left = [...this.items];
    while (left.length) {
      const batch = left.splice(0, AT_ONCE);
      const answers = await this.order(batch.map((item) => item.dataset.uid));
      batch.forEach((item) => {
        const { result, message } = answers.get(item.dataset.uid) ?? { message: say("network_gone") };
        if (result) waiting.set(item.dataset.uid, { item, result });
        else this.settle(found, item, null, message);
      });
    }
    this.items = [];
    this.draw();
    await this.follow(waiting, found);
    const words = { done: found.done.length, failed: found.failed.length, waiting: waiting.size };
    this.said.textContent = say(waiting.size ? "desk_still_signing" : "desk_signed", words);
    this.busy = false;
    this.signed([...found.done, ...[...waiting.values()].map((one) => this.entry(one.item, one.result))]);
    found.failed.forEach((item) => this.putBack(item));
  }

  entry(item, result) {
    const title = this.dialog.querySelector("h2").textContent;
    return { item, subject: item.querySelector(".desk-row__subject").textContent, title, result };
  }

  /** Says in the dialog what became of one document. */
  settle(found, item, result, message = "") {
    const row = this.dialog.querySelector(`[data-uid="${CSS.escape(item.dataset.uid)}"]`);
    if (result) found.done.push(this.entry(item, result));
    else found.failed.push(item);
    row.classList.add(result ? "is-done" : "is-failed");
    row.querySelector("small").textContent = message;
    this.bar.value = found.done.length + found.failed.length;
    this.said.textContent = say("desk_signing", { done: this.bar.value, total: found.total });
  }

  /** Takes out of `waiting` what has been signed or has failed, until nothing waits or it has taken too long. */
  async follow(waiting, found) {
    const until = Date.now() + LONGEST;
    while (waiting.size && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      for (const { UID, signing, cause, next } of await this.howFar([...waiting.keys()])) {
        if (signing === "queued" || !waiting.has(UID)) continue;
        const { item, result } = waiting.get(UID);
        waiting.delete(UID);
        this.settle(found, item, signing === "done" ? result : null, [cause, next].filter(Boolean).join(" "));
      }
    }
  }

  async howFar(uids) {
    try {
      return (await getJson(`${this.root.dataset.site}/@signing-queue?items=${uids.join(",")}`)).items;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return [];
    }
  }

  /** Map UID -> {result} of what was ordered, {message} of what was not. */
  async order(uids) {
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
