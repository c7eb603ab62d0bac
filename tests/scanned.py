"""Papers as a scanner of an office delivers them."""

from io import BytesIO
import pikepdf
from PIL import Image
from PIL import ImageDraw


#: A4 in inches.
PAPER = (8.27, 11.69)


def paper_scan(resolution=200, mode="RGB", stain=(180, 30, 30), regular=True, turn=0):
    """bytes of a PDF: one A4 page that is a picture. ``stain``: a colour, by which scans differ. Not
    ``regular``: with the wrong table of objects that Pillow and some scanners write. ``turn``: degrees by which a viewer
    is to turn it.
    """
    page = Image.new("RGB", tuple(round(side * resolution) for side in PAPER), "white")
    ImageDraw.Draw(page).rectangle((100, 100, 400, 140), fill=stain)
    target = BytesIO()
    page.convert(mode).save(target, "PDF", resolution=resolution)
    if not regular:
        return target.getvalue()
    good = BytesIO()
    with pikepdf.open(target) as opened:
        if turn:
            opened.pages[0].Rotate = turn
        opened.save(good)
    return good.getvalue()
