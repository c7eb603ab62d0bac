"""Registers beside a register: number and symbol are unique in the agency within a year (NĐ 30/2020 Điều 15)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegister


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


def reference_owner(register, reference):
    """The register of agency and year in which ``reference`` was given already, however spelled; or None."""
    for sibling in siblings(register):
        if INumberBook(sibling).number_of_reference(reference) is not None:
            return sibling
    return None
