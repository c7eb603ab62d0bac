// A file whose PDF is still being made: says so, asks the server how far it is, offers to try again.

import { getJson, postJson } from "./http.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const PAUSES = [700, 700, 1000, 1500, 2000, 3000];

export class Conversion {
  /** `ready` is called with the key of the file when its PDF is there. */
  constructor(viewer, url, ready) {
    this.viewer = viewer;
    this.url = url;
    this.ready = ready;
    this.box = viewer.root.querySelector("[data-convert]");
    this.text = this.box.querySelector("[data-convert-text]");
    this.progress = this.box.querySelector("[data-convert-progress]");
    this.again = this.box.querySelector("[data-convert-retry]");
    this.download = this.box.querySelector("[data-convert-download]");
    this.again.addEventListener("click", () => this.retry());
  }

  start(link) {
    this.link = link;
    this.since = Date.now();
    this.round = 0;
    this.viewer.blank();
    this.box.hidden = false;
    this.download.href = link.dataset.fileDownload;
    const { fileState, fileError, fileJob } = link.dataset;
    if (fileState === "queued" && fileError) this.say(fileError);
    else if (fileState === "queued") {
      this.say(say("converting"), { working: true });
      this.wait();
    } else if (fileState === "failed") {
      this.say(say("convert_failed", { error: fileError ?? "" }), { retry: Boolean(fileJob) });
    } else this.say(say("convert_none"));
  }

  stop() {
    window.clearTimeout(this.timer);
    this.link = null;
    this.box.hidden = true;
  }

  say(words, { working = false, retry = false } = {}) {
    this.text.textContent = words;
    this.progress.hidden = !working;
    this.again.hidden = !retry;
  }

  wait() {
    const pause = PAUSES[Math.min(this.round, PAUSES.length - 1)];
    this.round += 1;
    this.timer = window.setTimeout(() => this.look(this.link), pause);
  }

  async look(link) {
    let job;
    try {
      const { items } = await getJson(`${this.url}/@jobs`);
      job = items.find((item) => item.id === link.dataset.fileJob) ?? items.findLast((item) => item.kind === "convert");
    } catch {
      if (this.link === link) this.wait();
      return;
    }
    if (this.link !== link) return;
    const seconds = Math.round((Date.now() - this.since) / 1000);
    if (!job || job.state === "done") {
      link.dataset.fileState = "ready";
      link.querySelector("[data-tone]")?.remove();
      this.ready(link.dataset.file);
    } else if (job.state === "failed") {
      link.dataset.fileState = "failed";
      link.dataset.fileError = job.error ?? "";
      link.dataset.fileJob = job.id;
      this.say(say("convert_failed", { error: job.error ?? "" }), { retry: true });
    } else {
      const words = job.state === "running" ? "convert_running" : "convert_queued";
      this.say(say(words, { seconds, attempts: job.attempts ?? 1 }), { working: true });
      this.wait();
    }
  }

  async retry() {
    this.again.hidden = true;
    try {
      await postJson(`${this.url}/@jobs/${this.link.dataset.fileJob}/retry`, {});
      toast(say("convert_again"));
      this.link.dataset.fileState = "queued";
      this.start(this.link);
    } catch (refusal) {
      this.again.hidden = false;
      toast(refusal.message, "danger");
    }
  }
}
