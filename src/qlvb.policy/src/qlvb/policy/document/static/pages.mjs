// The pages of one PDF: placeholders of the right size at once, canvas and text when a page comes near the screen.

import { TextLayer } from "./vendor/pdfjs/pdf.min.mjs";
import { say } from "./strings.mjs";

const MARGIN = "800px 0px";
const MAX_PIXELS = 16_777_216;

export class Pages {
  /** `scroller` is the scrolling element, `pdf` a loaded document, `gone` words over every page and where they lead. */
  constructor(scroller, pdf, gone = {}) {
    this.gone = gone;
    this.scroller = scroller;
    this.pdf = pdf;
    this.scale = 1;
    this.generation = 0;
    this.sheets = [];
    this.watcher = new IntersectionObserver((entries) => this.seen(entries), { root: scroller, rootMargin: MARGIN });
  }

  async build() {
    const first = await this.pdf.getPage(1);
    const { width, height } = first.getViewport({ scale: 1 });
    for (let number = 1; number <= this.pdf.numPages; number += 1) {
      const element = document.createElement("div");
      element.className = "qlvb-sheet";
      element.dataset.page = number;
      element.setAttribute("role", "region");
      const label = say("viewer_page", { page: number, pages: this.pdf.numPages });
      element.setAttribute("aria-label", [label, this.gone.words].filter(Boolean).join(", "));
      const over = this.gone.words ? [this.mark(number)] : [];
      element.replaceChildren(...over);
      this.sheets.push({ number, element, over, width, height, near: false, drawn: -1, task: null });
    }
    this.size();
    this.scroller.replaceChildren(...this.sheets.map((sheet) => sheet.element));
    this.sheets.forEach((sheet) => this.watcher.observe(sheet.element));
  }

  /** What stands over a page of a document that is no longer in force. Reached by the keyboard on the first page only. */
  mark(number) {
    const { words, url } = this.gone;
    const over = document.createElement("div");
    over.className = "qlvb-sheet__gone";
    const said = document.createElement(url ? "a" : "span");
    said.textContent = words;
    if (url) {
      said.href = url;
      said.title = say("viewer_successor");
      if (number > 1) said.tabIndex = -1;
    }
    over.append(said);
    return over;
  }

  /** Widest page at scale 1. */
  get naturalWidth() {
    return Math.max(...this.sheets.map((sheet) => sheet.width));
  }

  get naturalHeight() {
    return this.sheets[0].height;
  }

  size() {
    for (const { element, width, height } of this.sheets) {
      element.style.width = `${Math.floor(width * this.scale)}px`;
      element.style.height = `${Math.floor(height * this.scale)}px`;
      element.style.setProperty("--total-scale-factor", this.scale);
    }
  }

  /** Shows everything at `scale`, keeping the place that is being read. */
  rescale(scale) {
    if (Math.abs(scale - this.scale) < 0.001) return;
    const place = this.place();
    this.scale = scale;
    this.generation += 1;
    this.size();
    this.goTo(place.page, place.offset);
    this.sheets.filter((sheet) => sheet.near).forEach((sheet) => this.draw(sheet));
  }

  /** Where the reader is: page number and share of that page above the top edge. */
  place() {
    const top = this.scroller.scrollTop + 8;
    const sheet = this.sheets.findLast((candidate) => candidate.element.offsetTop <= top) ?? this.sheets[0];
    const offset = (top - sheet.element.offsetTop) / Math.max(sheet.element.offsetHeight, 1);
    return { page: sheet.number, offset: Math.min(Math.max(offset, 0), 1) };
  }

  /** The page that fills most of the window. */
  current() {
    const middle = this.scroller.scrollTop + this.scroller.clientHeight / 2;
    const sheet = this.sheets.findLast((candidate) => candidate.element.offsetTop <= middle) ?? this.sheets[0];
    return sheet.number;
  }

  goTo(page, offset = 0) {
    const sheet = this.sheets[Math.min(Math.max(page, 1), this.sheets.length) - 1];
    this.scroller.scrollTop = sheet.element.offsetTop - 8 + offset * sheet.element.offsetHeight;
  }

  seen(entries) {
    for (const entry of entries) {
      const sheet = this.sheets[Number(entry.target.dataset.page) - 1];
      sheet.near = entry.isIntersecting;
      if (sheet.near) this.draw(sheet);
      else this.wipe(sheet);
    }
  }

  wipe(sheet) {
    sheet.task?.cancel();
    sheet.task = null;
    sheet.drawn = -1;
    sheet.element.replaceChildren(...sheet.over);
  }

  async draw(sheet) {
    const generation = this.generation;
    if (sheet.drawn === generation) return;
    sheet.drawn = generation;
    sheet.task?.cancel();
    const page = await this.pdf.getPage(sheet.number);
    if (sheet.drawn !== generation || !sheet.near) return;
    this.correct(sheet, page);
    const viewport = page.getViewport({ scale: this.scale });
    const canvas = document.createElement("canvas");
    const wanted = window.devicePixelRatio || 1;
    const ratio = Math.min(wanted, Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)));
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    canvas.setAttribute("aria-hidden", "true");
    const transform = ratio === 1 ? null : [ratio, 0, 0, ratio, 0, 0];
    sheet.task = page.render({ canvas, viewport, transform });
    try {
      await sheet.task.promise;
    } catch (error) {
      if (error?.name === "RenderingCancelledException") return;
      throw error;
    }
    if (sheet.drawn !== generation) return;
    const text = document.createElement("div");
    text.className = "qlvb-text textLayer";
    sheet.element.replaceChildren(canvas, text, ...sheet.over);
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
    await layer.render();
    const end = document.createElement("div");
    end.className = "endOfContent";
    text.append(end);
  }

  correct(sheet, page) {
    const { width, height } = page.getViewport({ scale: 1 });
    if (width === sheet.width && height === sheet.height) return;
    sheet.width = width;
    sheet.height = height;
    this.size();
  }

  close() {
    this.watcher.disconnect();
    this.sheets.forEach((sheet) => this.wipe(sheet));
    this.pdf.loadingTask?.destroy();
  }
}
