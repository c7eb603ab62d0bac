// Files whose PDF is still being made: says so, asks the server how far it is, offers to try again.

import { getJson, postJson } from "./http.mjs";
import { say } from "./strings.mjs";
import { toast } from "./toast.mjs";

const PAUSES = [700, 700, 1000, 1500, 2000, 3000];

export class Conversion {
  /** `links` gives the links to files; `ready` is called with the key of the shown file when its PDF is there. */
  constructor(viewer, url, links, ready) {
    this.viewer = viewer;
    this.url = url;
    this.links = links;
    this.ready = ready;
    this.box = viewer.root.querySelector("[data-convert]");
    this.text = this.box.querySelector("[data-convert-text]");
    this.progress = this.box.querySelector("[data-convert-progress]");
    this.again = this.box.querySelector("[data-convert-retry]");
    this.download = this.box.querySelector("[data-convert-download]");
    this.again.addEventListener("click", () => this.retry());
  }

  /** Shows how far the PDF of `link` is in place of its pages. */
  start(link) {
    this.link = link;
    this.since = Date.now();
    this.viewer.blank();
    this.box.hidden = false;
    this.download.href = link.dataset.fileDownload;
    this.tell();
    this.watch();
  }

  stop() {
    this.link = null;
    this.box.hidden = true;
  }

  /** Keeps asking while the PDF of any file in the list is being made. */
  watch() {
    this.round = 0;
    window.clearTimeout(this.timer);
    this.wait();
  }

  wait() {
    if (!this.waiting().length) return;
    const pause = PAUSES[Math.min(this.round, PAUSES.length - 1)];
    this.round += 1;
    this.timer = window.setTimeout(() => this.look(), pause);
  }

  waiting() {
    return this.links().filter((link) => link.dataset.fileState === "queued" && !link.dataset.fileError);
  }

  tell(job) {
    const { fileState, fileError, fileJob } = this.link.dataset;
    const seconds = Math.round((Date.now() - this.since) / 1000);
    if (fileState === "queued" && fileError) this.say(fileError);
    else if (fileState === "queued" && !job) this.say(say("converting"), { working: true });
    else if (fileState === "queued") {
      const words = job.state === "running" ? "convert_running" : "convert_queued";
      this.say(say(words, { seconds, attempts: job.attempts ?? 1 }), { working: true });
    } else if (fileState === "failed") {
      this.say(say("convert_failed", { error: fileError ?? "" }), { retry: Boolean(fileJob) });
    } else this.say(say("convert_none"));
  }

  say(words, { working = false, retry = false } = {}) {
    this.text.textContent = words;
    this.progress.hidden = !working;
    this.again.hidden = !retry;
  }

  async look() {
    let jobs;
    try {
      jobs = new Map((await getJson(`${this.url}/@jobs`)).items.map((job) => [job.id, job]));
    } catch {
      this.wait();
      return;
    }
    this.waiting().forEach((link) => this.settle(link, jobs.get(link.dataset.fileJob)));
    this.wait();
  }

  /** Takes over what became of one file. */
  settle(link, job) {
    if (job && job.state !== "done" && job.state !== "failed") {
      if (link === this.link) this.tell(job);
      return;
    }
    const chip = link.querySelector(".qlvb-chip");
    if (job?.state === "failed") {
      link.dataset.fileState = "failed";
      link.dataset.fileError = job.error ?? "";
      if (chip) {
        chip.dataset.tone = "bad";
        chip.textContent = say("convert_chip_failed");
      }
      if (link === this.link) this.tell();
      return;
    }
    link.dataset.fileState = "ready";
    link.href = link.dataset.filePdf;
    chip?.remove();
    if (link === this.link) this.ready(link.dataset.file);
  }

  async retry() {
    const link = this.link;
    this.again.hidden = true;
    try {
      await postJson(`${this.url}/@jobs/${link.dataset.fileJob}/retry`, {});
      toast(say("convert_again"));
      link.dataset.fileState = "queued";
      link.dataset.fileError = "";
      this.start(link);
    } catch (refusal) {
      this.again.hidden = false;
      toast(refusal.message, "danger");
    }
  }
}
