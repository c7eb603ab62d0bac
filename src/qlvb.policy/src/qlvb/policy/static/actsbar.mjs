/* The bar of a record's acts: what finds no room in its row goes into its menu: those that stay least
   (data-stays, 1 where none is given) first, of them the last ones, never the primary one.
   An element of its own, so bars that come later (after an act, on the desk) need not be started. */

class ActsBar extends HTMLElement {
  #watch = new ResizeObserver(() => this.#fit());
  #moved = [];

  connectedCallback() {
    this.menu = this.querySelector(":scope > .qlvb-acts__menu");
    this.row ??= [...this.children].slice(0, [...this.children].indexOf(this.menu));
    this.panel = this.menu.querySelector(".qlvb-drop__panel");
    this.classList.add("is-fitted");
    this.addEventListener("click", (event) => {
      if (event.target.closest(".qlvb-drop__panel a")) for (const open of this.querySelectorAll("details[open]")) open.open = false;
    });
    this.addEventListener("keydown", (event) => this.#arrows(event));
    this.#watch.observe(this.parentElement);
  }

  disconnectedCallback() {
    this.#watch.disconnect();
  }

  #fit() {
    if (this.#moved.length) this.menu.before(...this.row);
    for (const entry of this.#moved) entry.remove();
    this.#moved = [];
    this.menu.hidden = !this.panel.children.length;
    const row = this.row.filter((one) => !one.matches(".btn-primary, .qlvb-act-menu") && one.offsetWidth);
    const leaving = row.sort((one, other) => (other.dataset.stays ?? 1) - (one.dataset.stays ?? 1));
    while (leaving.length && this.scrollWidth > this.clientWidth + 1) {
      const entry = document.createElement("li");
      entry.append(leaving.pop());
      this.panel.prepend(entry);
      this.#moved.push(entry);
      this.menu.hidden = false;
    }
  }

  /** In an open menu the arrows go from entry to entry; on its button the one down opens it. */
  #arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const menu = event.target.closest?.("details.qlvb-drop");
    if (!step || !menu || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    menu.open = true;
    const entries = [...menu.querySelectorAll(".qlvb-drop__panel :is(a, button)")];
    const at = entries.indexOf(document.activeElement);
    entries.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % entries.length)?.focus();
  }
}
customElements.define("qlvb-acts", ActsBar);

// "Trở về" of a record leads to the list that one came from, at the place where one was.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-back]") || event.ctrlKey || event.metaKey) return;
  if (window.history.length < 2 || !document.referrer.startsWith(window.location.origin)) return;
  event.preventDefault();
  window.history.back();
});
