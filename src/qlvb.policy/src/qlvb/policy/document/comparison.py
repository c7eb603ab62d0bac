"""Comparing the text of two versions, paragraph by paragraph (pure but for ``of_versions``)."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from qlvb.content import _
from qlvb.content.text import nfc
from qlvb.workflows.editing.words import aligned
import re
from zipfile import BadZipFile
from zipfile import ZipFile


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: A paragraph of a PDF goes on while its lines end inside a sentence.
SENTENCE_END = (".", ":", ";", "!", "?", "./.")
#: Largest document.xml that is read into memory.
LONGEST_XML = 64 * 1024 * 1024


class Unreadable(ValueError):
    """The file holds no text that can be read."""


@dataclass(frozen=True)
class Piece:
    """A run of text; ``changed`` marks what the other side does not have."""

    text: str
    changed: bool = False


@dataclass(frozen=True)
class Row:
    """One line of the comparison. ``kind``: same, changed, removed, added; sides are tuples of Piece."""

    kind: str
    old: tuple
    new: tuple


#: Said where a version is Unreadable.
NO_TEXT = _(
    "doc_compare_unreadable",
    default="Không đọc được chữ trong một trong hai bản (tệp quét ảnh hoặc định dạng không hỗ trợ).",
)


def comparable(filename):
    """bool: text can be taken out of a file with this name."""
    return filename.lower().endswith((".docx", ".pdf"))


def paragraphs(data, filename):
    """The paragraphs of a docx or PDF file: list of str, NFC, empty ones left out.

    :raises Unreadable: neither docx nor PDF, broken, or without text.
    """
    if data.startswith(b"%PDF"):
        found = _pdf_paragraphs(data)
    elif filename.lower().endswith(".docx"):
        found = _docx_paragraphs(data)
    else:
        raise Unreadable(filename)
    found = [nfc(" ".join(text.split())) for text in found]
    found = [text for text in found if text]
    if not found:
        raise Unreadable(filename)
    return found


def _docx_paragraphs(data):
    try:
        with ZipFile(BytesIO(data)) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > LONGEST_XML:
                raise Unreadable("word/document.xml")
            source = archive.read(info)
        tree = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True))
    except (BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise Unreadable("word/document.xml") from error
    return ["".join(_docx_text(paragraph)) for paragraph in tree.iter(f"{WORD}p")]


def _docx_text(paragraph):
    for node in paragraph.iter():
        if node.tag == f"{WORD}t":
            yield node.text or ""
        elif node.tag in (f"{WORD}tab", f"{WORD}br"):
            yield " "


def _pdf_paragraphs(data):
    try:
        lines = [line for page in PdfReader(BytesIO(data)).pages for line in (page.extract_text() or "").splitlines()]
    except (PyPdfError, ValueError, KeyError) as error:
        raise Unreadable("pdf") from error
    return join_lines(lines)


def join_lines(lines):
    """Lines of a page as paragraphs: a line goes on in the next until it ends a sentence or the next starts anew."""
    found, open_text = [], ""
    for line in (line.strip() for line in lines):
        starts_anew = bool(re.match(r"^([-–+•]|\d+[.)]|[a-zđ]\)|Điều \d+|[IVX]+\.)\s?", line)) or line.isupper()
        if not line or starts_anew or open_text.isupper():
            found.append(open_text)
            open_text = line
        else:
            open_text = f"{open_text} {line}".strip()
        if open_text.endswith(SENTENCE_END):
            found.append(open_text)
            open_text = ""
    found.append(open_text)
    return [text for text in found if text]


def of_versions(old, new):
    """The text of two FileVersions side by side: list of Row. :raises Unreadable: one of them holds no text."""
    return compare(*(paragraphs(version.data(), version.filename) for version in (old, new)))


def compare(old, new):
    """Two lists of paragraphs side by side: list of Row."""
    rows = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = old[old_from:old_to], new[new_from:new_to]
        if tag == "equal":
            rows.extend(Row("same", (Piece(text),), (Piece(text),)) for text in left)
        else:
            rows.extend(_changed_rows(left, right))
    return rows


def _changed_rows(left, right):
    """Pairs of a changed block: like paragraphs stand beside each other, the rest alone."""
    rows, start = [], 0
    for text in left:
        best, place = 0.0, None
        for index in range(start, len(right)):
            ratio = SequenceMatcher(None, text, right[index]).quick_ratio()
            if ratio > max(best, 0.5):
                best, place = ratio, index
        if place is None:
            rows.append(Row("removed", (Piece(text, True),), ()))
            continue
        rows.extend(Row("added", (), (Piece(other, True),)) for other in right[start:place])
        rows.append(Row("changed", *_pieces(text, right[place])))
        start = place + 1
    rows.extend(Row("added", (), (Piece(other, True),)) for other in right[start:])
    return rows


def _pieces(old, new):
    """Both sides of a changed paragraph, word by word."""
    old_pieces, new_pieces = [], []
    for same, words, others in aligned(old, new):
        if words:
            old_pieces.append(Piece(words, not same))
        if others:
            new_pieces.append(Piece(others, not same))
    return tuple(old_pieces), tuple(new_pieces)


def merged(row):
    """Both sides of a Row as one text: list of (kind, text), kind "same", "removed" or "added" in the order of reading.

    >>> merged(Row("changed", (Piece("Hạn "), Piece("5", True)), (Piece("Hạn "), Piece("7", True))))
    [('same', 'Hạn '), ('removed', '5'), ('added', '7')]
    """
    found, old, new = [], list(row.old), list(row.new)
    if row.kind == "same":
        return [("same", piece.text) for piece in old]
    while old or new:
        while old and old[0].changed:
            found.append(("removed", old.pop(0).text))
        while new and new[0].changed:
            found.append(("added", new.pop(0).text))
        if old:
            found.append(("same", old.pop(0).text))
        if new:
            new.pop(0)
    return found


def folded(rows, context=2):
    """``rows`` with long unchanged stretches taken together: list of Row or int (how many are left out)."""
    near = {
        index + step for index, row in enumerate(rows) if row.kind != "same" for step in range(-context, context + 1)
    }
    found, hidden = [], 0
    for index, row in enumerate(rows):
        if index in near:
            if hidden:
                found.append(hidden)
                hidden = 0
            found.append(row)
        else:
            hidden += 1
    if hidden:
        found.append(hidden)
    return found


def counts(rows):
    """(changed, added, removed) paragraphs."""
    kinds = [row.kind for row in rows]
    return kinds.count("changed"), kinds.count("added"), kinds.count("removed")
