"""The numbers of registers in the index, compared with the books and said anew."""

from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content.index.building import site_path
from qlvb.content.index.statements import BATCH
from qlvb.content.index.tables import numbers
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegister
from qlvb.content.registers.rows import rows_of
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from zope.component import getUtility


def fill_numbers(connection):
    """Say the numbers of all registers anew; the caller must be the only writer."""
    connection.execute(delete(numbers))
    for register in _registers():
        rows = [{"register": uid, "number": number, **row} for (uid, number), row in rows_of(register)]
        for start in range(0, len(rows), BATCH):
            connection.execute(insert(numbers), rows[start : start + BATCH])


def different_registers(connection):
    """(UID, path below the site) of registers whose numbers are not what the table says; "" is the path of one that is
    gone.
    """
    known = set(connection.scalars(select(numbers.c.register).distinct()))
    for register in _registers():
        uid = IUUID(register)
        known.discard(uid)
        if _told(connection, uid) != dict(rows_of(register)):
            yield uid, site_path(register)
    yield from ((uid, "") for uid in sorted(known))


def _registers():
    """Every register of the site, whoever may see it."""
    for agency in getUtility(IDirectory).agencies():
        section = api.portal.get()[agency.id].get("registers")
        for register in section.objectValues() if section is not None else ():
            if IRegister.providedBy(register):
                yield register


def _told(connection, register_uid):
    found = connection.execute(select(numbers).where(numbers.c.register == register_uid)).mappings()
    keys = ("register", "number")
    return {
        (row["register"], row["number"]): {name: value for name, value in row.items() if name not in keys}
        for row in found
    }
