"""Dossier catalogues and dossiers.

``DossierCatalogue`` lives at ``<agency>/dossiers/<year>``; ``Dossier`` inside it. Fields of a catalogue: year,
headings (list of rows: key, symbol, title), entries (list of rows: number (int), heading (key), title,
retention_kind, retention_years, holder (userid), note); entry code is ``02.CNTT``. Fields of a dossier: code
("02.CNTT"), title, year, entry (code or ""), retention_kind, retention_years, retention_basis, holder (userid),
access_conditions, language, start_date, end_date, note.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


class IDossierCatalogue(IRecord):
    """Danh mục hồ sơ of an agency and year."""


class IDossier(IRecord):
    """Hồ sơ."""


class IDossierItem(Interface):
    """A line of a dossier's contents: which document lies in it, in which place."""

    order = Attribute("int, from 1, never reused in the dossier")
    uid = Attribute("UID of the document")
    by = Attribute("userid")
    when = Attribute("datetime, aware")


class IDossierContents(Interface):
    """Adapter of IDossier."""

    def add(document, by):
        """Reference the document; returns IDossierItem; a second time returns the first item.

        :raises Refused: 409 dossier closed.
        """

    def remove(document, by, reason):
        """Take the reference out; the document stays. :raises Refused: 409 closed, 403 the document is held."""

    def item_of(document):
        """IDossierItem of the document, or None."""

    def items():
        """By order: list of IDossierItem."""

    def documents():
        """By order: list of (IDossierItem, document or None when it is gone), whatever the rights."""

    def forget(uid):
        """Drop the dossier's side of a reference to a document that is removed."""

    def totals():
        """(documents, pages)"""


class IDossierFinder(Interface):
    """Utility."""

    def dossiers_of(document):
        """Dossiers that reference the document: list of objects."""

    def open_from_entry(catalogue, code, by, **changes):
        """Open a dossier from a catalogue entry; returns it. :raises Refused: unknown entry, not approved."""

    def open_unplanned(catalogue, heading, by, **fields):
        """Open a dossier the catalogue does not foresee (NĐ 30/2020 Điều 29.2). :raises Refused: heading, not
        approved.
        """

    def open_part(dossier, by, **fields):
        """Open a part of an open dossier (title, holder), with the next number and what the whole says; returns it."""

    def opened(catalogue, code):
        """The dossier with this code, or None."""

    def catalogues(agency_id):
        """Catalogues of an agency, newest year first: list."""

    def dossiers(agency_id, state=None, holder=None, text="", year=None):
        """Dossiers of an agency, newest year first and by code: list."""

    def open_dossiers(agency_id, holder=None, text=""):
        """list of open dossiers."""


class ICatalogueRows(Interface):
    """Adapter of IDossierCatalogue: its rows, changed in one place, and the versions since its approval."""

    number = Attribute("int: the newest version; 0 before approval")
    mark = Attribute("str: another one as soon as any row is another, drafts included")

    def versions():
        """Newest first: list of CatalogueVersion (who, when, why, what differs)."""

    def changes(headings, rows):
        """What these rows (lists of dict) would change: tuple of EntryChange."""

    def change(headings, rows, by, reason="", expected=None):
        """Put rows in the place of the present ones; returns the EntryChanges. An approved catalogue demands a reason
        and right rows, and keeps a version. ``expected``: the mark, or the number of the version, that was seen.

        :raises Refused: 400 with every mistake; 409 somebody has changed it meanwhile.
        """

    def keep(by, reason, changes=()):
        """Keep what stands as a new version; returns it."""
