// Shows a reading copy page by page: no tool to save or print it.

import { getDocument, GlobalWorkerOptions, TextLayer } from "./vendor/pdfjs/pdf.min.mjs";

const here = (path) => new URL(path, import.meta.url).href;
GlobalWorkerOptions.workerSrc = here("./vendor/pdfjs/pdf.worker.min.mjs");

const place = document.querySelector("[data-reader]");
const message = document.querySelector("[data-reader-message]");

async function draw(page, sheet) {
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(place.clientWidth, 900) / natural.width;
  const viewport = page.getViewport({ scale });
  const sharp = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  // As wide as its sheet, also when a telephone is turned.
  canvas.style.cssText = "display: block; width: 100%; height: auto";
  const transform = sharp === 1 ? null : [sharp, 0, 0, sharp, 0, 0];
  await page.render({ canvasContext: canvas.getContext("2d"), viewport, transform }).promise;
  // What is drawn says nothing to a screen reader: the words lie beside it, unseen.
  const words = document.createElement("div");
  words.className = "visually-hidden";
  await new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport }).render();
  sheet.replaceChildren(canvas, words);
  sheet.style.aspectRatio = "";
}

async function show() {
  const task = getDocument({
    url: place.dataset.reader,
    standardFontDataUrl: here("./vendor/pdfjs/standard_fonts/"),
    wasmUrl: here("./vendor/pdfjs/wasm/"),
    disableRange: true,
    disableStream: true,
  });
  const pdf = await task.promise;
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.filter((one) => one.isIntersecting)) {
        seen.unobserve(entry.target);
        pdf.getPage(Number(entry.target.dataset.number)).then((page) => draw(page, entry.target));
      }
    },
    { rootMargin: "600px 0px" },
  );
  const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = document.createElement("div");
    sheet.className = "qlvb-card mb-3 p-0 overflow-hidden";
    sheet.dataset.number = number;
    sheet.setAttribute("role", "region");
    sheet.setAttribute("aria-label", `${place.dataset.page} ${number} / ${pdf.numPages}`);
    sheet.style.maxWidth = "900px";
    sheet.style.aspectRatio = `${first.width} / ${first.height}`;
    place.append(sheet);
    seen.observe(sheet);
  }
  message.hidden = true;
}

place.addEventListener("contextmenu", (event) => event.preventDefault());
show().catch(() => {
  message.textContent = message.dataset.failed;
});
