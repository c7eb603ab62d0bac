"""A document as the checks see it, whatever file it came from; and what they find."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field


ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Stretch:
    """Characters of one look: ``size`` in points or None, ``font`` a family name or "", ``colour`` RRGGBB or ""."""

    text: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    font: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Piece:
    """A paragraph (docx) or a line (PDF). ``page``: from 1, 0 when it is not known; ``number``: its place from 1.

    ``align``: left, centre, right, justified or "" (not known). ``first``, ``left`` indents and ``after``, ``before``
    spaces in points, ``line`` as a multiple; None where the file does not say. ``cell``: it stands in a table.
    ``text`` has plain blanks.
    """

    text: str
    stretches: tuple = ()
    page: int = 0
    number: int = 0
    align: str = ""
    first: float | None = None
    left: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    cell: bool = False
    middle: float = 0.0  # of the line, as a share of the width of the page (PDF)

    def _most(self, name):
        counted = Counter()
        for one in self.stretches:
            counted[getattr(one, name)] += len(one.text.replace(" ", ""))
        return counted.most_common(1)[0][0] if counted else None

    @property
    def size(self):
        return self._most("size")

    @property
    def bold(self):
        return bool(self._most("bold"))

    @property
    def italic(self):
        return bool(self._most("italic"))


@dataclass(frozen=True)
class Sheet:
    """A section (docx) or a page (PDF): millimetres. Margins None where they cannot be told.

    ``number``: how its page number stands: "centre", "elsewhere", "none", or "" (not known); ``first_number``: one is
    shown on the first page, None not known.
    """

    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    number: str = ""
    first_number: bool | None = None


@dataclass(frozen=True)
class Paper:
    """``kind``: docx or pdf; ``pages``: how many, 0 not known."""

    kind: str
    sheets: tuple
    pieces: tuple
    pages: int = 0

    def find(self, wanted):
        """The first Piece for which ``wanted`` (callable) holds, or None."""
        return next((piece for piece in self.pieces if wanted(piece)), None)


@dataclass(frozen=True)
class Expected:
    """What the record says must stand in its file. "" or () = not known, so not compared."""

    document_type: str = ""
    type_title: str = ""
    agency: str = ""
    parent: str = ""
    symbol: str = ""
    place: str = ""
    subject: str = ""
    signature_blocks: tuple = ()  # lawful blocks of the signer: tuple of tuples of lines
    signer: str = ""
    urgency: str = "normal"


@dataclass(frozen=True)
class Rule:
    """A rule of the checklist: ``id``, ``title`` (message id), ``source`` (article, point of the appendix)."""

    id: str
    title: str
    source: str


@dataclass(frozen=True)
class Finding:
    """``rule``: id; ``message``: message id with its values; ``page``, ``paragraph``: 0 = the whole; ``fix``: "" or the
    id of what mends it in a docx; ``excerpt``: the words concerned.
    """

    rule: str
    severity: str
    message: str
    page: int = 0
    paragraph: int = 0
    fix: str = ""
    excerpt: str = ""

    @property
    def key(self):
        """str: names the finding on a version."""
        values = sorted((getattr(self.message, "mapping", None) or {}).items())
        return f"{self.rule}.{self.page}.{self.paragraph}.{self.message}.{values}"


@dataclass
class Findings:
    """What the checks found; each adds to it."""

    found: list = field(default_factory=list)

    def add(self, rule, severity, message, piece=None, fix=""):
        place = {"page": piece.page, "paragraph": piece.number, "excerpt": piece.text[:120]} if piece else {}
        self.found.append(Finding(rule.id, severity, message, fix=fix, **place))
