"""Registers and official numbers. Portal type ``Register`` in ``<agency>/registers``."""

from zope.interface import Attribute
from zope.interface import Interface


class IRegister(Interface):
    """A register of one agency, direction, year and set of document types.

    Fields: title, direction ("incoming", "outgoing"), year (int), series ("administrative", "secret"),
    document_types (list of tokens, empty = every type not claimed by another register), is_default (bool), closed
    (bool).
    """


class INumberChanged(Interface):
    """Event: a number of a register was given, set aside or voided."""

    register = Attribute("the IRegister")
    entry = Attribute("its INumberEntry as it stands now")


class INumberEntry(Interface):
    """One number of a register; never deleted."""

    number = Attribute("int")
    status = Attribute("taken, reserved, voided")
    record = Attribute("UID of the record or None")
    reference = Attribute("number and symbol as shown, or ''")
    date = Attribute("date of issue or arrival")
    by = Attribute("userid")
    when = Attribute("datetime, aware")
    reason = Attribute("str; compulsory for reserved and voided")
    expires = Attribute("date or None; of a reservation")
    history = Attribute("tuple of (when, by, status, reason)")


class INumberBook(Interface):
    """Adapter of IRegister."""

    next_number = Attribute("int: what ``take`` would give")

    def take(record, by, date, reference=None):
        """Give the next number to ``record`` and return it. The same record asking again gets the number it has.

        Call only inside ``serialised`` (see locks). ``reference`` is a callable number -> str.
        :raises Refused: 409 register closed; wrong year.
        """

    def refusals_of_given(number, date, shown=""):
        """Why a number of an older book, with its reference as shown, cannot be entered: list of Violation."""

    def take_given(number, record, by, date, shown=""):
        """Enter a number of an older book as it is. Call only inside ``serialised``. :raises Refused: 409 see above."""

    def reserve(by, reason, expires):
        """Set the next number aside; returns INumberEntry. :raises Refused: reason missing, expiry in the past."""

    def take_reserved(number, record, by, date, reference=None):
        """Use a reserved number. :raises Refused: 409 not reserved, taken already, expired."""

    def void(number, by, reason):
        """Mark a number voided (never given again). :raises Refused: reason shorter than 10 characters."""

    def entry(number):
        """INumberEntry, or None."""

    def entry_of(record):
        """INumberEntry taken by the record, or None."""

    def entries():
        """By number: iterable of INumberEntry."""

    def listing(status=None, newest_first=False):
        """Sequence of INumberEntry, cheap to slice: all, or those "taken", "reserved" or "voided"."""

    def number_of_reference(reference):
        """The number under which ``reference`` was given, however it is spelled; or None."""

    def gaps():
        """Numbers that this site should have given and that have no entry (must be empty): list of int."""


class IRegisterFinder(Interface):
    """Utility."""

    def registers(agency_id, year=None, direction=None):
        """Registers of an agency: list."""

    def years(agency_id):
        """Years that have registers, newest first: list of int."""

    def find(agency_id, direction, document_type, secrecy, year):
        """The open register for such a document, or None. Never creates one (listing must not create books)."""

    def open_year(agency_id, year, by):
        """Create the missing registers of a year; returns those created."""


class ISerialiser(Interface):
    """Utility: one writer at a time per name, across threads and processes."""

    def serialised(name, timeout=30):
        """Take the lock ``name`` now, begin a fresh transaction (so the snapshot is younger than the lock) and
        release it after this transaction has committed or aborted. Call before any write of the request.

        The name for numbers of a register is ``qlvb.content.registers.locking.names.register_lock(register)``. In
        one transaction a name may be asked for again; a second record needs a transaction of its own.

        :raises Refused: 503 when the lock cannot be had within ``timeout`` seconds.
        """

    def holds(name):
        """bool: the current transaction holds the lock."""


class IHandover(Interface):
    """Adapter of a document: what the register says of its being passed on (NĐ 30/2020 Phụ lục IV, "Ngày chuyển",
    "người nhận").

    The content room knows only the document; the room that knows assignment lines and deliveries gives a better
    answer.
    """

    receivers = Attribute("list of str: units and persons that got it")
    date = Attribute("date on which it was passed on or sent, or None")
