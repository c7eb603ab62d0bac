"""One PDF of a dossier: contents with links, bookmarks, the documents in the order of time.

It is for reading: joining pages leaves no signature valid, and the first page says so. The signed files themselves are
in the SIP, AIP and DIP, untouched. pikepdf copies pages from files that stay on disk, so memory follows the number of
pages, not their bytes.
"""

from dataclasses import dataclass
from fpdf import FPDF
from pathlib import Path
import pikepdf
from qlvb.content.clock import show_date
from qlvb.content.documents.document_types import document_type
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.workflows.packages.contents import versions_of
from qlvb.workflows.packages.origin import maker_of
from qlvb.workflows.signing.fonts import font_file
from ZODB.POSException import POSKeyError


FONT = "Termes"
TITLE = "MỤC LỤC HỒ SƠ"
NOTE = "Bản ghép để đọc theo thứ tự thời gian; chữ ký số còn nguyên trong tệp gốc của từng văn bản."
NO_PDF = "(không có bản PDF: {})"
UNFIT = "(tệp {} nhiễm mã độc {}, không xuất)"
PART_OF = "Hồ sơ con số {} của hồ sơ {}"
NO_FILE = "(văn bản không có tệp)"
PART_WORDS = "Người lập: {}. Số văn bản: {}."
WITHHELD = "(hồ sơ con có văn bản mà người xuất không được xem: chỉ nêu tên, hồ sơ con được xuất riêng)"
LINE = 6  # mm
INDENT = 8  # mm, of what is in a part


@dataclass(frozen=True)
class Line:
    """What stands in the contents and in front of its pages: a document (``filed``), or a part with what is said of it
    (``words``). ``label``: its number among the dossier's, or the part's, documents.
    """

    heading: str
    label: str = ""
    filed: object = None
    words: str = ""
    below: bool = False  # of a part

    @property
    def is_part(self):
        return self.filed is None


def lines_of(filed, parts):
    """The documents of the dossier in order, then those of each part after the part: list of Line."""
    found = [Line(_heading(one), f"{number}. ", one) for number, one in enumerate(filed, start=1)]
    for part in parts:
        words = WITHHELD if part.withheld else PART_WORDS.format(maker_of(part.dossier), len(part.filed))
        found.append(Line(part.heading, words=words))
        found += [Line(_heading(one), f"{number}. ", one, below=True) for number, one in enumerate(part.filed, start=1)]
    return found


def merge(dossier, filed, parts, directory, progress=None):
    """Write the PDF into ``directory``; its Path. ``filed``: list of Filed in order; ``parts``: list of ExportedPart;
    ``progress``: callable(done, total) of documents.

    :raises PackageBroken: a file cannot be read.
    """
    lines = lines_of(filed, parts)
    with _Growing(Path(directory)) as growing:
        starts = []
        for place, line in enumerate(lines):
            starts.append(growing.pages)
            _add(growing, line, directory, place)
            if progress is not None:
                progress(place + 1, len(lines))
        first = pikepdf.open(_contents(dossier, lines, starts, Path(directory, "contents.pdf")))
        count = len(first.pages)
        growing.add(first, in_front=True)
        _mark(growing.made, lines, [start + count for start in starts])
        return growing.save("dossier.pdf")


def _add(growing, line, directory, place):
    """The pages of a line: of a part one that names it."""
    if line.is_part:
        growing.add(pikepdf.open(_page(Path(directory, f"{place}.pdf"), [line.heading, line.words])))
        return
    versions = _pdf_versions(line.filed)
    for number, (version, blob) in enumerate(versions):
        if blob is None:
            said = [line.heading, why_not(version)]
            growing.add(pikepdf.open(_page(Path(directory, f"{place}-{number}.pdf"), said)))
        else:
            growing.add(_open(blob, version))
    if not versions:
        growing.add(pikepdf.open(_page(Path(directory, f"{place}.pdf"), [line.heading, NO_FILE])))


class _Growing:
    """A PDF that grows. Sources stay open until it is saved, so it is saved to disk every now and then: a process may
    have a thousand files open.
    """

    most_open = 200

    def __init__(self, directory):
        self.directory = directory
        self.made = pikepdf.Pdf.new()
        self._sources = []
        self._saved = 0

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self._close()

    @property
    def pages(self):
        return len(self.made.pages)

    def add(self, source, in_front=False):
        """Append, or put in front, the pages of an open PDF, which is closed in the end."""
        self._sources.append(source)
        if in_front:
            for place, page in enumerate(source.pages):
                self.made.pages.insert(place, page)
        else:
            self.made.pages.extend(source.pages)
        if len(self._sources) >= self.most_open:
            self._saved += 1
            path = self.save(f"part{self._saved}.pdf")
            self._close()
            self.made, self._sources = pikepdf.open(path), []

    def save(self, name):
        """Write it; its Path."""
        path = self.directory / name
        self.made.save(path)
        return path

    def _close(self):
        self.made.close()
        for source in self._sources:
            source.close()


def _heading(filed):
    document = filed.document
    kind = document_type(document.document_type)
    words = [show_date(document.issue_date), document.reference, kind.title if kind else "", document.subject]
    return " · ".join(word for word in words if word)


def _pdf_versions(filed):
    """(IFileVersion, NamedBlobFile of its PDF or None) of each file; of one that must not leave, None. The editable
    original of an official file would be its pages once more, without number and signature: it is in the XML alone.
    """
    found = versions_of(filed.document)
    official = any(role in ("signed", "main") for role, _title, _version in found)
    versions = [version for role, _title, version in found if not (official and role == "original")]
    return [(version, None if ILeaving(version).obstacle else version.pdf_blob()) for version in versions]


def why_not(version):
    """The line in the place of a file of which there are no pages."""
    unfit = ILeaving(version).obstacle
    return UNFIT.format(version.filename, version.virus_check.virus) if unfit else NO_PDF.format(version.filename)


def _open(blob, version):
    """An open pikepdf.Pdf over the file of the blob."""
    try:
        with blob.open("r") as stream:
            name = stream.name
        return pikepdf.open(name)
    except (OSError, POSKeyError) as error:
        raise PackageBroken([Finding("file_unreadable", version.filename)]) from error
    except pikepdf.PdfError as error:
        raise PackageBroken([Finding("file_unreadable", version.filename, str(error)[:100])]) from error


def _font(made, size):
    if not made.fonts:
        with font_file() as font:
            made.add_font(FONT, fname=font.name)
    made.set_font(FONT, size=size)


def _contents(dossier, lines, starts, path):
    """The first pages. Page numbers are those after them, so they are drawn twice: to count, and to say."""
    count = 1
    for _again in range(3):
        made = FPDF()
        made.add_page()
        _font(made, 16)
        made.multi_cell(0, 10, text=TITLE, align="C", new_x="LMARGIN", new_y="NEXT")
        _font(made, 13)
        made.multi_cell(0, 7, text=f"{dossier.code} {dossier.title}", align="C", new_x="LMARGIN", new_y="NEXT")
        whole = whole_of(dossier)
        if whole is not None:
            text = PART_OF.format(order_of(dossier), f"{whole.code} {whole.title}")
            made.multi_cell(0, 7, text=text, align="C", new_x="LMARGIN", new_y="NEXT")
        _font(made, 10)
        made.multi_cell(0, LINE, text=NOTE, align="C", new_x="LMARGIN", new_y="NEXT")
        made.ln(4)
        _font(made, 11)
        for line, start in zip(lines, starts, strict=True):
            made.set_x(made.l_margin + (INDENT if line.below else 0))
            text = f"{line.label}{line.heading} — trang {start + count + 1}"
            made.multi_cell(0, LINE, text=text, align="L", new_x="LMARGIN", new_y="NEXT")
        if made.page_no() == count:
            break
        count = made.page_no()
    made.output(str(path))
    return path


def _page(path, lines):
    """A page that says what there is no page of."""
    made = FPDF()
    made.add_page()
    _font(made, 12)
    for line in lines:
        made.multi_cell(0, 8, text=line, new_x="LMARGIN", new_y="NEXT")
    made.output(str(path))
    return path


def _mark(made, lines, starts):
    """Bookmarks to the first page of each document, those of a part under the part."""
    with made.open_outline() as outline:
        for line, start in zip(lines, starts, strict=True):
            above = outline.root[-1].children if line.below else outline.root
            above.append(pikepdf.OutlineItem(line.heading, start))
