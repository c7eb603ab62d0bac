// Tabs: links without a script, switched in place with one. The address says which tab is open.

export function startTabs(root) {
  const bar = root.querySelector("[data-tabs]");
  const links = Array.from(bar.querySelectorAll("[data-tab]"));

  function open(id, push = true) {
    const link = links.find((candidate) => candidate.dataset.tab === id);
    if (!link) return;
    links.forEach((other) => other.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "page");
    root.querySelectorAll("[data-tab-panel]").forEach((panel) => {
      panel.hidden = panel.dataset.tabPanel !== id;
    });
    if (push) window.history.replaceState(window.history.state, "", link.href);
  }

  bar.addEventListener("click", (event) => {
    const link = event.target.closest("[data-tab]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open(link.dataset.tab);
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const place = links.indexOf(document.activeElement);
    if (!step || place < 0) return;
    event.preventDefault();
    const next = links[(place + step + links.length) % links.length];
    next.focus();
    open(next.dataset.tab);
  });
  return { open: (number) => links[number] && open(links[number].dataset.tab) };
}
