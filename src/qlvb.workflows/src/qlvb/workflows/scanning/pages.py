"""Pictures of pages, from a scanner or a phone's camera, as one PDF (pure, on bytes and Pillow)."""

from io import BytesIO
from PIL import Image
from PIL import ImageOps
from PIL import ImageSequence
from PIL import UnidentifiedImageError
from qlvb.content import _
from qlvb.content.violations import Violation


FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
MOST_PAGES = 100
#: Dots per inch of a page of the PDF, and its longest and shorter side in dots (A4).
DPI, LONG, SHORT = 200, 2339, 1654
QUALITY = 80


class PageUnreadable(ValueError):
    """One of the pictures is none, or there are too many pages. ``violation``: see there."""

    def __init__(self, violation):
        super().__init__(violation.code)
        self.violation = violation


def pdf_of(pictures):
    """bytes of a PDF with a page of A4 for each picture of ``pictures`` (pairs of file name and open binary file),
    turned as the camera says; a TIFF may hold several.

    :raises PageUnreadable: names the picture.
    """
    pages = []
    for filename, stream in pictures:
        pages.extend(_pages(filename, stream))
        if len(pages) > MOST_PAGES:
            mapping = {"most": str(MOST_PAGES)}
            message = _("scan_too_many", default="Mỗi lần quét tối đa ${most} trang.", mapping=mapping)
            raise PageUnreadable(Violation("scan", "too_many_pages", message))
    output = BytesIO()
    first, *others = pages
    first.save(output, "PDF", save_all=True, append_images=others, resolution=DPI, quality=QUALITY)
    return output.getvalue()


def _pages(filename, stream):
    try:
        with Image.open(stream, formats=FORMATS) as picture:
            return [on_paper(ImageOps.exif_transpose(frame.copy())) for frame in ImageSequence.Iterator(picture)]
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        message = _(
            "scan_no_picture",
            default="“${filename}” không phải là ảnh JPEG, PNG, TIFF, WEBP đọc được.",
            mapping={"filename": filename},
        )
        raise PageUnreadable(Violation("scan", "no_picture", message)) from error


def on_paper(picture):
    """A picture in the middle of a white sheet of A4, upright or lying as the picture does."""
    size = (LONG, SHORT) if picture.width > picture.height else (SHORT, LONG)
    sheet = Image.new("RGB", size, "white")
    if picture.mode in ("RGBA", "LA", "PA", "P"):
        picture = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    shown = ImageOps.contain(picture.convert("RGB"), size)
    sheet.paste(shown, ((size[0] - shown.width) // 2, (size[1] - shown.height) // 2))
    return sheet
