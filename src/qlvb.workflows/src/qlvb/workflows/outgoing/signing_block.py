"""Trả lại sửa khối chữ ký: what somebody does who signs in another's place while the draft prints the other's name.

Phụ lục I Mục II.7 NĐ 30/2020: position and name are those of who signs, below TM., KT., TL., TUQ. as his capacity is;
so the draft has to be corrected before it is signed, for a signed file is never rewritten.
"""

from qlvb.content import _
from qlvb.content.organisation.capacity import allowed_capacities
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.capacities import block_of
from qlvb.workflows.outgoing.capacities import offered
from qlvb.workflows.outgoing.capacities import position_of
from qlvb.workflows.outgoing.inputs import IBlockInput
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


REASON = _(
    "outgoing_block_reason",
    default="Khối chữ ký ghi tên ${giver}, người ký là ${person}. Sửa thành: ${block} (NĐ 30/2020 Phụ lục I Mục II.7).",
)


class ReturnForBlock(OutgoingAct):
    """One press: back to the drafter with the block that is right; who returns it is the signer from now on where his
    post lets him sign in that capacity.
    """

    id = "return_for_block"
    title = _("act_return_for_block", default="Trả lại sửa khối chữ ký")
    description = _(
        "act_return_for_block_help",
        default="Trả người soạn kèm khối chữ ký đúng thẩm quyền, chức vụ và tên của anh/chị; "
        "trình lại thì đến anh/chị ký.",
    )
    schema = IBlockInput
    permission = "qlvb: Sign"
    states = ("to_sign",)
    order = 32

    def relevant(self):
        return super().relevant() and bool(self.actor.on_behalf) and self.actor.may_sign and bool(self.capacities)

    @property
    def capacities(self):
        """dict capacity -> PostInfo of the actor."""
        return offered(self.actor, self.agency)

    def defaults(self):
        return {"capacity": next(iter(self.capacities))} if self.capacities else {}

    def rules(self, data):
        if not self.actor.on_behalf or not self.actor.may_sign or not self.capacities:
            yield self.missing_right()

    def execute(self, data):
        capacity, post = data["capacity"], self.capacities[data["capacity"]]
        directory, by = getUtility(IDirectory), self.actor.userid
        mapping = {
            "giver": directory.person(self.actor.on_behalf).fullname,
            "person": directory.person(by).fullname,
            "block": block_of(self.actor, self.agency, post, capacity),
        }
        if capacity in allowed_capacities(self.agency, post):
            self.record.signatory, self.record.signing_capacity = by, capacity
            self.record.signatory_name, self.record.signatory_position = mapping["person"], position_of(post)
        reason = translate(Message(REASON, mapping=mapping), target_language="vi")
        result = self.move("returned", "rework", self.record.drafter, reason, reason)
        return {**result, "block": mapping["block"], "comment": reason}

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": result["comment"]}
