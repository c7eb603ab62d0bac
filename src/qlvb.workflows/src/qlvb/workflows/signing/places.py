"""Where on the pages number, date, signature and seal belong (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.3, II.4, II.7, II.8).

All rectangles are (x0, y0, x1, y1) in points from the lower left corner of the PDF page.
"""

from dataclasses import dataclass
from qlvb.content.text import fold
from qlvb.workflows.signing.layout_cells import MM
from qlvb.workflows.signing.layout_cells import cell_rect
from qlvb.workflows.signing.page_text import BLANKS
from qlvb.workflows.signing.page_text import read_pages
from qlvb.workflows.signing.refusals import refusal
import re


SEAL = 36 * MM
SIGNATURE_HEIGHTS = (14 * MM, 22 * MM)
SIGNATURE_ASPECT = 2.1
#: Narrowest room, in points, in which a number or a day is still legible.
LEAST_NUMBER, LEAST_DAY = 14, 9
#: The signature is looked for on so many pages from the end (annexes may follow it): reading a page takes time.
LAST_PAGES = 20
#: How far, in points, the date may stand above or below the number.
LEVEL = 24

NUMBER = re.compile(r"Số\s*:")
DATE = re.compile(
    rf"ngày(?P<day>[{re.escape(BLANKS)}]*)(?P<d>\d*)[{re.escape(BLANKS)}]*"
    rf"tháng(?P<month>[{re.escape(BLANKS)}]*)(?P<m>\d*)[{re.escape(BLANKS)}]*"
    rf"năm(?P<room>[{re.escape(BLANKS)}]*)(?P<year>\d{{4}})?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Room:
    """Where text goes: ``name`` of the form field, page (from 0), rectangle, letter size, slant.

    ``cover``: the place holds dots that the text replaces.
    """

    name: str
    page: int
    rect: tuple
    size: float
    italic: bool = False
    cover: bool = False


@dataclass(frozen=True)
class Places:
    """All places of one file. ``date`` is Day, Month and perhaps Year, or the one room DateLine; ``printed_year``
    is the year that stands in the text already, or None."""

    number: Room
    date: tuple
    person_page: int
    person: tuple
    seal: tuple
    printed_year: int | None = None
    found: tuple = ()  # which of number, date, person were found in the text


def find_places(pdf, name="", position=()):
    """:class:`Places` in the bytes ``pdf``; see ``IPdfSigning.find_places``.

    :raises Refused: 400 ``pdf_unreadable``, ``pdf_rotated``, ``number_printed``, ``number_room``, ``date_printed``,
        ``date_room``.
    """
    pages = read_pages(pdf, wanted=lambda number, total: number == 0 or number >= total - LAST_PAGES)
    if not pages:
        raise refusal("pdf_unreadable")
    first = pages[0]
    number = _number_room(first)
    date, printed_year = _date_rooms(first)
    page, person = _person_rect(pages, name, position)
    if first.rotation or page.rotation:
        raise refusal("pdf_rotated")
    found = [what for what, there in (("number", number), ("date", date), ("person", person)) if there]
    person = person or cell_rect("7c", page)
    return Places(
        number=_moved(number or Room("NumberLine", 0, cell_rect("3", first), 13), first),
        date=tuple(_moved(room, first) for room in date or (Room("DateLine", 0, cell_rect("4", first), 13, True),)),
        person_page=page.number,
        person=_shift(person, page),
        seal=_shift(seal_rect(person, page), page),
        printed_year=printed_year,
        found=tuple(found),
    )


def printed_year(pdf):
    """The year that the place-and-date line of the file gives in print, or None."""
    pages = read_pages(pdf, wanted=lambda number, total: number == 0)
    match = _date_match(pages[0])[1] if pages else None
    return int(match["year"]) if match is not None and match["year"] else None


def seal_rect(person, page):
    """The seal at its real size over the left third of the signature ``person``, kept on the page (II.8.a)."""
    x1 = person[0] + (person[2] - person[0]) / 3
    middle = (person[1] + person[3]) / 2
    x0 = min(max(x1 - SEAL, 5 * MM), page.width - SEAL - 5 * MM)
    y0 = min(max(middle - SEAL / 2, 5 * MM), page.height - SEAL - 5 * MM)
    return (x0, y0, x0 + SEAL, y0 + SEAL)


def _shift(rect, page):
    return (rect[0] + page.left, rect[1] + page.bottom, rect[2] + page.left, rect[3] + page.bottom)


def _moved(room, page):
    return Room(room.name, room.page, _shift(room.rect, page), room.size, room.italic, room.cover)


def _band(row, x0, x1):
    """A rectangle between two x positions, as high as the letters of the row."""
    return (x0, row.baseline - 0.27 * row.size, x1, row.baseline + 0.95 * row.size)


def _number_match(page):
    """(row, match) of the line "Số: …" in the upper part of the page, or (None, None)."""
    for row in page.rows:
        if row.baseline < page.height * 0.55:
            break
        match = NUMBER.search(row.text)
        if match is not None:
            return row, match
    return None, None


def _number_room(page):
    row, match = _number_match(page)
    if match is None:
        return None
    rest = row.text[match.end() :]
    after = len(rest) - len(rest.lstrip(BLANKS))
    following = rest[after : after + 1]
    if following.isdigit():
        raise refusal("number_printed")
    if following != "/":
        return None
    start = row.span(*match.span())[1]
    slash = match.end() + after
    end = row.span(slash, slash + 1)[0]
    if end - start < LEAST_NUMBER:
        raise refusal("number_room")
    dots = bool(rest[:after].strip())
    return Room("Number", 0, _band(row, start + 0.5, end - 0.5), row.chars[row.index[slash]].size, cover=dots)


def _date_match(page):
    """(row, match) of the place-and-date line in the heading of the page, or (None, None).

    It stands on the right, level with the number; other dates of the first page (grounds, minutes) do not matter.
    """
    number = _number_match(page)[0]
    for row in page.rows:
        match = DATE.search(row.text)
        if match is None or row.span(match.start(), match.start() + 4)[0] < page.width * 0.42:
            continue
        if number is None and row.baseline < page.height * 0.72:
            continue
        if number is None or abs(row.baseline - number.baseline) < LEVEL:
            return row, match
    return None, None


def _date_rooms(page):
    row, match = _date_match(page)
    if match is None:
        return (), None
    if match["d"] or match["m"]:
        raise refusal("date_printed")
    start = match.start()
    words = {word: row.text.lower().index(word, start) for word in ("ngày", "tháng", "năm")}
    ends = {word: row.span(at, at + len(word)) for word, at in words.items()}
    size = row.chars[row.index[start]].size
    rooms = []
    for name, group, left, right in (("Day", "day", "ngày", "tháng"), ("Month", "month", "tháng", "năm")):
        x0, x1 = ends[left][1], ends[right][0]
        if x1 - x0 < LEAST_DAY:
            raise refusal("date_room")
        rooms.append(Room(name, 0, _band(row, x0, x1), size, True, bool(match[group].strip())))
    if match["year"]:
        return tuple(rooms), int(match["year"])
    x0 = ends["năm"][1] + 0.25 * size
    x1 = min(x0 + 2.4 * size, page.width - 5 * MM)
    rooms.append(Room("Year", 0, _band(row, x0, x1), size, True, bool(match["room"].strip())))
    return tuple(rooms), None


def _person_rect(pages, name, position):
    """(page, rectangle in the page or None): between the position and the name of the signer, on the last page
    that has them."""
    return _rect_of(pages, name, position, lambda page: (page.width * 0.42, None))


def find_party(pdf, name, position=(), left=False):
    """(page from 0, rectangle in PDF space, or None where the name does not stand) of the signature of one of two
    parties who sign side by side, on the ``left`` or the right half of the last page that has the name.

    :raises Refused: 400 ``pdf_unreadable``.
    """
    pages = read_pages(pdf, wanted=lambda number, total: number >= total - LAST_PAGES)
    if not pages:
        raise refusal("pdf_unreadable")
    half = (lambda page: (0, page.width * 0.55)) if left else (lambda page: (page.width * 0.42, None))
    page, rect = _rect_of(pages, name, position, half)
    return page.number, _shift(rect, page) if rect else None


def find_row(pdf, label, room):
    """(page from 0, rectangle in PDF space, or None where the label does not stand) beside a line that says ``label``,
    as in the rows of a table. ``room``: left and right edge from the left of the page, and height, in points.

    :raises Refused: 400 ``pdf_unreadable``.
    """
    pages = read_pages(pdf, wanted=lambda number, total: number >= total - LAST_PAGES)
    if not pages:
        raise refusal("pdf_unreadable")
    left, right, height = room
    for page in reversed(pages):
        for part in (row.part(0, left) for row in page.rows):
            if part is not None and _plain(part.text) == _plain(label):
                top = part.baseline + part.size
                return page.number, _shift((left, top - height, right, top), page)
    return pages[-1].number, None


def _rect_of(pages, name, position, side):
    """(page, rectangle or None) within the part of the page that ``side(page)`` gives as two x positions."""
    wanted = _plain(name)
    lines = {_plain(line) for line in position if line}
    if wanted:
        for page in reversed(pages):
            rows = [part for part in (row.part(*side(page)) for row in page.rows) if part]
            for at in range(len(rows) - 1, -1, -1):
                if _plain(rows[at].text).endswith(wanted):
                    return page, _between(page, rows[:at], rows[at], lines)
    return pages[-1], None


def _between(page, above, name_row, lines):
    """The signature's rectangle in the gap above the name."""
    span = name_row.span(0, len(name_row.text))
    top_of_name = name_row.baseline + 0.75 * name_row.size
    position = next((row for row in reversed(above) if _plain(row.text) in lines), above[-1] if above else None)
    bottom_of_position = position.baseline - 0.25 * position.size if position else top_of_name + SIGNATURE_HEIGHTS[1]
    gap = bottom_of_position - top_of_name
    height = min(max(gap - 4, SIGNATURE_HEIGHTS[0]), SIGNATURE_HEIGHTS[1])
    width = height * SIGNATURE_ASPECT
    centre = (span[0] + span[1]) / 2
    middle = top_of_name + min(gap, 2 * SIGNATURE_HEIGHTS[1]) / 2
    x0 = min(max(centre - width / 2, 5 * MM), page.width - width - 5 * MM)
    y0 = max(middle - height / 2, 5 * MM)
    return (x0, y0, x0 + width, y0 + height)


def _plain(text):
    return " ".join(fold(text).split())
