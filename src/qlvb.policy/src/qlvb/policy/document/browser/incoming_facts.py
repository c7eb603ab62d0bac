"""Facts of an incoming document."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.text import show_number
from qlvb.policy.document.browser.facts import FactsPane
from qlvb.workflows.mailbox.interfaces import IOriginalLetter


YES = _("doc_yes", default="Có")


class IncomingFacts(FactsPane):
    """Văn bản đến."""

    @property
    def letter_sender(self):
        """Who sent the letter that the document came with, or ""."""
        letter = IOriginalLetter(self.record, None)
        return letter.sender if letter is not None else ""

    @property
    def letter_url(self):
        return f"{self.record.absolute_url()}/@@original-letter"

    @property
    def signed_scan(self):
        """When the agency signed the digitised copy of the paper, in words; "" where it did not."""
        files = IFileStore(self.record).files()
        moments = [stored.current.created for stored in files if stored.current.kind == "sealed"]
        if not self.record.paper or not moments:
            return ""
        mapping = {"moment": show_moment(max(moments))}
        return _("doc_scan_signed", default="đã ký số của cơ quan ngày ${moment}", mapping=mapping)

    def facts(self):
        record = self.record
        fact, shared = self.fact, self.shared()
        return [
            fact(
                "arrival_number",
                _("doc_fact_arrival_number", default="Số đến"),
                show_number(record.arrival_number),
                first=True,
            ),
            fact("arrival_date", _("doc_fact_arrival_date", default="Ngày đến"), self.day("arrival_date"), first=True),
            shared["reference"],
            shared["issue_date"],
            fact("agency", _("doc_fact_issuing_agency", default="Cơ quan ban hành"), record.issuing_body, first=True),
            shared["type"],
            shared["subject"],
            fact("signatory", _("doc_fact_signatory", default="Người ký"), record.signatory_name),
            fact("position", _("doc_fact_position", default="Chức vụ"), record.signatory_position),
            shared["urgency"],
            shared["secrecy"],
            fact("due", _("doc_fact_due", default="Hạn xử lý"), self.day("due_date"), first=True),
            fact(
                "proposal",
                _("doc_fact_proposal", default="Ý kiến đề xuất"),
                record.proposed_direction,
                kind="long",
                first=True,
            ),
            fact(
                "handler",
                _("doc_fact_proposed_handler", default="Người xử lý đề xuất"),
                self.name_of(record.proposed_handler),
            ),
            fact("to_places", _("doc_fact_to_places", default="Đơn vị hoặc người nhận"), record.to_places, kind="long"),
            shared["field_of_work"],
            fact("register", _("doc_fact_register_in", default="Sổ văn bản đến"), self.register),
            fact("extra", _("doc_fact_extra_number", default="Số phụ"), record.arrival_extra_number),
            fact("sheets", _("doc_fact_sheets", default="Số tờ"), self.count("sheet_count")),
            fact("copies", _("doc_fact_copies_in", default="Số bản"), self.count("copies_count")),
            shared["pages"],
            fact("paper", _("doc_fact_paper", default="Nhận bản giấy"), YES if record.paper_received else ""),
            fact("scan", _("doc_fact_scan", default="Bản số hóa"), self.signed_scan, first=True),
            fact(
                "channel",
                _("doc_fact_channel", default="Nguồn văn bản đến"),
                self.choice("qlvb.arrival_channels", "arrival_channel"),
            ),
            shared["language"],
            fact(
                "identifier",
                _("doc_fact_agency_identifier", default="Mã định danh nơi gửi"),
                record.issuing_body_identifier,
            ),
            fact("letter", _("letter_title", default="Thư gốc"), self.letter_sender, url=self.letter_url),
            fact("note", _("doc_fact_note_in", default="Ghi chú"), record.note, kind="long"),
        ]
