"""Paper that is up for destruction is read in the archive, not lent out."""

from qlvb.content import _
from qlvb.content.disposals.twins import proposed_in
from qlvb.content.interfaces import IRecord
from qlvb.content.readings.interfaces import IMustStay
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.interface import implementer


RULE = "TT 05/2025/TT-BNV Điều 48-50"


@implementer(IMustStay)
@adapter(IRecord)
class UnderDisposal:
    """A live disposal has the record on its list."""

    def __init__(self, record):
        self.record = record

    def violations(self):
        """See IMustStay."""
        if proposed_in(self.record) is None:
            return []
        message = _("violation_reading_disposal", default="Hồ sơ đang được xét hủy: đọc được, không cho mượn giấy ra.")
        return [Violation("record", "under_disposal", message, RULE)]
