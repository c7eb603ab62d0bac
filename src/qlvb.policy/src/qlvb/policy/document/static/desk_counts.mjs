// The numbers above the desk's list: those of the site again, some seconds after the last decision.

import { getPage, Refusal } from "./http.mjs";

/** Milliseconds in which nothing more was decided. */
const PAUSE = 2_000;
const PARTS = [".desk-boxes", ".desk-found"];

export class Counts {
  constructor(root) {
    this.root = root;
  }

  renewSoon() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.renew(), PAUSE);
  }

  /** What has the focus stays as it is; a network that is gone leaves the numbers of before. */
  async renew() {
    try {
      const page = await getPage(window.location.href);
      PARTS.forEach((part) => {
        const [fresh, shown] = [page.querySelector(part), this.root.querySelector(part)];
        if (fresh && shown && !shown.contains(document.activeElement)) shown.replaceWith(document.adoptNode(fresh));
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }
}
