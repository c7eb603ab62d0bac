"""The fields of a dossier in its journal, when form or REST has changed them (NĐ 30/2020, Phụ lục VI, VI-6l).

Acts tell what they did themselves; only events that name attributes are those of somebody who edits.
"""

from datetime import date
from plone import api
from qlvb.content.additional.values import changes_of
from qlvb.content.dossiers.schema import IDossierSchema
from qlvb.content.holds.storing import stored_beside
from qlvb.content.journal.interfaces import IJournal
from zope.lifecycleevent import Attributes


def fields_changed(dossier, event):
    """One entry ``changed`` with what each field said before and says now."""
    names = {
        name.rpartition(".")[2]
        for description in event.descriptions
        if isinstance(description, Attributes) and description.interface is IDossierSchema
        for name in description.attributes
    }
    if not names or dossier._p_jar is None or not any(dossier._p_serial):
        return  # made in this very transaction: there is nothing before
    with stored_beside(dossier) as stored:
        before = {name: vars(stored).get(name, getattr(type(stored), name, None)) for name in names}
    changes = {name: [_json(before[name]), _json(getattr(dossier, name))] for name in sorted(names - {"additional"})}
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if "additional" in names:
        changes |= changes_of(before["additional"] or {}, dossier.additional)
    if changes:
        IJournal(dossier).append("changed", api.user.get_current().getId(), {"fields": changes})


def _json(value):
    return value.isoformat() if isinstance(value, date) else value or ""
