/* The work schedule: its button prints the page. */

document.querySelector("[data-qlvb-print]")?.addEventListener("click", () => window.print());
