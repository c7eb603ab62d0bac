"""Facts of an outgoing document; labels and order of the forms that clerks use today."""

from plone import api
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.text import show_number
from qlvb.policy.document.browser.facts import FactsPane
from qlvb.policy.document.browser.records import visible_record
from qlvb.policy.document.browser.vocabulary import title_of
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.publication.interfaces import SCOPES
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.tasks.family import children_of
from zope.component import getUtility


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
            fact("drafter", _("doc_fact_drafter", default="Người soạn thảo"), self.name_of(record.drafter), first=True),
            fact("unit", _("doc_fact_unit", default="Đơn vị thảo"), self.unit(), first=True),
            fact("creator", _("doc_fact_creator", default="Người nhập"), self.name_of(record.Creator())),
            fact(
                "legal_kind",
                _("doc_fact_legal_kind", default="Loại văn bản QPPL"),
                self.choice("qlvb.legal_kinds", "legal_kind") if record.legal_kind else "",
            ),
            fact(
                "answers_superior",
                _("doc_fact_answers_superior", default="Là VB trả lời cấp trên"),
                YES if self.answers_superior() else "",
            ),
            fact("retained_by", _("doc_fact_retained_by", default="Nơi nhận bản lưu"), record.retained_by),
            fact("answers", _("doc_fact_is_reply", default="Là văn bản trả lời"), YES if record.in_reply_to else ""),
            *self.filed(),
            *self.steering(),
            fact(
                "watched",
                _("doc_fact_watched", default="Theo dõi văn bản này"),
                YES if getUtility(IMarks).of(api.user.get_current().getId(), record.UID()).followed else "",
                url="#doc-mark",
            ),
            *self.whole_text(),
            *self.kept(),
            fact("copies", _("doc_fact_copies", default="Số bản phát hành"), self.count("issued_copies")),
            *self.filed_on(),
            fact(
                "identifier", _("doc_fact_identifier", default="Mã định danh văn bản"), record.issuing_body_identifier
            ),
            fact("note", _("doc_fact_note", default="Ý kiến người soạn"), record.note, kind="long"),
            fact(
                "recipients",
                _("doc_fact_recipients", default="Nơi nhận văn bản"),
                self.recipients(),
                kind="list",
                first=True,
            ),
            fact("capacity", _("doc_fact_capacity", default="Thẩm quyền ký"), self.capacity()),
            shared["urgency"],
            shared["secrecy"],
            fact("reply_due", _("doc_fact_reply_due", default="Hạn trả lời"), self.day("reply_due_date"), first=True),
            fact("circulation", _("doc_fact_circulation", default="Phạm vi lưu hành"), self.circulation()),
            shared["pages"],
            shared["language"],
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
        return unit.title_on(self.record.issue_date) if unit else ""

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

    def answers_superior(self):
        """bool: it answers a document of the agency above."""
        own = self.directory.agency_of(self.record)
        above = self.directory.agency(own.parent) if own is not None and own.parent else None
        answered = self.answered
        if above is None or answered is None:
            return False
        if above.identifier and answered.issuing_body_identifier:
            return answered.issuing_body_identifier == above.identifier
        return answered.issuing_body == above.title

    def steering(self):
        """What follows from it: tasks that were given, of which it is then a document of steering."""
        tasks = len(children_of(self.record))
        shown = tasks or IPublication(self.record).shown(SCOPES)
        given = _("doc_fact_tasks_given", default="${count} nhiệm vụ", mapping={"count": str(tasks)}) if tasks else ""
        return [
            self.fact("steers", _("doc_fact_steers", default="Là VB chỉ đạo điều hành"), YES if shown else ""),
            self.fact(
                "replaces", _("doc_fact_replaces", default="Là văn bản thay thế / văn bản thu hồi"), self.superseding()
            ),
            self.fact(
                "tasks_given",
                _("doc_fact_assigned", default="Phân công thực hiện văn bản chỉ đạo"),
                given,
                url=f"{self.url}/@@given-tasks",
            ),
        ]

    def superseding(self):
        """Reference of the document in whose place this one came, as far as the reader may view it; "" for none."""
        uid = self.record.UID()
        linked = (visible_record(one) for one in self.record.related_documents or ())
        for document in linked:
            if not IOutgoingDocument.providedBy(document):
                continue
            if any(change.successor_uid == uid for change in IChanges(document).effective()):
                return document.reference or document.Title()
        return ""

    def whole_text(self):
        """The file that is read as the document."""
        readable = IFileStore(self.record).readable()
        if readable is None:
            return []
        stored, version = readable
        url = f"{self.url}/@@file/{stored.id}/{version.number}?download=1"
        label = _("doc_fact_whole_text", default="Tệp chứa nội dung toàn văn")
        return [self.fact("whole_text", label, version.filename, url=url)]

    def kept(self):
        """Where the original lies: the box of its dossier's paper, else with the files of the system once issued."""
        places = (getUtility(IPlaces).of(dossier) for dossier, _order in self.dossiers)
        place = next((place.label for place in places if place), "")
        if not place and self.record.issue_date:
            place = _("doc_fact_kept_here", default="Bản điện tử trong hệ thống")
        return [self.fact("kept", _("doc_fact_kept", default="Nơi lưu bản chính"), place)]

    def filed_on(self):
        if not self.dossiers:
            return []
        item = IDossierContents(self.dossiers[0][0]).item_of(self.record)
        return [self.fact("filed_on", _("doc_fact_filed_on", default="Ngày lưu"), show_date(item.when.date()))]

    def recipients(self):
        """One line per recipient: name and purpose."""
        lines = []
        for row in self.record.recipients or ():
            purpose = self.word(title_of("qlvb.recipient_purposes", row.get("purpose"), self.record))
            lines.append(f"{row['name']} ({purpose[:1].lower()}{purpose[1:]})" if purpose else row["name"])
        return tuple(lines)
