"""Registers beside a register: number and symbol are unique in the agency within a year (NĐ 30/2020 Điều 15)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegister
from qlvb.content.registers.symbols import parse_reference


def siblings(register):
    """Registers of the same agency, direction and year, ``register`` among them: list."""
    folder = aq_parent(aq_inner(register))
    if folder is None:
        return [register]
    return [
        item
        for item in folder.objectValues()
        if IRegister.providedBy(item) and (item.direction, item.year) == (register.direction, register.year)
    ]


def reference_owner(books, reference):
    """The register of one of ``books`` (INumberBook, of all siblings) in which ``reference`` was given already, however
    spelled; or None.
    """
    key = parse_reference(reference).key
    return next((book.register for book in books if book.has_reference(key)), None)


def books_of(register):
    """The books of a register's siblings: list of INumberBook."""
    return [INumberBook(sibling) for sibling in siblings(register)]
