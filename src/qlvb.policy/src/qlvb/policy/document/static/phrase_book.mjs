// The sentences that a person uses again and again (mẫu ý kiến): asked for once, kept, dropped, put into a text.

import { getJson, postJson, remove } from "./http.mjs";

export class PhraseBook {
  /** `site` is the site's address; `items` those that the page has brought along, if any. */
  constructor(site, items = null) {
    this.address = `${site}/@phrases`;
    this.kept = items;
  }

  /** Every sentence: list of {id, text, owner_title}; those without an id are proposals of the system. */
  async items() {
    this.kept ??= (await getJson(this.address)).items;
    return this.kept;
  }

  /** Keeps `text`; false when there is none, or it is kept already. Proposals give way to the first of one's own. */
  async keep(text) {
    const words = text.trim();
    const before = await this.items();
    if (!words || before.some((one) => one.id && one.text === words)) return false;
    const made = await postJson(this.address, { text: words });
    this.kept = [...before.filter((one) => one.id), made];
    return true;
  }

  async drop(id) {
    await remove(`${this.address}/${id}`);
    this.kept = this.kept.filter((one) => one.id !== id);
  }
}

/** Puts `text` into a text field: where the cursor was left, after what stands there when it was nowhere. */
export function putInto(area, text) {
  const at = area.selectionEnd || area.value.length;
  const gap = at && !/\s$/.test(area.value.slice(0, at)) ? " " : "";
  area.setRangeText(gap + text, area.selectionEnd ? area.selectionStart : at, at, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
