"""Where the paper of dossiers lies (product/features G9; TT 05/2025 Phụ lục III, field paperFileCode)."""

from dataclasses import dataclass
from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


class IStoragePlace(IRecord):
    """A store, a shelf or a box."""

    code = Attribute("str: unique among its neighbours, never changed; printed on the label")


class IStore(IStoragePlace):
    """Kho."""


class IShelf(IStoragePlace):
    """Kệ, giá."""


class IStorageBox(IStoragePlace):
    """Hộp, cặp: holds dossiers."""

    capacity = Attribute("int: the most dossiers it holds")


@dataclass(frozen=True)
class Place:
    """Where a dossier lies: ``box`` is the UID of the box, ``number`` the dossier's number in it (hồ sơ số)."""

    box: str
    store: str  # codes
    shelf: str
    box_code: str
    number: int
    archive: str = ""  # identifier of the body that keeps it: H99.12

    @property
    def label(self):
        """str as lists show it: ``K1/A2/H03.7``."""
        return f"{self.store}/{self.shelf}/{self.box_code}.{self.number}"

    @property
    def paper_file_code(self):
        """str: ``paperFileCode`` of TT 05/2025: archive.store/shelf/box.paper number."""
        return f"{self.archive}.{self.label}"


class IPlaces(Interface):
    """Utility. Keeps both sides; it asks no rights."""

    def of(dossier):
        """The Place of a dossier, or None."""

    def put(dossier, box, number=None, by="system"):
        """Lay a dossier into a box, taking it out of where it was; ``number`` None: the next free one. Returns the
        Place; both journals say it.

        :raises Refused: 409 the box is full, closed, or the number is taken.
        """

    def take(dossier, by="system", reason=""):
        """Take a dossier out of its box; returns the Place it had, or None."""

    def contents(box):
        """By number: list of (int number, str UID of the dossier)."""

    def box_at(agency_id, code):
        """The box with the full code ``K1/A2/H03`` (letters of either case), or None."""
