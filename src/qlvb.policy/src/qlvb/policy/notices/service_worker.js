/* The service worker. It keeps static files and the offline page, and nothing that anybody had to sign in for: pages and
   data always come from the network, so nothing private stays on a device after signing out. */

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(SETTINGS.cache)
      .then((cache) => cache.addAll([SETTINGS.offline, ...SETTINGS.kept].map((url) => new Request(url, { credentials: "omit" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("qlvb-") && name !== SETTINGS.cache).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function kept(request) {
  const cache = await caches.open(SETTINGS.cache);
  const found = await cache.match(request.url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.status === 200) await cache.put(request.url, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.url.startsWith(SETTINGS.static)) event.respondWith(kept(request));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match(SETTINGS.offline)));
});

self.addEventListener("push", (event) => {
  let said = {};
  try {
    said = event.data.json();
  } catch {
    /* a push without words still says that there is something */
  }
  const url = typeof said.url === "string" && said.url.startsWith(SETTINGS.site) ? said.url : `${SETTINGS.site}@@notices`;
  event.waitUntil(self.registration.showNotification(said.title || "QLVB", {
    body: said.body || "", tag: said.tag, renotify: Boolean(said.tag), icon: SETTINGS.icon, badge: SETTINGS.icon, lang: "vi", requireInteraction: Boolean(said.urgent), data: { url },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url } = event.notification.data;
  event.waitUntil(self.clients.matchAll({ type: "window" }).then((windows) => {
    const open = windows.find((one) => one.url.startsWith(SETTINGS.site) && "navigate" in one);
    return open ? open.navigate(url).then((one) => one && one.focus()) : self.clients.openWindow(url);
  }));
});
