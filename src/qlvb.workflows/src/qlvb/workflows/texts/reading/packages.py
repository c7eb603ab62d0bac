"""Office files that are zip files of XML: docx, pptx, odt, ods, odp.

Read as XML, part by part, and never held as a whole: python-docx leaves out text boxes, content controls, notes and
inserted text, and builds a tree many times the size of the file.
"""

from dataclasses import dataclass
from lxml import etree
from qlvb.workflows.texts.reading import MAX_UNPACKED
from qlvb.workflows.texts.reading import TooBig
import re
import zipfile


_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Flavour:
    """Local names of elements. ``parts``: names of the parts in order of reading; ``words``: elements whose letters
    are text; ``ends``: elements that end a line or a cell; ``marks``: empty elements that stand for a character;
    ``skipped``: elements that are not read.
    """

    parts: tuple
    words: frozenset
    ends: dict
    marks: dict
    skipped: frozenset


_OOXML_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: A text box is written twice: as it is, and for programs of old. Deleted text is no text (``w:delText``).
_DOCX = Flavour(
    parts=(r"word/header\d*\.xml", r"word/document\d*\.xml", r"word/(foot|end)notes\.xml", r"word/footer\d*\.xml"),
    words=frozenset({"t"}),
    ends={"p": "\n"},
    marks=_OOXML_MARKS,
    skipped=frozenset({"Fallback", "moveFrom"}),
)
_PPTX = Flavour(
    parts=(r"ppt/slides/slide\d+\.xml", r"ppt/notesSlides/notesSlide\d+\.xml"),
    words=frozenset({"t"}),
    ends={"p": "\n"},
    marks=_OOXML_MARKS,
    skipped=frozenset({"Fallback"}),
)
_ODF = Flavour(
    parts=(r"styles\.xml", r"content\.xml"),
    words=frozenset({"p", "h"}),
    ends={"p": "\n", "h": "\n"},
    marks={"tab": "\t", "s": " ", "line-break": "\n"},
    skipped=frozenset({"tracked-changes", "annotation"}),
)
FLAVOURS = {"docx": _DOCX, "pptx": _PPTX, "odt": _ODF, "ods": _ODF, "odp": _ODF}


def lines(stream, kind):
    """The text of each part.

    :raises TooBig: the parts unpack to more than MAX_UNPACKED.
    :raises zipfile.BadZipFile, lxml.etree.XMLSyntaxError: the file is broken.
    """
    flavour = FLAVOURS[kind]
    left = MAX_UNPACKED
    with zipfile.ZipFile(stream) as package:
        for name in _parts(package, flavour):
            target = _Words(flavour)
            parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True, load_dtd=False)
            with package.open(name) as part:
                while chunk := part.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise TooBig(name)
                    parser.feed(chunk)
                    yield from target.taken()
            parser.close()
            yield from target.taken(final=True)


def _parts(package, flavour):
    """Names of the parts to read, in order: slide 2 before slide 10."""
    names = package.namelist()
    for pattern in flavour.parts:
        yield from sorted((name for name in names if re.fullmatch(pattern, name)), key=lambda name: (len(name), name))


class _Words:
    """What the parser tells: collects the characters of words."""

    def __init__(self, flavour):
        self.flavour = flavour
        self.pieces = []
        self.inside = 0
        self.skipping = 0

    def start(self, tag, attributes):
        name = tag.rpartition("}")[2]
        if name in self.flavour.skipped:
            self.skipping += 1
        if name in self.flavour.words:
            self.inside += 1
        if not self.skipping and name in self.flavour.marks:
            self.pieces.append(self.flavour.marks[name])

    def end(self, tag):
        name = tag.rpartition("}")[2]
        if name in self.flavour.skipped:
            self.skipping -= 1
        if name in self.flavour.words:
            self.inside -= 1
        if not self.skipping and name in self.flavour.ends:
            self.pieces.append(self.flavour.ends[name])

    def data(self, characters):
        if self.inside and not self.skipping:
            self.pieces.append(characters)

    def close(self):
        """Nothing: the caller takes what was found."""

    def taken(self, final=False):
        """Whole lines found since the last call: iterable of str."""
        text = "".join(self.pieces)
        whole, end, rest = text.rpartition("\n")
        self.pieces = [] if final else [rest]
        if final or end:
            yield text if final else whole
