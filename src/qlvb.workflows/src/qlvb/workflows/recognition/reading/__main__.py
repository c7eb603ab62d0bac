"""Read a PDF or picture from standard input, write what was recognised into a directory."""

from io import BytesIO
import os
from pathlib import Path
import pikepdf
from PIL import Image
from PIL import ImageSequence
import pypdfium2
from qlvb.workflows.recognition.reading import DPI
from qlvb.workflows.recognition.reading import LANGUAGE
from qlvb.workflows.recognition.reading import MAX_MEMORY
from qlvb.workflows.recognition.reading import MAX_PAGES
from qlvb.workflows.recognition.reading import MAX_PIXELS
from qlvb.workflows.recognition.reading import PAGE_SECONDS
from qlvb.workflows.recognition.reading import UNREADABLE
from resource import RLIMIT_AS
from resource import RLIMIT_CORE
from resource import setrlimit
import subprocess
import sys
import traceback


INCH = 72  # points


def main(kind, directory):
    """Returns the exit status."""
    setrlimit(RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    setrlimit(RLIMIT_CORE, (0, 0))
    directory = Path(directory)
    try:
        original = BytesIO(sys.stdin.buffer.read())
        recognise(pages_of_pdf(original) if kind == "pdf" else pages_of_picture(original), directory)
        write_copy(original if kind == "pdf" else pdf_of_picture(original), directory)
    except Exception:
        # Libraries answer broken files with every exception there is; to the caller they all mean the same.
        traceback.print_exc()
        return UNREADABLE
    return 0


def pages_of_pdf(stream):
    """iterable of (image, dots per inch) of the pages."""
    document = pypdfium2.PdfDocument(stream)
    for page in list(document)[:MAX_PAGES]:
        width, height = page.get_size()
        dpi = fitting_dpi(width, height)
        yield page.render(scale=dpi / INCH, grayscale=True).to_pil(), dpi


def fitting_dpi(width, height):
    """Dots per inch at which a page of ``width`` × ``height`` points stays below MAX_PIXELS.

    >>> fitting_dpi(595, 842)
    300
    """
    pixels = (width / INCH * DPI) * (height / INCH * DPI)
    return DPI if pixels <= MAX_PIXELS else max(1, int(DPI * (MAX_PIXELS / pixels) ** 0.5))


def pages_of_picture(stream):
    """As pages_of_pdf, of a picture that may have several pages (TIFF)."""
    Image.MAX_IMAGE_PIXELS = 4 * MAX_PIXELS
    with Image.open(stream) as picture:
        for number, frame in enumerate(ImageSequence.Iterator(picture)):
            if number == MAX_PAGES:
                return
            yield frame.convert("L"), picture_dpi(frame)


def picture_dpi(frame):
    """int: as the picture says, or as its size on a sheet of A4 makes likely."""
    said = frame.info.get("dpi")
    return int(said[0]) if said and said[0] >= 70 else max(70, round(max(frame.size) / 11.69))


def pdf_of_picture(stream):
    """The picture as PDF, a page a frame, in its own size: BytesIO."""
    found = BytesIO()
    with Image.open(stream) as picture:
        frames = [frame.convert("RGB") for frame in ImageSequence.Iterator(picture)][:MAX_PAGES]
        frames[0].save(found, "PDF", save_all=True, append_images=frames[1:], resolution=picture_dpi(picture))
    return found


def recognise(pages, directory):
    """Write ``text`` and ``<number>.pdf`` (the layer of text alone) of every page."""
    with (directory / "text").open("w", encoding="utf-8") as text:
        for number, (image, dpi) in enumerate(pages):
            image.save(directory / "page.png", dpi=(dpi, dpi))
            base = directory / str(number)
            subprocess.run(
                ["tesseract", directory / "page.png", base, "-l", LANGUAGE, "--dpi", str(dpi), "--psm", "3"]
                + ["-c", "textonly_pdf=1", "txt", "pdf"],
                check=True,
                capture_output=True,
                timeout=PAGE_SECONDS,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
            text.write(base.with_suffix(".txt").read_text(encoding="utf-8") + "\n")


def write_copy(stream, directory):
    """Lay the recognised text over the pages and write ``copy.pdf``."""
    stream.seek(0)
    with pikepdf.open(stream) as copy:
        for number, page in enumerate(copy.pages):
            layer = directory / f"{number}.pdf"
            if layer.exists():
                with pikepdf.open(layer) as text:
                    page.add_overlay(text.pages[0])
        copy.save(directory / "copy.pdf")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
