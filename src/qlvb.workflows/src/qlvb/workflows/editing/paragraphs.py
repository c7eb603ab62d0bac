"""Paragraphs of a docx as text, and back: only what was typed over changes, looks stay (pure, python-docx)."""

from copy import deepcopy
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from io import BytesIO
from qlvb.content.text import nfc
from qlvb.workflows.appraisal.checks.from_docx import paragraphs
from qlvb.workflows.editing.interfaces import Line
from qlvb.workflows.editing.words import differences


#: What a paragraph may hold beside letters that typing over would lose.
SPECIAL = tuple(
    qn(name)
    for name in (
        "w:drawing", "w:pict", "w:object", "w:fldChar", "w:fldSimple", "w:footnoteReference", "w:endnoteReference",
        "w:commentReference", "w:hyperlink", "w:ins", "w:del", "w:sdt", "w:sym", "w:ptab", "m:oMath",
    )
)  # fmt: skip
LINE_BREAK = "textWrapping"
PARAGRAPH_ID = qn("w14:paraId")


def lines_of(data):
    """list of Line of the bytes of a docx, NFC, paragraphs without words left out.

    :raises Exception: what python-docx raises for a file that is none.
    """
    found = _written(Document(BytesIO(data)))
    return [
        Line(number, nfc(paragraph.text).strip(), in_table, _is_special(paragraph))
        for number, (paragraph, in_table) in enumerate(found, start=1)
    ]


def rewrite(data, texts):
    """``(bytes, numbers of the paragraphs that changed)`` of a docx whose paragraphs with words now say ``texts``.

    ``texts``: a str for each Line, in their order; "" takes the paragraph out; a line break begins a new paragraph of
    the same look, but in a paragraph that has breaks itself. Paragraphs that are ``fixed`` stay as they are.

    :raises ValueError: there are not as many texts as lines.
    """
    document = Document(BytesIO(data))
    changed = []
    for number, ((paragraph, _in_table), text) in enumerate(zip(_written(document), texts, strict=True), start=1):
        if nfc(text).strip() != nfc(paragraph.text).strip() and not _is_special(paragraph):
            _put(paragraph, nfc(text).strip())
            changed.append(number)
    output = BytesIO()
    document.save(output)
    return output.getvalue(), changed


def changed_lines(lines, texts):
    """Numbers of those ``lines`` of which ``texts`` say something else: list of int; fixed ones are never changed.

    >>> changed_lines([Line(1, "Căn cứ"), Line(2, "Điều 1.")], ["Căn cứ ", "Điều 2."])
    [2]
    """
    pairs = zip(lines, texts, strict=True)
    return [line.number for line, text in pairs if not line.fixed and nfc(text).strip() != line.text]


def _written(document):
    """Paragraphs with words, with whether they stand in a table, in reading order: list."""
    return [(paragraph, in_table) for paragraph, in_table in paragraphs(document) if paragraph.text.strip()]


def _is_special(paragraph):
    breaks = (node for node in paragraph._p.iter(qn("w:br")) if node.get(qn("w:type"), LINE_BREAK) != LINE_BREAK)
    return next(paragraph._p.iter(*SPECIAL), None) is not None or next(breaks, None) is not None


def _put(paragraph, text):
    if not text:
        _take_out(paragraph)
        return
    *others, last = [text] if "\n" in paragraph.text else [one.strip() for one in text.split("\n") if one.strip()]
    model = _copied(paragraph._p)
    type_over(paragraph, last)
    for other in others:
        fresh = deepcopy(model)
        paragraph._p.addprevious(fresh)
        type_over(Paragraph(fresh, paragraph._parent), other)


def _copied(node):
    """A copy of a paragraph (w:p) without what there may be once only: the end of a section, bookmarks, its own id."""
    found = deepcopy(node)
    for part in list(found.iter(qn("w:sectPr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        part.getparent().remove(part)
    for name in (PARAGRAPH_ID, f"{PARAGRAPH_ID[:-6]}textId"):
        found.attrib.pop(name, None)
    return found


def _take_out(paragraph):
    """A paragraph that ends a section, or is the last one of its cell, stays and is empty."""
    node = paragraph._p
    properties = node.pPr
    ends_section = properties is not None and properties.find(qn("w:sectPr")) is not None
    alone = node.getparent().tag == qn("w:tc") and len(node.getparent().findall(qn("w:p"))) == 1
    if ends_section or alone:
        for run in paragraph.runs:
            run.text = ""
    else:
        node.getparent().remove(node)


def type_over(paragraph, text):
    """Let ``paragraph`` say ``text``. What stays the same keeps its looks (a bold "Điều 1."), what is new looks like
    what it takes the place of; blanks around the words stay.
    """
    old = "".join(run.text for run in paragraph.runs)
    text = old[: len(old) - len(old.lstrip())] + text + old[len(old.rstrip()) :]
    for start, end, new in reversed(differences(old, text)):
        _replace(paragraph, start, end, new)


def _replace(paragraph, start, end, new):
    """Put ``new`` in place of the letters ``start`` to ``end`` of ``paragraph``, in the run in which they begin."""
    place, runs = 0, paragraph.runs
    for run in runs:
        words, begins = run.text, place
        place += len(words)
        if begins <= start < place or (new and run is runs[-1]):
            run.text = words[: start - begins] + new + words[max(end - begins, 0) :]
            new = ""
        elif start < place and begins < end:
            run.text = words[end - begins :]
