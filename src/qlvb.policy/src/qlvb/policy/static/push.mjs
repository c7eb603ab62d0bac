/* The settings page: this device takes pushes, or the application is installed on it. */

const says = document.querySelector("[data-qlvb-push-says]");
const subscribe = document.querySelector("[data-qlvb-subscribe]");
const install = document.querySelector("[data-qlvb-install]");
const site = document.body.dataset.portalUrl;

function say(what) {
  says.textContent = says.dataset[what];
}

function bytes(text) {
  const raw = atob(text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "="));
  return Uint8Array.from(raw, (char) => char.charCodeAt(0));
}

async function ask(path, options = {}) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const answer = await fetch(`${site}/${path}`, { credentials: "same-origin", headers, ...options });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.status === 204 ? null : answer.json();
}

async function start() {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return say("none");
  if (Notification.permission === "denied") return say("denied");
  const registration = await navigator.serviceWorker.ready;
  const known = await registration.pushManager.getSubscription();
  if (known && Notification.permission === "granted") {
    await keep(known);
    return say("done");
  }
  subscribe.hidden = false;
  return null;
}

async function keep(subscription) {
  const name = `${navigator.userAgentData?.platform || navigator.platform || ""}`.trim();
  await ask("@devices", { method: "POST", body: JSON.stringify({ subscription: subscription.toJSON(), name }) });
}

subscribe.addEventListener("click", async () => {
  subscribe.disabled = true;
  try {
    if ((await Notification.requestPermission()) !== "granted") return say("denied");
    const registration = await navigator.serviceWorker.ready;
    const { key } = await ask("@devices");
    await keep(await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }));
    window.location.reload();
  } catch {
    say("failed");
  } finally {
    subscribe.disabled = false;
  }
  return null;
});

let prompt = null;
window.addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  prompt = event;
  install.hidden = false;
});
install.addEventListener("click", async () => {
  install.hidden = true;
  await prompt?.prompt();
});

start().catch(() => say("failed"));
