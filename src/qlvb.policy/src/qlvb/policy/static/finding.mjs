/* The search screen: arrows walk through the results, a changed sort is asked for at once. Works without it too. */

document.body.classList.add("qlvb-has-script");

const hits = [...document.querySelectorAll("[data-qlvb-hits] > .qlvb-hit")];
const big = document.getElementById("big-q");
let cursor = -1;

function put(index) {
  hits[cursor]?.classList.remove("is-cursor");
  if (index < 0) {
    cursor = -1;
    big.focus();
    return;
  }
  cursor = Math.min(index, hits.length - 1);
  hits[cursor].classList.add("is-cursor");
  hits[cursor].querySelector("a").focus({ preventScroll: true });
  hits[cursor].scrollIntoView({ block: "nearest" });
}

document.addEventListener("focusin", (event) => {
  const hit = event.target.closest(".qlvb-hit");
  if (!hit || hits.indexOf(hit) === cursor) return;
  hits[cursor]?.classList.remove("is-cursor");
  cursor = hits.indexOf(hit);
  hit.classList.add("is-cursor");
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inBox = event.target === big;
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable], summary, dialog");
  if (event.key === "/" && !writing) {
    event.preventDefault();
    event.stopImmediatePropagation();
    window.scrollTo({ top: 0 });
    big.focus();
    big.select();
    return;
  }
  if (!hits.length || (writing && !inBox)) return;
  if (event.key === "ArrowDown" || (event.key === "j" && !inBox)) put(inBox ? 0 : cursor + 1);
  else if ((event.key === "ArrowUp" && !inBox) || (event.key === "k" && !inBox)) put(cursor - 1);
  else return;
  event.preventDefault();
}, true);

for (const choice of document.querySelectorAll("[data-qlvb-now]")) {
  // Without a value nothing is sent, so the address stays short.
  choice.addEventListener("change", () => {
    choice.disabled = choice.value === "";
    choice.form.submit();
  });
}

/* On a narrow window the facets are folded: the results come first. */
const facets = document.querySelector("[data-qlvb-facets]");
if (facets && window.matchMedia("(max-width: 991.98px)").matches) facets.open = false;
