// Writing by hand: strokes on a canvas become the PNG of a file input, beside the text field that a keyboard uses.

import { say } from "./strings.mjs";

const INK = "#0b3d91";
const NAME = "but-phe.png";
const MARGIN = 16;

class Pen {
  constructor(root) {
    this.root = root;
    this.input = root.querySelector("[data-pen-file]");
    this.canvas = root.querySelector("[data-pen-canvas]");
    this.context = this.canvas.getContext("2d");
    this.strokes = [];
    this.said = root.querySelector("[data-pen-said]");
    this.sheet = root.querySelector("[data-pen-sheet]");
    this.sheet.hidden = false;
    this.input.hidden = true;
    const label = this.input.closest("[data-field]")?.querySelector("label");
    label?.removeAttribute("for");
    label?.classList.add("visually-hidden");
    this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
    this.canvas.addEventListener("pointermove", (event) => this.go(event));
    for (const kind of ["pointerup", "pointercancel"]) this.canvas.addEventListener(kind, (event) => this.end(event));
    root.querySelector("[data-pen-undo]").addEventListener("click", () => this.keep(this.strokes.slice(0, -1)));
    root.querySelector("[data-pen-clear]").addEventListener("click", () => this.keep([]));
    this.input.form?.addEventListener("reset", () => this.keep([]));
  }

  point(event) {
    const box = this.canvas.getBoundingClientRect();
    const width = event.pointerType === "pen" && event.pressure ? 1.5 + 5 * event.pressure : 3.5;
    return {
      x: ((event.clientX - box.left) * this.canvas.width) / box.width,
      y: ((event.clientY - box.top) * this.canvas.height) / box.height,
      width: (width * this.canvas.width) / Math.max(box.width, 1),
    };
  }

  begin(event) {
    if (event.button > 0 || this.stroke) return;
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.stroke = [this.point(event)];
    this.draw(this.stroke);
  }

  go(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    event.preventDefault();
    const passed = event.getCoalescedEvents?.() ?? [];
    this.stroke.push(...(passed.length ? passed : [event]).map((one) => this.point(one)));
    this.draw(this.stroke.slice(-passed.length - 2));
  }

  end(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    const stroke = this.stroke;
    this.stroke = null;
    this.keep([...this.strokes, stroke]);
  }

  draw(points) {
    const { context } = this;
    context.strokeStyle = context.fillStyle = INK;
    context.lineCap = context.lineJoin = "round";
    if (points.length === 1) {
      context.beginPath();
      context.arc(points[0].x, points[0].y, points[0].width / 2, 0, 2 * Math.PI);
      context.fill();
    }
    for (let at = 1; at < points.length; at += 1) {
      context.lineWidth = points[at].width;
      context.beginPath();
      context.moveTo(points[at - 1].x, points[at - 1].y);
      context.lineTo(points[at].x, points[at].y);
      context.stroke();
    }
  }

  /** What is written from now on: drawn anew, and put into the file input as a picture as large as the writing. */
  keep(strokes) {
    this.strokes = strokes;
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    strokes.forEach((stroke) => this.draw(stroke));
    this.root.querySelectorAll("[data-pen-undo], [data-pen-clear]").forEach((button) => (button.disabled = !strokes.length));
    this.said.textContent = strokes.length ? say("pen_strokes", { count: strokes.length }) : say("pen_empty");
    const files = new DataTransfer();
    if (strokes.length) files.items.add(new File([this.picture()], NAME, { type: "image/png" }));
    this.input.files = files.files;
  }

  /** Bytes of the PNG; at once, so that a form sent right after the last stroke has it. */
  picture() {
    const points = this.strokes.flat();
    const left = Math.max(0, Math.min(...points.map((one) => one.x)) - MARGIN);
    const top = Math.max(0, Math.min(...points.map((one) => one.y)) - MARGIN);
    const sheet = document.createElement("canvas");
    sheet.width = Math.ceil(Math.min(this.canvas.width, Math.max(...points.map((one) => one.x)) + MARGIN) - left);
    sheet.height = Math.ceil(Math.min(this.canvas.height, Math.max(...points.map((one) => one.y)) + MARGIN) - top);
    const context = sheet.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.drawImage(this.canvas, -left, -top);
    const text = atob(sheet.toDataURL("image/png").split(",")[1]);
    return Uint8Array.from(text, (char) => char.charCodeAt(0));
  }
}

/** Makes the fields for writing by hand in `root` ready. */
export function startPens(root) {
  root.querySelectorAll("[data-pen]").forEach((place) => {
    place.pen ??= new Pen(place);
  });
}
