// Talking to the site: one place that knows about refusals, lost sessions and a network that is gone.

import { say } from "./strings.mjs";

/** A request that was answered with a refusal. `violations` is a list of {field, code, message, rule}. */
export class Refusal extends Error {
  constructor(message, { status = 0, violations = [] } = {}) {
    super(message);
    this.status = status;
    this.violations = violations;
  }
}

async function send(address, options) {
  try {
    return await fetch(address, { credentials: "same-origin", ...options });
  } catch {
    throw new Refusal(say("network_gone"));
  }
}

async function body(response) {
  const kind = response.headers.get("Content-Type") ?? "";
  if (!kind.includes("json")) return null;
  return response.json();
}

/** GET of a JSON resource. */
export async function getJson(address, { signal } = {}) {
  const response = await send(address, { signal, headers: { Accept: "application/json" } });
  const data = await body(response);
  if (response.ok && data !== null) return data;
  throw refusal(response, data);
}

/** POST of `data` (FormData or a plain object) that answers JSON. */
export async function postJson(address, data, headers = {}) {
  const form = data instanceof FormData;
  const response = await send(address, {
    method: "POST",
    body: form ? data : JSON.stringify(data),
    headers: {
      Accept: "application/json",
      "X-Requested-With": "XMLHttpRequest",
      ...(form ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
  });
  const answer = await body(response);
  if (response.ok && answer !== null && answer.ok !== false && !answer.error) return answer;
  throw refusal(response, answer);
}

/** DELETE of what an address names. */
export async function remove(address) {
  const response = await send(address, { method: "DELETE", headers: { Accept: "application/json" } });
  if (!response.ok) throw refusal(response, await body(response));
}

function refusal(response, data) {
  const error = data?.error ?? data ?? {};
  const violations = error.violations ?? data?.violations ?? [];
  if (violations.length || error.message) {
    const message = error.message ?? violations.map((violation) => violation.message).join(" ");
    return new Refusal(message, { status: response.status, violations });
  }
  // What one may not see (any more) leads to a page that says so, with 403: that is no session that has ended.
  const signedOut = response.status === 401 || (response.redirected && response.status !== 403);
  return new Refusal(say(signedOut ? "session_gone" : "server_failed", { status: response.status }), {
    status: response.status,
  });
}

/**
 * A page of this site as a document, for taking parts out of it. It is read without scripts, so what stands there for browsers
 * without them is made of real fields, whose values a form would send over those that were chosen: they are left out.
 */
export async function getPage(address) {
  const response = await send(address, { headers: { Accept: "text/html" } });
  if (!response.ok) throw refusal(response, null);
  if (response.redirected && new URL(response.url).pathname.endsWith("/login")) throw new Refusal(say("session_gone"), { status: 401 });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  page.querySelectorAll("noscript").forEach((node) => node.remove());
  return page;
}

/** A key that makes a repeated request count once. */
export function freshKey() {
  if (window.crypto?.randomUUID) return window.crypto.randomUUID();
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
