// The PDF viewer: toolbar, zoom, page numbers, memory of page and zoom, print.

import { getDocument, GlobalWorkerOptions } from "./vendor/pdfjs/pdf.min.mjs";
import { recall, remember } from "./memory.mjs";
import { Pages } from "./pages.mjs";
import { say } from "./strings.mjs";

const here = (path) => new URL(path, import.meta.url).href;
GlobalWorkerOptions.workerSrc = here("./vendor/pdfjs/pdf.worker.min.mjs");

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const CSS_UNITS = 96 / 72;
// A file that is fetched piece by piece leaves one line in the journal for each piece: only big ones are worth it.
const WHOLE_BELOW = 12 * 1024 * 1024;

export class Viewer {
  constructor(root) {
    this.root = root;
    this.scroller = root.querySelector("[data-viewer-pages]");
    this.message = root.querySelector("[data-viewer-message]");
    this.pageInput = root.querySelector("[data-viewer-page]");
    this.pageCount = root.querySelector("[data-viewer-count]");
    this.zoomLabel = root.querySelector("[data-viewer-zoom]");
    this.pages = null;
    this.fit = true;
    this.address = "";
    this.gone = {};
    this.bind();
  }

  bind() {
    this.root.addEventListener("click", (event) => {
      const command = event.target.closest("[data-viewer-command]")?.dataset.viewerCommand;
      if (command) this.command(command);
    });
    this.pageInput.addEventListener("change", () => {
      const page = Number.parseInt(this.pageInput.value, 10);
      if (page) this.pages?.goTo(page);
      this.showPage();
    });
    this.scroller.addEventListener("scroll", () => this.moved(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.key(event));
    this.scroller.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.command(event.deltaY < 0 ? "in" : "out");
      },
      { passive: false },
    );
    new ResizeObserver(() => this.fitNow()).observe(this.scroller);
  }

  /** Shows the PDF at `address`; page and zoom are remembered under `key`. A document that is no longer in force has
   * `gone`: its words, where they lead, and the address of the copy that is printed. */
  async open(address, { key, size = 0, gone = {} } = {}) {
    if (address === this.address && gone.words === this.gone.words) return;
    this.address = address;
    this.gone = gone;
    this.key = `viewer.${key || address}`;
    this.pages?.close();
    this.pages = null;
    this.scroller.replaceChildren();
    this.tell(say("viewer_loading"), "loading");
    const task = getDocument({
      url: address,
      standardFontDataUrl: here("./vendor/pdfjs/standard_fonts/"),
      wasmUrl: here("./vendor/pdfjs/wasm/"),
      disableRange: size < WHOLE_BELOW,
      disableAutoFetch: size >= WHOLE_BELOW,
      disableStream: size >= WHOLE_BELOW,
    });
    task.onProgress = ({ loaded, total }) => {
      if (total > 0 && this.address === address) {
        this.tell(say("viewer_progress", { percent: Math.min(100, Math.round((100 * loaded) / total)) }), "loading");
      }
    };
    try {
      const pdf = await task.promise;
      if (this.address !== address) return;
      const pages = new Pages(this.scroller, pdf, gone);
      const kept = recall(this.key, {});
      await pages.build();
      this.pages = pages;
      this.tell("");
      this.fit = kept.zoom === undefined;
      pages.rescale(this.fit ? this.fitScale() : kept.zoom);
      if (kept.page) pages.goTo(kept.page, kept.offset ?? 0);
      this.pageCount.textContent = pdf.numPages;
      this.pageInput.max = pdf.numPages;
      this.showPage();
      this.showZoom();
      this.root.dataset.state = "ready";
    } catch (error) {
      if (this.address !== address) return;
      const known = { PasswordException: "viewer_password", InvalidPDFException: "viewer_broken" };
      this.tell(say(known[error?.name] ?? "viewer_unreachable"), "failed");
    }
  }

  /** Says something in place of the pages. */
  tell(text, state = "ready") {
    this.root.dataset.state = state;
    this.message.textContent = text;
    this.message.hidden = !text;
  }

  /** Shows a picture, as wide as the window. */
  picture(address, name) {
    this.blank();
    this.address = address;
    const image = document.createElement("img");
    image.className = "doc-picture";
    image.alt = name;
    image.src = address;
    this.scroller.replaceChildren(image);
    this.tell("", "picture");
  }

  /** Empties the viewer, for a file that has no PDF. */
  blank() {
    this.address = "";
    this.gone = {};
    this.pages?.close();
    this.pages = null;
    this.scroller.replaceChildren();
    this.tell("", "blank");
  }

  fitScale() {
    const room = this.scroller.clientWidth - (this.scroller.clientWidth < 600 ? 12 : 40);
    return Math.max(room / this.pages.naturalWidth, 0.2);
  }

  fitNow() {
    if (this.pages && this.fit && this.scroller.clientWidth > 0) {
      this.pages.rescale(this.fitScale());
      this.showZoom();
    }
  }

  command(name) {
    if (name === "print") return this.print();
    if (!this.pages) return undefined;
    const percent = this.pages.scale / CSS_UNITS;
    if (name === "in") this.zoom(STEPS.find((step) => step > percent + 0.01) ?? STEPS.at(-1));
    if (name === "out") this.zoom(STEPS.findLast((step) => step < percent - 0.01) ?? STEPS[0]);
    if (name === "fit") {
      this.fit = true;
      this.fitNow();
      this.keep();
    }
    if (name === "next") this.pages.goTo(this.pages.current() + 1);
    if (name === "previous") this.pages.goTo(this.pages.current() - 1);
    return undefined;
  }

  zoom(step) {
    this.fit = false;
    this.pages.rescale(step * CSS_UNITS);
    this.showZoom();
    this.keep();
  }

  key(event) {
    if (event.altKey || event.metaKey) return;
    const commands = { "+": "in", "=": "in", "-": "out", 0: "fit", n: "next", p: "previous" };
    const name = commands[event.key];
    if (!name || (event.ctrlKey && "np".includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    this.command(name);
  }

  moved() {
    if (!this.pages) return;
    this.showPage();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.keep(), 300);
  }

  keep() {
    if (!this.pages) return;
    const { page, offset } = this.pages.place();
    remember(this.key, this.fit ? { page, offset } : { page, offset, zoom: this.pages.scale });
  }

  showPage() {
    if (document.activeElement !== this.pageInput) this.pageInput.value = this.pages?.current() ?? "";
  }

  showZoom() {
    this.zoomLabel.textContent = `${Math.round((100 * this.pages.scale) / CSS_UNITS)}%`;
    this.root.querySelector('[data-viewer-command="fit"]')?.setAttribute("aria-pressed", String(this.fit));
  }

  print() {
    if (!this.address) return;
    const frame = document.createElement("iframe");
    frame.className = "qlvb-print-frame";
    frame.setAttribute("aria-hidden", "true");
    frame.src = this.gone.marked ?? this.address;
    frame.addEventListener("load", () => {
      frame.contentWindow.focus();
      frame.contentWindow.print();
    });
    document.querySelector(".qlvb-print-frame")?.remove();
    document.body.append(frame);
  }
}

/** What the link of a file says of a document that is no longer in force. */
export function goneOf({ fileGone: words, fileGoneUrl: url, fileMarked: marked }) {
  return words ? { words, url, marked } : {};
}

/** Where the buttons of the viewer lead: the marked copy for a document that is no longer in force. */
export function pointButtons(root, { fileName, filePdf, fileDownload, fileMarked, fileState }, shown = ["ready"]) {
  root.querySelector("[data-viewer-name]").textContent = fileName;
  const marked = fileMarked ? `${fileMarked}?download=1` : fileDownload;
  root.querySelector("[data-viewer-download]").href = marked;
  root.querySelector("[data-viewer-open]").href = shown.includes(fileState) ? (fileMarked ?? filePdf) : fileDownload;
}
