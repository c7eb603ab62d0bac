"""Facts of an outgoing document; labels and order of the forms that clerks use today."""

from qlvb.content import _
from qlvb.policy.document.browser.facts import FactsPane
from qlvb.policy.document.browser.vocabulary import title_of
from qlvb.policy.document.format import show_number


YES = _("doc_yes", default="Có")


class OutgoingFacts(FactsPane):
    """Văn bản đi."""

    def facts(self):
        record = self.record
        fact, shared = self.fact, self.shared()
        return [
            shared["reference"],
            shared["issue_date"],
            fact("symbol", _("doc_fact_symbol", default="Ký hiệu văn bản"), record.document_symbol, kind="reference"),
            shared["field_of_work"],
            shared["type"],
            fact("register", _("doc_fact_register_out", default="Sổ văn bản đi"), self.register),
            fact("number", _("doc_fact_number", default="Số thứ tự theo sổ"), show_number(record.document_number)),
            fact("agency", _("doc_fact_issuing_body", default="Đơn vị ban hành"), record.issuing_body),
            shared["subject"],
            fact("signatory", _("doc_fact_signatory", default="Người ký"), self.signatory(), first=True),
            fact("position", _("doc_fact_position", default="Chức vụ"), self.position(), first=True),
            fact("capacity", _("doc_fact_capacity", default="Thẩm quyền ký"), self.capacity()),
            fact("drafter", _("doc_fact_drafter", default="Người soạn thảo"), self.name_of(record.drafter), first=True),
            fact("unit", _("doc_fact_unit", default="Đơn vị thảo"), self.unit(), first=True),
            fact("creator", _("doc_fact_creator", default="Người nhập"), self.name_of(record.Creator())),
            shared["urgency"],
            shared["secrecy"],
            fact("reply_due", _("doc_fact_reply_due", default="Hạn trả lời"), self.day("reply_due_date"), first=True),
            fact("answers", _("doc_fact_is_reply", default="Là văn bản trả lời"), YES if record.in_reply_to else ""),
            fact("retained_by", _("doc_fact_retained_by", default="Nơi nhận bản lưu"), record.retained_by),
            *self.filed(),
            fact("circulation", _("doc_fact_circulation", default="Phạm vi lưu hành"), self.circulation()),
            shared["pages"],
            fact("copies", _("doc_fact_copies", default="Số bản phát hành"), self.count("issued_copies")),
            fact(
                "identifier", _("doc_fact_identifier", default="Mã định danh văn bản"), record.issuing_body_identifier
            ),
            shared["language"],
            fact("note", _("doc_fact_note", default="Ý kiến người soạn"), record.note, kind="long"),
            fact(
                "recipients",
                _("doc_fact_recipients", default="Nơi nhận văn bản"),
                self.recipients(),
                kind="list",
                first=True,
            ),
        ]

    def signatory(self):
        return self.record.signatory_name or self.name_of(self.record.signatory)

    def position(self):
        return self.record.signatory_position or self.post_of(self.record.signatory)

    def capacity(self):
        if not self.record.signing_capacity:
            return ""
        return self.choice("qlvb.capacities", "signing_capacity")

    def circulation(self):
        return "" if self.record.circulation == "none" else self.choice("qlvb.circulations", "circulation")

    def unit(self):
        agency = self.directory.agency_of(self.record)
        unit = (
            self.directory.department(agency.id, self.record.drafting_unit)
            if agency and self.record.drafting_unit
            else None
        )
        return unit.title if unit else ""

    def filed(self):
        """Mã, tên hồ sơ lưu and the order number, for the first dossier; the others are in the dossiers' own block."""
        if not self.dossiers:
            return []
        dossier, order = self.dossiers[0]
        return [
            self.fact(
                "dossier_code", _("doc_fact_dossier_code", default="Mã hồ sơ lưu"), dossier.code, kind="reference"
            ),
            self.fact(
                "dossier", _("doc_fact_dossier", default="Tên hồ sơ lưu"), dossier.Title(), url=dossier.absolute_url()
            ),
            self.fact(
                "dossier_order", _("doc_fact_dossier_order", default="Số thứ tự trong hồ sơ"), show_number(order)
            ),
        ]

    def recipients(self):
        """One line per recipient: name and purpose."""
        lines = []
        for row in self.record.recipients or ():
            purpose = self.word(title_of("qlvb.recipient_purposes", row.get("purpose"), self.record))
            lines.append(f"{row['name']} ({purpose[:1].lower()}{purpose[1:]})" if purpose else row["name"])
        return tuple(lines)
