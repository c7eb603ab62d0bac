"""The filter ``unit``: records whose holder works in a department today."""

from qlvb.content.index.field_filters import strings
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def with_units(value):
    """Clause on ``records``: held by somebody of one of these departments (``skhcn.cntt``); None for what is none."""
    units = [unit.partition(".") for unit in strings(value) or ()]
    if not units or not all(agency and department for agency, _dot, department in units):
        return None
    directory = getUtility(IDirectory)
    held = {
        person.userid
        for agency, _dot, department in units
        for person in directory.people(agency)
        if any((post.agency, post.department) == (agency, directory.heir(agency, department)) for post in person.posts)
    }
    return records.c.holder.in_(sorted(held))
