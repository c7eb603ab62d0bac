"""The filter ``unfiled``: documents that were dealt with and lie in no dossier, by whose work it was (NĐ 30/2020
Điều 29, 31: who deals with the work makes the dossier).

A value names a person (``leminhanh``), everybody of a department (``@skhcn.cntt``), those of an agency who work in no
department (``@skhcn.``), or the whole agency (``@skhcn``), whoever did the work and wherever he is now.
"""

from qlvb.content.index.field_filters import strings
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from sqlalchemy import select
from zope.component import getUtility


BOX = "dossiers.unfiled"


def with_unfiled(value):
    """Clause on ``records`` for a value of the filter or several; None for what names nobody."""
    values = strings(value)
    if not values or any("\0" in one or one.strip("@") in ("", ".") for one in values):
        return None
    principals = sorted({principal for one in values for principal in principals_of(one)})
    of_them = (box_entries.c.box == BOX) & box_entries.c.principal.in_(principals)
    return records.c.id.in_(select(box_entries.c.record_id).where(of_them))


def principals_of(value):
    """Whose entries of the box the value means: list of ids."""
    if not value.startswith("@"):
        return [value]
    agency, dot, unit = value[1:].partition(".")
    if not dot:
        # The archive's entries are all that there are of the agency.
        return [group_id(agency, "archivist")]
    return [person.userid for person in getUtility(IDirectory).people(agency) if unit_of(person.userid, agency) == unit]


def unit_of(userid, agency_id):
    """Id of the department of the person's first post in the agency, "" for none."""
    post = getUtility(IDirectory).main_post(userid, agency_id)
    return (post.department or "") if post is not None else ""
