"""Disposal in the words of the journal."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.journal.wording import Wording
from qlvb.content.journal.wording import person_name
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IJournalWording)
class ByDetail:
    """One sentence per value of a part of the entry (``name``), ``otherwise`` for entries that lack it or ``needs``:
    older ones say less.
    """

    def __init__(self, name, messages, otherwise, needs=""):
        self.name = name
        self.messages = messages
        self.otherwise = otherwise
        self.needs = needs

    def sentence(self, entry):
        """See IJournalWording."""
        known = not self.needs or entry.detail.get(self.needs)
        message = self.messages.get(entry.detail.get(self.name), self.otherwise) if known else self.otherwise
        return Wording(message).sentence(entry)


class OfMember(Wording):
    """A sentence that names a member of the council."""

    def sentence(self, entry):
        """See IJournalWording."""
        said = super().sentence(entry)
        return Message(said, mapping={**said.mapping, "name": person_name(entry.detail.get("member", ""))})


proposed = Wording(_("journal_disposal_proposed", default="đã đưa vào danh mục hết giá trị “${title}”"))
left = Wording(_("journal_disposal_left", default="đã đưa ra khỏi danh mục hết giá trị “${title}”: ${reason}"))
destroyed = Wording(_("journal_destroyed", default="đã tiêu hủy nội dung theo Quyết định số ${decision}"))
certified = Wording(_("journal_disposal_certified", default="đã lập giấy chứng nhận tiêu hủy"))
explain = Wording(_("journal_act_edit_explanation", default="đã sửa bản thuyết minh"))
add = Wording(_("journal_act_add_items", default="đã thêm vào danh mục hết giá trị"))
take_out = Wording(_("journal_act_take_out", default="đã đưa ra khỏi danh mục: ${comment}"))
convene = Wording(_("journal_act_convene", default="đã trình Hội đồng"))
vote = ByDetail(
    "choice",
    {
        "destroy": _("journal_act_vote_destroy", default="đã biểu quyết đồng ý hủy ${codes}: ${comment}"),
        "keep": _("journal_act_vote_keep", default="đã biểu quyết giữ lại ${codes}: ${comment}"),
    },
    _("journal_act_vote", default="đã biểu quyết: ${comment}"),
    needs="codes",
)
tie = ByDetail(
    "choice",
    {
        "destroy": _(
            "journal_act_settle_destroy", default="đã quyết định hủy khi số phiếu bằng nhau ${codes}: ${comment}"
        ),
        "keep": _(
            "journal_act_settle_keep", default="đã quyết định giữ lại khi số phiếu bằng nhau ${codes}: ${comment}"
        ),
    },
    _("journal_act_settle_tie", default="đã quyết định khi số phiếu bằng nhau: ${comment}"),
    needs="codes",
)
absence = OfMember(_("journal_act_record_absence", default="đã ghi nhận ${name} vắng mặt: ${comment}"))
presence = Wording(_("journal_act_end_absence", default="đã bỏ ghi nhận vắng mặt của ${member}"))
conclude = Wording(_("journal_act_conclude", default="đã chốt biên bản họp Hội đồng"))
opinion = Wording(_("journal_act_record_opinion", default="đã ghi nhận ý kiến của cơ quan có thẩm quyền"))
decide = ByDetail(
    "paper",
    {True: _("journal_act_decide_paper", default="đã quyết định hủy, số ${number}, xác nhận bản quét của bản giấy")},
    _("journal_act_decide", default="đã quyết định hủy, số ${number}"),
)
execute = Wording(_("journal_act_execute_disposal", default="đã giao thực hiện tiêu hủy"))
undo = Wording(_("journal_act_undo_execution", default="đã hoàn tác việc tiêu hủy: ${comment}"))
cancel = Wording(_("journal_act_cancel_disposal", default="đã hủy bỏ đợt xét hủy: ${comment}"))
refuse = Wording(_("journal_act_refuse_disposal", default="không đồng ý hủy: ${comment}"))
spare = Wording(_("journal_act_spare_items", default="đã giữ lại, không hủy ${codes}: ${comment}"))
retry = Wording(_("journal_act_retry_execution", default="đã cho tiếp tục tiêu hủy sau khi khắc phục lỗi"))
