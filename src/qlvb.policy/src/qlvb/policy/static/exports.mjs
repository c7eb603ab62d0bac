/* Files under way: the bar follows the worker, and the page shows itself anew when one is done. */

const table = document.querySelector("[data-qlvb-exports][data-under-way]");

async function look() {
  let answer;
  try {
    answer = await fetch(table.dataset.qlvbExports, { credentials: "same-origin", headers: { Accept: "application/json" } });
  } catch {
    return setTimeout(look, 5000);
  }
  if (!answer.ok) return;
  for (const item of (await answer.json()).items) {
    const row = table.querySelector(`[data-export="${CSS.escape(item.id)}"]`);
    if (!row || row.dataset.state === item.state) {
      const bar = row?.querySelector(".progress");
      if (bar && item.progress !== null) {
        bar.setAttribute("aria-valuenow", String(item.progress));
        bar.firstElementChild.style.width = `${item.progress}%`;
      }
    } else return window.location.reload();
  }
  setTimeout(look, 1500);
}

if (table) setTimeout(look, 1000);
