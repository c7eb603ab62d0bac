"""Phát hành: number, day, agency signature, register line and sending in one press (B11; NĐ 30/2020 Điều 14 đến 19)."""

from qlvb.content import _
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.localsigning.route import ILocalTick
from qlvb.workflows.localsigning.route import brought
from qlvb.workflows.localsigning.route import has_remote_key
from qlvb.workflows.localsigning.route import is_on_device
from qlvb.workflows.localsigning.route import journal_route
from qlvb.workflows.localsigning.route import offered as offered_locally
from qlvb.workflows.localsigning.route import route_violations
from qlvb.workflows.outgoing.inputs import INumberInput
from qlvb.workflows.outgoing.inputs import INumberLocallyInput
from qlvb.workflows.outgoing.issuing import Issue
from qlvb.workflows.outgoing.issuing import issue_rules
from qlvb.workflows.outgoing.numbering import held_numbers
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.preview import of_number_kept
from qlvb.workflows.outgoing.preview import of_seal
from qlvb.workflows.outgoing.preview import of_sending
from qlvb.workflows.outgoing.sealing import seal_violations
from qlvb.workflows.outgoing.sealing import sheets_to_seal
from qlvb.workflows.outgoing.sealing import take_sealed
from zope.interface import implementer


HELP = _(
    "act_outgoing_issue_at_once_help",
    default="Cấp số, ghi ngày, đóng dấu, vào sổ và gửi các nơi nhận trong một lần; có lỗi thì không lấy số.",
)
LOCAL_HELP = _(
    "act_outgoing_issue_locally_help",
    default="Cấp số, ghi ngày, đóng dấu bằng USB token trên máy này, vào sổ và gửi các nơi nhận. Nếu chưa đóng dấu "
    "được thì số vẫn giữ trên văn bản.",
)


@implementer(ISignsLocally)
class IssueAtOnce(Issue):
    """All that is left to be done, whole or not at all: if a guard or the signing service says no, no number is taken.

    A document that was numbered by a single step keeps its number and goes on from there. With the agency's token in
    the clerk's own machine the number has to be on the file before it is given out, so it is taken by itself first
    (``goes_first``): if nothing comes back, the document waits, numbered, to be sealed.
    """

    id = "issue_at_once"
    title = _("act_outgoing_issue_at_once", default="Phát hành")
    states = ("to_issue", "numbered")
    order = 9

    @property
    def description(self):
        """See IAct."""
        if is_on_device(self.agency.id, "issue"):
            return LOCAL_HELP
        return HELP

    @property
    def schema(self):
        """Nothing is asked for, unless a number is to be taken and some are held, or the clerk may seal on his own
        machine.
        """
        held = self.state == "to_issue" and held_numbers(self.record)
        if offered_locally(self.agency.id, "issue"):
            return INumberLocallyInput if held else ILocalTick
        return INumberInput if held else None

    @property
    def goes_first(self):
        """Id of the act that is done before a file can be given out to be sealed, "" for none."""
        return "number" if self.state == "to_issue" else ""

    def defaults(self):
        return {"vgca": not has_remote_key(agency_id=self.agency.id)} if "vgca" in (self.schema or ()) else {}

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
        if data is not None:
            yield from route_violations(data, agency_id=self.agency.id)

    def preview(self):
        number = self.preview_number() if self.state == "to_issue" else of_number_kept(self.record)
        return (*number, *of_seal(self.record, self.agency), *of_sending(self.record))

    def local_sheets(self, data):
        """See ISignsLocally: the numbered file, then each separate annex."""
        if self.state != "numbered":
            raise refusal("local_number_first", "vgca")
        return sheets_to_seal(self.record, self.agency.id)

    def execute(self, data):
        if brought():
            annexes = take_sealed(self.record, brought(), self.actor.userid)
            return {"annexes": annexes, **super().execute(data), "did": "issue"}
        number = {}
        if self.state == "to_issue":
            number = self.take_number((data or {}).get("reserved"))
            fire(self.record, "number")
        annexes = self.seal()
        return {**number, "annexes": annexes, **super().execute(data), "did": "issue"}

    def detail(self, data, result):
        return {**super().detail(data, result), **journal_route()}
