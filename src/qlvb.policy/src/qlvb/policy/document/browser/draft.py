"""Thêm VB đi: drafting an outgoing document, and changing a draft."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.fieldsofwork.closed import closed_violations
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.templates.filling import fill
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
from qlvb.policy.document.browser.documentform import Correction
from qlvb.policy.document.browser.documentform import DocumentForm
from qlvb.policy.document.browser.draftlayout import FIRST
from qlvb.policy.document.browser.draftlayout import LABELS
from qlvb.policy.document.browser.draftlayout import MORE
from qlvb.policy.document.browser.draftlayout import NAMES
from qlvb.policy.document.browser.draftlayout import ROUTE
from qlvb.policy.document.browser.filesinput import check_files
from qlvb.policy.document.browser.filesinput import ids
from qlvb.policy.document.browser.filesinput import missing_file
from qlvb.policy.document.browser.filesinput import sent
from qlvb.policy.document.browser.filesinput import store_files
from qlvb.policy.document.browser.formpage import told_together
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.pickers import dossier_options
from qlvb.policy.document.browser.recipientgroups import GroupChoice
from qlvb.policy.document.browser.recipients import BLANK_ROW
from qlvb.policy.document.browser.recipients import RecipientsGrid
from qlvb.policy.document.browser.records import visible_record
from qlvb.policy.document.browser.relatedfiles import RelatedFiles
from qlvb.policy.document.browser.relatedfiles import related_rows
from qlvb.policy.document.browser.scanfile import FromScan
from qlvb.policy.document.replying import reply_recipients
from qlvb.policy.document.replying import reply_subject
from qlvb.policy.document.templatefile import file_name
from qlvb.policy.document.templatefile import template_file
from qlvb.policy.document.templatevalues import values_for
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.renditions.interfaces import IConverter
from zope.component import getUtility
from zope.schema import getFieldNames


LONGEST_BODY = 100_000  # characters
FROM_TEMPLATE = _("doc_from_template", default="Tạo từ File mẫu")
FROM_SCAN = _("doc_from_scan", default="Từ bản quét")


class DraftForm(FromScan, DocumentForm):
    """Base of adding and editing."""

    template = ViewPageTemplateFile("templates/draft.pt")
    schema = IOutgoingSchema
    portal_type = "OutgoingDocument"
    names = NAMES
    first = FIRST
    more = MORE
    buttons = ("save", "hand_over", "submit")
    shell_section = "outgoing"
    document = None

    def changes(self, name):
        changes = {"label": api.portal.translate(LABELS[name])} if name in LABELS else {}
        if name == "field_of_work":
            changes = {**changes, "source": self.fields_source}
        return {**changes, "required": True} if name == "signatory" else changes

    @property
    def drafter_name(self):
        """Who drafts: the document's drafter, or whoever fills in the form."""
        return getUtility(IDirectory).person(self.document.drafter if self.document is not None else self.me).fullname

    @cached_property
    def copy_url(self):
        """Where a new draft begins like this document, or like the newest of one's own; "" when there is none."""
        uid = self.document.UID() if self.document is not None else newest_of_mine()
        agency = getUtility(IDirectory).agency_object(self.agency.id)
        return f"{agency.absolute_url()}/@@add-outgoing?copy={uid}" if uid else ""

    @cached_property
    def templates(self):
        """The agency's own templates: list of ITemplate."""
        return IAgencyTemplates(getUtility(IDirectory).agency_object(self.agency.id)).all()

    def made_file(self, document):
        """(file name, bytes) of the draft's file: from the agency's template that was chosen, else the decree's."""
        chosen = next((one for one in self.templates if one.id == self.request.form.get("template")), None)
        if chosen is None:
            return template_file(document, self.typed_body)
        return file_name(document.subject), fill(chosen.data(), values_for(document, self.typed_body))

    @property
    def typed_body(self):
        """tuple of str: paragraphs of the body as the author typed them into the form."""
        return tuple(filter(None, (line.strip() for line in nfc(str(self.request.form.get("body", ""))).splitlines())))

    @property
    def office_missing(self):
        """bool: nothing here makes PDF of office files."""
        return not getUtility(IConverter).available()

    @property
    def route_fields(self):
        return self.fields(ROUTE)

    @cached_property
    def recipient_groups(self):
        """The agency's groups of recipients, for the recipients' table."""
        return GroupChoice(getUtility(IDirectory).agency_object(self.agency.id))

    @cached_property
    def grid(self):
        return RecipientsGrid(self.form.widgets["recipients"], self.request)

    @property
    def answered(self):
        """The document that is answered, or None."""
        return visible_record(self.reply_uid())

    def read_recipients(self, document):
        """Nobody was typed in: those whom the file itself names (block "Nơi nhận") are taken over, and told."""
        act = IActs(document).get("read_recipients")
        if document.recipients or not act.relevant() or act.check({}):
            return
        result = IActs(document).perform("read_recipients")
        if result["added"]:
            api.portal.show_message(result["message"], self.request)

    def with_rows(self, content):
        """``content`` with one blank row at the end of the recipients, for browsers without a script."""
        return {**content, "recipients": [*(content.get("recipients") or ()), dict(BLANK_ROW)]}

    def check(self, data, has_file):
        """Violations of what only the form demands: file and signatory (other ways in may bring them later)."""
        violations = check_files(self.request.form)
        if self.from_scan:
            violations.extend(self.scan.violations)
        elif not has_file and not self.from_template and not sent(self.request.form, "file"):
            violations.append(missing_file())
        if self.from_template:
            violations.extend(body_violations(self.typed_body))
        if not data.get("signatory"):
            message = _("doc_signatory_missing", default="Chưa chọn “Người ký văn bản”.")
            violations.append(Violation("signatory", "field_missing", message))
        return violations

    @property
    def related_source(self):
        """Where the rows of other documents come from while they are being chosen."""
        return f"{api.portal.get().absolute_url()}/@@related-files?uids="

    @property
    def related_table(self):
        """str: the files of the documents that are linked when the form is opened."""
        return RelatedFiles(self.context, self.request).table(rows=related_rows(self.linked))

    @property
    def from_template(self):
        """bool: the file is to be made from the template (File mẫu)."""
        return self.request.form.get("source") == "template" and not sent(self.request.form, "file")

    def target(self, document):
        """After "Chuyển lãnh đạo" and "Chuyển chuyên viên" the document opens with the dialog of that act."""
        url = document.absolute_url()
        act = {"submit": submit_act, "hand_over": lambda ignored: "hand_over_draft"}.get(self.button)
        return f"{url}?act={act(document)}" if act is not None else url


def newest_of_mine():
    """UID of the outgoing document that the person drafted last, or ""."""
    rows = getUtility(IListing).query("outgoing.mine", sort="-created", size=1).rows
    return rows[0].uid if rows else ""


def submit_act(document):
    """Id of the act that passes the draft on: resubmit after a return, else submit."""
    act = IActs(document).get("resubmit")
    return "resubmit" if act is not None and act.relevant() else "submit"


def body_violations(paragraphs):
    """list of Violation of a body that was typed into the form (pure)."""
    if sum(map(len, paragraphs)) > LONGEST_BODY:
        mapping = {"limit": str(LONGEST_BODY)}
        message = _("doc_body_long", default="Nội dung dài quá ${limit} ký tự: hãy soạn trong tệp.", mapping=mapping)
        return [Violation("body", "too_long", message)]
    return []


class AddOutgoing(DraftForm):
    """``@@add-outgoing`` of an agency; ``?in_reply_to=<UID>`` answers, ``?copy=<UID>`` starts like another."""

    title = _("doc_add_outgoing", default="Thêm VB đi")

    @cached_property
    def model(self):
        """The document that this one starts like, or None."""
        found = visible_record(str(self.request.form.get("copy", "")))
        return found if found is not None and found.portal_type == "OutgoingDocument" else None

    def content(self):
        me = getUtility(IDirectory).main_post(self.me, self.agency.id)
        content = {"drafting_unit": me.department if me else ""}
        if self.model is not None:
            content |= {name: getattr(self.model, name) for name in NAMES}
        answered = self.answered
        if answered is not None and self.model is None:
            content |= {"subject": reply_subject(answered), "urgency": answered.urgency}
            content["recipients"] = reply_recipients(answered)
        return self.with_rows(content)

    def reply_uid(self):
        return str(self.request.form.get("in_reply_to", ""))[:64]

    def related_uids(self):
        if self.model is not None:
            return list(self.model.related_documents)
        return [self.reply_uid()] if self.reply_uid() else []

    @cached_property
    def dossier_field(self):
        """The open dossiers, or None when the agency has none."""
        options = dossier_options(self.context)
        if not options:
            return None
        wanted = ids(self.request.form, "dossiers")
        chosen = tuple(option for option in options if option.id in wanted)
        label = api.portal.translate(_("doc_dossier_of", default="Lưu vào hồ sơ"))
        return Field(
            name="dossiers", label=label, kind="picker", size="full", multiple=True, options=options, chosen=chosen
        )

    @property
    def annexes(self):
        return []

    @property
    def main(self):
        return None

    def save(self, data):
        if (made := self.made_before()) is not None:
            return made
        violations = self.check(data, has_file=False) + closed_violations(self.agency.id, data)
        with told_together(violations):
            given = {name: value for name, value in data.items() if value not in ("", None, [])}
            given |= self.links() | {"in_reply_to": self.reply_uid()}
            document = getUtility(IDocumentFactory).create("OutgoingDocument", self.agency.id, given, by=self.me)
        store_files(document, self.request.form, self.me)
        self.read_recipients(document)
        if self.from_scan:
            name = file_name(document.subject, ".pdf")
            IFileStore(document).add("main", name, self.scan.data, self.me, note=api.portal.translate(FROM_SCAN))
            self.my_scans.put_away(self.scan.paths)
        elif self.from_template:
            filename, data = self.made_file(document)
            IFileStore(document).add("main", filename, data, self.me, note=api.portal.translate(FROM_TEMPLATE))
        if dossiers := ids(self.request.form, "dossiers"):
            IActs(document).perform("file", {"dossiers": dossiers})
        self.remember(document)
        api.portal.show_message(_("doc_draft_saved", default="Đã lưu dự thảo."), self.request)
        return document


class EditOutgoing(Correction, DraftForm):
    """``edit`` of a draft: the same form, with new versions of its file."""

    title = _("doc_edit_outgoing", default="Sửa dự thảo")
    dossier_field = None

    def content(self):
        return self.with_rows({name: getattr(self.context, name) for name in getFieldNames(IOutgoingSchema)})

    def reply_uid(self):
        return self.context.in_reply_to

    def save(self, data):
        violations = self.check(data, has_file=self.main is not None)
        with told_together(violations):
            self.change(data)
        return self.store()
