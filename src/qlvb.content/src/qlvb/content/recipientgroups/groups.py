"""Groups in an annotation of the agency."""

from dataclasses import dataclass
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.recipient_rules import check_recipients
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.documents.values import normalised
from qlvb.content.organisation.collections import AgencyCollection
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.recipientgroups.interfaces import IRecipientGroup
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from secrets import token_hex
from zope.component import adapter
from zope.interface import implementer


LONGEST_TITLE = 100
MOST_GROUPS, MOST_RECIPIENTS = 100, 200


@implementer(IRecipientGroup)
@dataclass(frozen=True)
class RecipientGroup:
    """See IRecipientGroup."""

    id: str
    title: str
    recipients: tuple
    by: str
    when: datetime


@implementer(IRecipientGroups)
@adapter(IAgency)
class RecipientGroups(AgencyCollection):
    """See IRecipientGroups."""

    annotation = "qlvb.recipient_groups"
    missing = Violation(
        "group", "group_unknown", _("violation_group_missing", default="Không có nhóm nơi nhận này.")
    )

    def save(self, title, recipients, by):
        title = " ".join(nfc(title).split()) if isinstance(title, str) else ""
        rows = normalised(IOutgoingSchema, {"recipients": recipients})["recipients"]
        former = next((group for group in self._kept.values() if fold(group.title) == fold(title)), None)
        violations = [*title_violations(title), *rows_violations(rows, self.agency)]
        if former is None and len(self._kept) >= MOST_GROUPS:
            message = _(
                "violation_groups_many", default="Đã có ${max} nhóm nơi nhận.", mapping={"max": str(MOST_GROUPS)}
            )
            violations.append(Violation("title", "too_many_groups", message))
        if violations:
            raise Refused(violations)
        return self.put(RecipientGroup(former.id if former else token_hex(5), title, tuple(rows), by, clock.now()))


def title_violations(title):
    """list of Violation of the name of a group (str). Pure."""
    if 0 < len(title) <= LONGEST_TITLE:
        return []
    longest = {"max": str(LONGEST_TITLE)}
    message = _("violation_group_title", default="Tên nhóm phải có từ 1 đến ${max} ký tự.", mapping=longest)
    return [Violation("title", "group_title", message)]


def rows_violations(rows, context):
    """list of Violation of the rows of a group; ``context``: the place whose value lists count."""
    if not isinstance(rows, (list, tuple)) or not 0 < len(rows) <= MOST_RECIPIENTS:
        most = {"max": str(MOST_RECIPIENTS)}
        message = _("violation_group_rows", default="Nhóm phải có từ 1 đến ${max} nơi nhận.", mapping=most)
        return [Violation("recipients", "group_rows", message)]
    return check_recipients(rows, context)
