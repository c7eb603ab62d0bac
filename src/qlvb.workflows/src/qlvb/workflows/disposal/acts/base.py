"""What the acts of a disposal share."""

from qlvb.content import _
from qlvb.content.disposals.interfaces import MANAGE
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.disposal.passwords import CODE
from zope.component import getUtility


class DisposalAct(Act):
    """Base. ``sheet``: of the disposal; ``agency``: its AgencyInfo."""

    permission = MANAGE
    conflict_codes = Act.conflict_codes | {"incomplete", "votes_missing", "tie", "no_items", "no_key"}

    @property
    def sheet(self):
        return ISheet(self.record)

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.record)

    def wrong_state(self):
        message = _(
            "violation_disposal_wrong_state",
            default="Không thực hiện được “${act}” khi đợt xét hủy ở trạng thái “${state}”.",
            mapping={"act": self.title, "state": title_of_state(self.record)},
        )
        return self.violation("wrong_state", message)

    def status_of(self, violations):
        """A wrong password and a second duty are answered with 403, whatever else is wrong."""
        codes = {violation.code for violation in violations}
        return 403 if codes & {CODE, "same_person", "not_head", "not_member"} else super().status_of(violations)

    def detail(self, data, result):
        """The password is nobody's to read: the journal takes what each act names."""
        said = super().detail({key: value for key, value in data.items() if key != "password"}, result)
        return {**said, **({"comment": data["why"]} if data.get("why") else {})}
