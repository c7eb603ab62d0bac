"""What a case says of itself: what it keeps and who can release it, and after its release what it kept."""

from dataclasses import replace
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.holds.bindings import kept_by
from qlvb.content.holds.interfaces import IHold
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.states import state_of
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IStanding)
@adapter(IHold)
class HoldStanding:
    """While it is in force it waits for the archivist, since the day from which it holds."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        """See IStanding."""
        record, found = self.record, StateStanding(self.record).standing()
        directory = getUtility(IDirectory)
        mapping = {"count": str(kept_by(record)), "day": show_date(found.since.date())}
        if state_of(record) != "active":
            sentence = _(
                "standing_hold_released",
                default="Đã giải tỏa ngày ${day}, sau khi giữ ${count} hồ sơ, văn bản; vụ việc được lưu để tra cứu.",
                mapping=mapping,
            )
            return replace(found, sentence=sentence)
        holders = directory.holders(directory.agency_of(record).id, "archivist")
        mapping |= {
            "who": ", ".join(name_of(userid) for userid in holders) or "…",
            "day": show_date(record.valid_from),
            "basis": record.basis,
        }
        sentence = _(
            "standing_hold_active",
            default="Giữ nguyên ${count} hồ sơ, văn bản từ ngày ${day} theo ${basis}; ${who} (lưu trữ) giải tỏa khi vụ "
            "việc kết thúc.",
            mapping=mapping,
        )
        since = datetime.combine(record.valid_from, datetime.min.time(), clock.VIETNAM)
        return replace(
            found,
            sentence=sentence,
            kind="active",
            holders=list(holders),
            since=since,
            days=(clock.today() - record.valid_from).days,
        )
