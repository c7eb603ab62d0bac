"""What the records index keeps of holds, and of the records that they bind."""

from Acquisition import aq_base
from qlvb.content import _
from qlvb.content.badges import Badge
from qlvb.content.holds.bindings import bound_by
from qlvb.content.holds.bindings import kept_by
from qlvb.content.holds.interfaces import IHold
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IBadges
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.states import state_of
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IHold)
class HoldFields:
    """The case number stands as reference, the day of its beginning as day of issue."""

    def __init__(self, hold):
        self.hold = hold

    def read(self, facts):
        """See IIndexedFields."""
        hold = aq_base(self.hold)
        columns = {
            "year": hold.valid_from.year,
            "reference": hold.case_number,
            "subject": hold.title,
            "subject_sort": fold(hold.title)[:200],
            "holder": hold.author,
            "issue_day": hold.valid_from.toordinal(),
            "deadline_day": NO_DEADLINE,
        }
        shown = {"basis": hold.basis, "records": kept_by(self.hold)}
        texts = {"subject": hold.title, "fields": f"{hold.case_number} {hold.basis} {hold.reason}"}
        return columns, shown, texts


@implementer(IBoxTokens)
@adapter(IHold)
class HoldTokens:
    """Active holds are the archivists' and leaders' to watch."""

    def __init__(self, hold):
        self.hold = hold

    def tokens(self):
        """See IBoxTokens."""
        agency = getUtility(IDirectory).agency_of(self.hold)
        if agency is None or state_of(self.hold) != "active":
            return []
        return [f"holds.active|{group_id(agency.id, function)}" for function in ("archivist", "leader")]


@implementer(IRowFacts)
@adapter(IRecord)
class HeldFacts:
    """``held``: how many holds bind the record itself."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        """See IRowFacts."""
        count = len(bound_by(self.record))
        return {"held": count} if count else {}


@implementer(IBadges)
@adapter(IRecord)
class HeldBadges:
    """The cases that bind the record, by itself or through a dossier."""

    def __init__(self, record):
        self.record = record

    def badges(self):
        """See IBadges."""
        cases = list(dict.fromkeys(binding.hold.case_number for binding in IHolds(self.record).bindings()))
        if not cases:
            return []
        title = _("badge_held", default="Tạm dừng hủy: ${cases}", mapping={"cases": ", ".join(cases)})
        return [Badge("warn", "shield-lock", title)]
