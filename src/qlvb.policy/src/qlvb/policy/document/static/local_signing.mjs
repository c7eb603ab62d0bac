// Signing on one's own machine: the site prepares the file, the service there (VGCA Sign Service) fetches, signs and
// returns it. What the service says is shown; what counts is what the site says afterwards.

import { getJson, postJson, Refusal } from "./http.mjs";
import { say } from "./strings.mjs";

/** Milliseconds until the service must have answered the call; the PIN is waited for as long as the site allows. */
const CONNECT = 8_000;
const PAUSE = 800;
const TRIES = 5;

/** What went wrong on this machine: `key` says what, `remark` what the service said of it. */
class MachineFault extends Refusal {
  constructor(key, remark = "") {
    super(say(key, { message: remark }));
    this.key = key;
    this.remark = remark;
  }
}

/** One question to the service: its answer as an object. Told `opened()` when the service has taken the call. */
export function ask(url, message, { opened = () => {}, signal, patience = CONNECT } = {}) {
  return new Promise((resolve, reject) => {
    let channel;
    const fail = (key) => {
      leave();
      reject(new MachineFault(key));
    };
    let timer = setTimeout(() => fail("local_not_running"), CONNECT);
    const leave = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stopped);
      channel?.close();
    };
    const stopped = () => fail("local_stopped");
    signal?.addEventListener("abort", stopped);
    try {
      channel = new WebSocket(url);
    } catch {
      fail("local_not_running");
      return;
    }
    channel.onopen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fail("local_timeout"), patience);
      channel.send(message);
      opened();
    };
    channel.onmessage = ({ data }) => {
      leave();
      try {
        resolve(JSON.parse(data));
      } catch {
        resolve({ Status: 0, Version: String(data), Message: "" });
      }
    };
    channel.onerror = () => fail(channel.readyState === WebSocket.OPEN ? "local_broken" : "local_not_running");
    channel.onclose = () => fail("local_broken");
  });
}

/** Where the signing stands, in words that are read out. */
function panel(form) {
  const found = form.querySelector("[data-local-state]");
  if (found) return found;
  const made = document.createElement("p");
  made.className = "qlvb-note";
  made.dataset.localState = "";
  made.setAttribute("role", "status");
  made.tabIndex = -1;
  form.querySelector("[data-form-summary]").after(made);
  return made;
}

/** Does the act of `form` with signatures made on this machine; the answer is as that of the act itself. */
export async function signLocally(form, input, headers) {
  const record = form.getAttribute("action").split("/@@act/")[0];
  const told = panel(form);
  const tell = (key, values) => {
    told.hidden = false;
    told.dataset.localState = key;
    told.textContent = say(key, values);
  };
  const leave = new AbortController();
  const dialog = form.closest("dialog");
  dialog?.addEventListener("close", () => leave.abort(), { signal: leave.signal });
  told.focus();
  let signing = null;
  try {
    tell("local_preparing");
    if (form.dataset.actFirst) input = await goFirst(form, record, input, headers);
    signing = await postJson(`${record}/@local-signing`, { act: form.dataset.actForm, data: input }, headers);
    let step = 0;
    for (const { url, message, filename } of signing.jobs) {
      step += 1;
      const values = { step, total: signing.total, file: filename };
      tell("local_connecting", values);
      const patience = Math.max(CONNECT, Date.parse(signing.until) - Date.now());
      const said = await ask(url, message, {
        opened: () => tell("local_waiting", values),
        signal: leave.signal,
        patience: Math.min(patience, 20 * 60_000),
      });
      tell("local_uploaded", values);
      await outcome(signing["@id"], said, step);
    }
    const done = await getJson(signing["@id"]);
    if (done.state !== "done") throw new MachineFault("local_nothing_came");
    tell("local_done");
    return { ok: true, result: done.result };
  } catch (refusal) {
    told.hidden = true;
    if (form.dataset.actMoved) {
      refusal.message = `${refusal.message} ${say("local_first_done")}`;
      dialog?.addEventListener("close", () => window.location.reload(), { once: true });
    }
    if (signing && refusal instanceof MachineFault) await confess(signing["@id"], refusal, headers);
    throw refusal;
  } finally {
    leave.abort();
  }
}

/** Does the act without which there is nothing to sign yet (the number), once; returns the input of what is left. */
async function goFirst(form, record, { reserved, ...input }, headers) {
  const { expected_state, expected_seq } = input;
  const body = { expected_state, expected_seq, ...(reserved ? { reserved } : {}) };
  const key = `${headers["Idempotency-Key"]}-first`;
  const { state, seq } = await postJson(`${record}/@acts/${form.dataset.actFirst}`, body, { ...headers, "Idempotency-Key": key });
  delete form.dataset.actFirst;
  form.querySelector('[data-field="reserved"]')?.remove();
  form.elements.expected_state.value = state;
  form.elements.expected_seq.value = seq;
  form.dataset.actMoved = "yes";
  return { ...input, expected_state: state, expected_seq: seq };
}

/** The site keeps what failed here, and what was given up, with the failed signatures: there it can be done again. */
async function confess(address, { key, remark }, headers) {
  try {
    await postJson(address, { failed: key, message: remark }, headers);
  } catch {
    // The person is told what went wrong all the same.
  }
}

/** Waits until the site has what the service says it sent. */
async function outcome(address, said, step) {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const { state, violations, returned } = await getJson(address);
    if (state === "refused") {
      throw new Refusal(violations.map(({ message }) => message).join(" "), { status: 409, violations });
    }
    if (state === "done" || returned >= step) return;
    if (said.Status !== 0 && said.Status !== true) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw said.Message ? new MachineFault("local_refused", said.Message) : new MachineFault("local_nothing_came");
}
