"""What single documents demand of the dossiers in which they are kept (Luật Lưu trữ 2024 Điều 15.4).

A document whose own period was determined leaves it with each of its dossiers, so a dossier knows its period without
reading its documents. Most dossiers have none.
"""

from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import IUUID
from qlvb.content.holds.guarded import record_content
from qlvb.content.kept import kept_under
from qlvb.content.retention.period import Period
from zope.annotation.interfaces import IAnnotations


OWN_KEY = record_content("qlvb.content.retention.own")
DEMANDS_KEY = "qlvb.content.retention.demands"


def own_period(document):
    """(Period or None, basis) that the document itself was given."""
    kept = IAnnotations(document).get(OWN_KEY)
    return (Period(kept["kind"], kept["years"]), kept["basis"]) if kept else (None, "")


def demands(dossier):
    """What its documents demand: list of (Period, basis, UID of the document)."""
    kept = IAnnotations(dossier).get(DEMANDS_KEY) or {}
    return [(Period(kind, years), basis, uid) for uid, (kind, years, basis) in kept.items()]


def remember_demand(dossier, document):
    """Bring the dossier in step with what ``document``, which it keeps, demands."""
    period, basis = own_period(document)
    if period is None:
        drop_demand(dossier, IUUID(document))
        return
    kept_under(dossier, DEMANDS_KEY, PersistentMapping)[IUUID(document)] = (period.kind, period.years, basis)


def drop_demand(dossier, uid):
    """The dossier no longer keeps the document with this UID, or it demands nothing any more."""
    kept = IAnnotations(dossier).get(DEMANDS_KEY)
    if kept is not None and uid in kept:
        del kept[uid]
