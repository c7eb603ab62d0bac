"""What a document is laid out from: plain values, no objects of the site."""

from dataclasses import dataclass
from datetime import date


#: Kinds of blocks of the body and of annexes (type sizes: Phụ lục I, Phần I, Mục V).
BLOCKS = ("paragraph", "chapter", "section", "article", "clause", "point", "heading", "right")


@dataclass(frozen=True)
class Block:
    """One paragraph. ``title`` is the second line of a chapter or section, or the bold beginning of an article or
    clause."""

    kind: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a heading row; ``widths`` are proportions of the text width. Lines of a cell are paragraphs.
    ``height``: least height in millimetres of rows that are to be written in by hand, or signed; 0: as high as their
    text.
    """

    header: tuple
    rows: tuple
    widths: tuple = ()
    height: float = 0


@dataclass(frozen=True)
class Annex:
    """A sheet of its own after the document, numbered by itself. ``content``: str, Block or Table."""

    title: str
    content: tuple = ()
    landscape: bool = False


@dataclass(frozen=True)
class Layout:
    """One document.

    Texts in natural case; what is printed in capitals is put in capitals here. ``number`` and ``day`` None: room
    is left for them; ``symbol`` None: it goes through no register, no room is left. ``signature_block``: the lines
    above the signature, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC").
    ``body``, ``grounds`` and so on take str or :class:`Block` or :class:`Table`.
    """

    agency: str
    symbol: str | None = ""
    place: str = ""
    parent: str = ""  # cơ quan chủ quản trực tiếp, "" for none
    document_type: str = "official_letter"  # token of documents.document_types
    type_name: str = ""  # as printed, default the type's name
    subject: str = ""
    number: int | None = None
    day: date | None = None
    addressees: tuple = ()
    authority: str = ""  # who decides, under the title of a decision: "GIÁM ĐỐC SỞ …"
    grounds: tuple = ()
    body: tuple = ()
    signature_block: tuple = ()
    signer: str = ""
    co_signer_block: tuple = ()  # left signature: the secretary of minutes
    co_signer: str = ""
    recipients: tuple = ()
    retained_by: tuple = ("VT",)
    copies: int | None = None
    urgency: str = "normal"
    secrecy: str = "none"
    circulation: str = ""  # "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"
    drafter_mark: str = ""  # "PL.(300)"
    address: str = ""  # foot of page 1
    annexes: tuple = ()

    @property
    def is_letter(self):
        """Công văn and thư công have no title; their subject stands under the number."""
        return self.document_type in ("official_letter", "courtesy_letter")


#: token -> (words, width and height in millimetres) of the stamps (II.10, III.2, III.3).
URGENCY_STAMPS = {
    "urgent": ("KHẨN", 20, 8),
    "very_urgent": ("THƯỢNG KHẨN", 40, 8),
    "express": ("HOẢ TỐC", 30, 8),
    "express_timed": ("HOẢ TỐC", 30, 8),
}
SECRECY_STAMPS = {"confidential": ("MẬT", 20, 8), "secret": ("TỐI MẬT", 30, 8), "top_secret": ("TUYỆT MẬT", 40, 8)}
