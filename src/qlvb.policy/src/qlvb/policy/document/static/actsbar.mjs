// On a telephone the acts lie in one row under the thumb; a button at its end shows all of them where the row is too short.

export function startActsBar(root) {
  const more = root.querySelector("[data-acts-more]");
  if (!more || more.dataset.fits) return;
  const bar = more.closest(".qlvb-acts");

  function measure() {
    if (bar.classList.contains("is-open")) return;
    more.dataset.fits = "yes";
    if (bar.scrollWidth > bar.clientWidth + 1) more.dataset.fits = "no";
  }

  more.addEventListener("click", () => more.setAttribute("aria-expanded", String(bar.classList.toggle("is-open"))));
  new ResizeObserver(measure).observe(bar);
  measure();
}
