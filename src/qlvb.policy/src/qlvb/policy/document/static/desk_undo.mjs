// Taking back what was just decided: the acts of withdrawal, as long as nobody has acted after it.

import { freshKey, getJson, postJson, Refusal } from "./http.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

export class Undo {
  /** `putBack(item, place)` puts an item into the list again. */
  constructor(root, putBack) {
    this.root = root;
    this.putBack = putBack;
    this.done = [];
    this.button = root.querySelector('[data-desk-command="undo"]');
    this.box = root.querySelector("[data-desk-done]");
    this.box.addEventListener("click", (event) => {
      const button = event.target.closest("[data-desk-take]");
      if (button) this.take(this.done.find((one) => String(one.id) === button.dataset.deskTake));
    });
  }

  remember(entry) {
    entry.id = (this.last = (this.last ?? 0) + 1);
    this.done.push(entry);
    this.draw();
  }

  draw() {
    this.button.disabled = this.done.length === 0;
    this.box.hidden = this.done.length === 0;
    this.root.querySelector("[data-desk-decided]").textContent = String(this.done.length);
    this.root.querySelector("[data-desk-history]").replaceChildren(
      ...[...this.done].reverse().map((entry) => {
        const row = document.createElement("li");
        const link = document.createElement("a");
        link.href = entry.item.dataset.url;
        link.textContent = entry.subject;
        const act = document.createElement("small");
        act.textContent = entry.title;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn btn-sm btn-link";
        button.dataset.deskTake = String(entry.id);
        button.textContent = say("desk_undo").replace(/ \(.*\)$/, "");
        row.append(link, act, button);
        return row;
      }),
    );
  }

  /** Takes back `entry`, the last decision when none is named. */
  async take(entry = this.done.at(-1)) {
    if (!entry || entry.busy) return;
    entry.busy = true;
    try {
      await this.withdraw(entry);
      this.done = this.done.filter((other) => other !== entry);
      this.draw();
      toast(say("desk_undone", { subject: entry.subject }), "success");
      this.putBack(entry.item, Math.max(entry.at ?? 0, 0));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      toast(say("desk_cannot_undo", { reason: refusal.message }), "warning");
    } finally {
      entry.busy = false;
    }
  }

  async withdraw({ item, result }) {
    const base = item.dataset.url;
    const offered = (await getJson(`${base}/@acts`)).items;
    const act = offered.find((one) => ["withdraw", "withdraw_line"].includes(one.id));
    if (!act?.possible) throw new Refusal(act?.violations?.[0]?.message ?? say("desk_acted"));
    const lines = act.id === "withdraw_line" ? Object.values(result.lines ?? {}).flat() : [null];
    if (!lines.length) throw new Refusal(say("desk_acted"));
    for (const line of lines) {
      await postJson(`${base}/@acts/${act.id}`, line === null ? {} : { line }, { "Idempotency-Key": freshKey() });
    }
  }
}
