// The self-test: does the service of this machine answer, whose certificate is in it, and is the clock right?

import { ask } from "./local_signing.mjs";
import { getJson, postJson, Refusal } from "./http.mjs";
import { say } from "./strings.mjs";

const root = document.querySelector("[data-local-test]");
const button = root.querySelector("button");
/** Milliseconds that the clock of the machine may be off, as the site takes it. */
const SKEW = 5 * 60_000;

function tell(step, tone, text) {
  const chip = root.querySelector(`[data-step="${step}"]`);
  chip.dataset.tone = tone;
  chip.textContent = text;
}

async function run() {
  button.disabled = true;
  root.querySelectorAll("[data-step]").forEach((chip) => tell(chip.dataset.step, "", say("local_test_running")));
  try {
    await Promise.all([service(), clock()]);
  } finally {
    button.disabled = false;
    button.focus();
  }
}

async function service() {
  try {
    const said = await ask(root.dataset.version, "{}");
    tell("service", "good", say("local_test_answers"));
    tell("version", "good", String(said.Version ?? said.Message ?? "") || say("local_test_untold"));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    tell("service", "bad", refusal.message);
    ["version", "certificate"].forEach((step) => tell(step, "warn", say("local_test_skipped")));
    return;
  }
  await certificate();
}

async function certificate() {
  try {
    const said = await ask(root.dataset.certificate, "{}", { patience: 120_000 });
    const found = await postJson(`${root.dataset.site}/@local-certificate`, { certificate: said.CertBase64 ?? "" });
    const day = (text) => new Date(text).toLocaleDateString("vi-VN");
    const values = { subject: found.subject, from: day(found.valid_from), to: day(found.valid_to) };
    const fault = found.expired ? "expired" : found.bound ? "" : "unbound";
    tell("certificate", fault ? "bad" : "good", say(fault ? `local_test_${fault}` : "local_test_bound", values));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    tell("certificate", "bad", refusal.message);
  }
}

async function clock() {
  try {
    const before = Date.now();
    const { now } = await getJson(`${root.dataset.site}/@local-certificate`);
    const off = Math.round((Date.now() + before) / 2 - Date.parse(now));
    const fine = Math.abs(off) <= SKEW;
    tell("clock", fine ? "good" : "bad", say(fine ? "local_test_clock" : "local_test_clock_off", { seconds: Math.round(off / 1000) }));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    tell("clock", "bad", refusal.message);
  }
}

button.addEventListener("click", run);
run();
