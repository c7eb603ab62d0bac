"""Phát hành: number, day, agency signature, register line and sending in one press (B11; NĐ 30/2020 Điều 14 đến 19)."""

from qlvb.content import _
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outgoing.inputs import INumberInput
from qlvb.workflows.outgoing.issuing import Issue
from qlvb.workflows.outgoing.issuing import issue_rules
from qlvb.workflows.outgoing.numbering import held_numbers
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.preview import of_number_kept
from qlvb.workflows.outgoing.preview import of_seal
from qlvb.workflows.outgoing.preview import of_sending
from qlvb.workflows.outgoing.sealing import seal_violations


class IssueAtOnce(Issue):
    """All that is left to be done, whole or not at all: if a guard or the signing service says no, no number is taken.

    A document that was numbered by a single step keeps its number and goes on from there.
    """

    id = "issue_at_once"
    title = _("act_outgoing_issue_at_once", default="Phát hành")
    description = _(
        "act_outgoing_issue_at_once_help",
        default="Cấp số, ghi ngày, đóng dấu, vào sổ và gửi các nơi nhận trong một lần; có lỗi thì không lấy số.",
    )
    states = ("to_issue", "numbered")
    order = 9

    @property
    def schema(self):
        """Nothing is asked for, unless a number is to be taken and some are held."""
        return INumberInput if self.state == "to_issue" and held_numbers(self.record) else None

    def relevant(self):
        """A sealed document has one step left, which has its own button."""
        return super().relevant() and not self.is_sealed()

    def serialise(self):
        return self.lock_of_register() if self.state == "to_issue" else None

    def rules(self, data):
        if self.is_sealed():
            message = _("violation_already_sealed", default="Văn bản đã được đóng dấu.")
            yield self.violation("already_sealed", message)
            return
        if self.state == "to_issue":
            yield from self.numbering_violations()
        if official_version(self.record) is not None:
            yield from seal_violations(self.record, self.agency.id, data is not None)
        yield from issue_rules(self.record)

    def preview(self):
        number = self.preview_number() if self.state == "to_issue" else of_number_kept(self.record)
        return (*number, *of_seal(self.record, self.agency), *of_sending(self.record))

    def execute(self, data):
        number = {}
        if self.state == "to_issue":
            number = self.take_number((data or {}).get("reserved"))
            fire(self.record, "number")
        annexes = self.seal()
        return {**number, "annexes": annexes, **super().execute(data), "did": "issue"}
