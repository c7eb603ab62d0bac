"""The text of a draft as people type it over."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import Interface


@dataclass(frozen=True)
class Line:
    """One paragraph of a docx that holds words. ``number`` from 1, the one by which findings of the layout name it;
    ``fixed``: it holds what has no letters (a picture, a field, a link), so its words are changed in the file alone.
    """

    number: int
    text: str
    in_table: bool = False
    fixed: bool = False


@dataclass(frozen=True)
class Remark:
    """What somebody said about a version. ``paragraph`` 0: about all of it."""

    by: str  # userid
    when: object  # datetime, aware
    text: str
    version: int
    paragraph: int = 0


class IDraftText(Interface):
    """Adapter of IOutgoingDocument: the words of its main file."""

    version = Attribute("newest IFileVersion of the main file when that is a docx, else None")

    def lines(number=None):
        """list of Line of a version (``number``, default the newest); [] for a file that holds no text."""

    def remarks():
        """Oldest first: list of Remark, of all versions."""
