"""A place for the signature that the signer chooses himself (screens 2.2: "Check để ký chọn vị trí")."""

from dataclasses import replace
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.signing.layout_cells import MM
from qlvb.workflows.signing.page_text import read_pages
from qlvb.workflows.signing.places import SIGNATURE_ASPECT
from qlvb.workflows.signing.places import SIGNATURE_HEIGHTS
from qlvb.workflows.signing.places import seal_rect
from qlvb.workflows.signing.refusals import refusal


HEIGHT = SIGNATURE_HEIGHTS[1]
WIDTH = HEIGHT * SIGNATURE_ASPECT
RULE = "NĐ 30/2020/NĐ-CP, Phụ lục I Mục II.7"


def choose_place(pdf, places, page, left, top):
    """``places`` (Places of the bytes ``pdf``) with signature and seal where the signer wants them.

    ``page`` from 1; ``left`` and ``top``: of the signature's upper left corner, in mm from the page's. A place at the
    edge is moved onto the page.

    :raises Refused: 400 ``page_unknown`` (field ``place_page``), ``off_page`` (``place_left``, ``place_top``),
        ``pdf_rotated``.
    """
    found = next(iter(read_pages(pdf, wanted=lambda number, total: number == page - 1)), None)
    if found is None or found.number != page - 1:
        message = _("signing_page_unknown", default="Tệp không có trang ${page}.", mapping={"page": str(page)})
        raise Refused([Violation("place_page", "page_unknown", message, RULE)])
    if found.rotation:
        raise refusal("pdf_rotated")
    rect = rect_on(found.width, found.height, left * MM, top * MM)
    shift = (found.left, found.bottom)
    moved = tuple(side + shift[at % 2] for at, side in enumerate(rect))
    seal = tuple(side + shift[at % 2] for at, side in enumerate(seal_rect(rect, found)))
    return replace(places, person_page=found.number, person=moved, seal=seal)


def rect_on(width, height, left, top):
    """The signature's rectangle (points) on a page of ``width`` and ``height``, kept on it (pure).

    :raises Refused: the corner itself lies beyond the page.
    """
    for field, place, room in (("place_left", left, width), ("place_top", top, height)):
        if not 0 <= place < room:
            message = _("signing_off_page", default="Vị trí ký nằm ngoài trang.")
            raise Refused([Violation(field, "off_page", message, RULE)])
    x0 = min(left, width - WIDTH)
    y1 = max(height - top, HEIGHT)
    return (x0, y1 - HEIGHT, x0 + WIDTH, y1)
