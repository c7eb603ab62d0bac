// Parts of a screen renewed after an act, as marked with data-refresh; what was unfolded stays so.

/** Takes the parts that an act may have changed out of a fresh page into `root`. */
export function renew(root, page) {
  const opened = Array.from(root.querySelectorAll("details[open][id]"), (node) => node.id);
  document.querySelectorAll("[data-refresh]").forEach((part) => {
    if (part.parentElement.closest("[data-refresh]")) return;
    const fresh = page.querySelector(`[data-refresh="${CSS.escape(part.dataset.refresh)}"]`);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
    else part.replaceChildren();
  });
  opened.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
}
