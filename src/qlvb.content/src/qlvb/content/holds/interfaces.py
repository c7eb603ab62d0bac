"""What a hold is, and what binds a record now (NĐ 30/2020 Phụ lục VI, IV.1.g; Luật Lưu trữ 33/2024/QH15 Điều 16).

A hold belongs to a case and binds any number of dossiers and documents; a record may be bound by several. A hold on a
dossier binds the documents that are in it and those that come into it later, for as long as it lasts. It binds whoever
acts, administrators and code too.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


#: Permission to place, change and release holds.
MANAGE_HOLDS = "qlvb: Manage holds"
#: Code of the violations of holds.
HELD = "held"
RULE = "NĐ 30/2020 Phụ lục VI Phần I mục IV.1.g"


class IHold(IRecord):
    """A hold: ``case_number``, ``title``, ``reason``, ``basis``, ``valid_from`` (date), ``author`` (userid)."""


class IBinding(Interface):
    """Why a record is held: one hold, by itself or through a dossier."""

    hold = Attribute("IHold, active")
    through = Attribute("the dossier (object) through which the hold binds, None when it binds the record itself")


class IHolds(Interface):
    """Adapter of any IRecord: the holds that bind it now. Asks for no right and writes nothing."""

    def bindings():
        """By case number: list of IBinding."""

    def held():
        """bool: at least one hold binds the record."""

    def violations(besides=None):
        """list of Violation with the code ``held``, one for each hold; each names the case. Holds that bind the record
        through the dossier ``besides`` alone are left out.
        """

    def check():
        """:raises RecordHeld: 403, with all :meth:`violations`."""


class IHeldRecord(Interface):
    """A record in the list of a hold. Stays when the record is taken out or the hold is released."""

    uid = Attribute("UID of the record")
    title = Attribute("str: its title when it was put under the hold")
    added = Attribute("datetime, aware")
    added_by = Attribute("userid")
    removed = Attribute("datetime when it was taken out or the hold was released, or None")
    removed_by = Attribute("userid or ''")
    reason = Attribute("str: why it was taken out, ''")


class IHoldContents(Interface):
    """Adapter of IHold: the records that it binds."""

    def add(record, by):
        """Bind the record; returns IHeldRecord, the known one when it is bound already.

        :raises Refused: 409 the hold is released; 400 the record is neither a document nor a dossier; 409 it is
            destroyed.
        """

    def remove(uid, by, reason):
        """Unbind a record. :raises Refused: 404 it is not bound by this hold."""

    def release(by, reason):
        """Unbind all that are bound; returns how many."""

    def all():
        """In order of adding: list of IHeldRecord."""

    def bound():
        """Those that are bound now: list of IHeldRecord."""
