"""Thêm mới văn bản đến: registering what came on paper or by e-mail, and correcting it."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import ALLOWED
from qlvb.content.files.kinds import KINDS
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.actfields import quick_days
from qlvb.policy.document.browser.filesinput import check_files
from qlvb.policy.document.browser.filesinput import ids
from qlvb.policy.document.browser.filesinput import sent
from qlvb.policy.document.browser.filesinput import store_files
from qlvb.policy.document.browser.formpage import FormPage
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.pickers import document_option
from qlvb.policy.document.browser.records import visible_record
from qlvb.workflows.incoming.paper import register_paper
from zope.component import getUtility


FIRST = (
    ("subject", "full"),
    ("issuing_body", "half"),
    ("document_type", "half"),
    ("original_number", "quarter"),
    ("document_symbol", "quarter"),
    ("issue_date", "quarter"),
    ("arrival_date", "quarter"),
    ("urgency", "third"),
    ("secrecy", "third"),
    ("arrival_channel", "third"),
    ("due_date", "full"),
    ("proposed_direction", "full"),
)
MORE = (
    ("arrival_extra_number", "quarter"),
    ("sheet_count", "quarter"),
    ("copies_count", "quarter"),
    ("page_count", "quarter"),
    ("paper_received", "half"),
    ("language", "half"),
    ("signatory_name", "half"),
    ("signatory_position", "half"),
    ("field_of_work", "half"),
    ("issuing_body_identifier", "half"),
    ("note", "full"),
)
NAMES = tuple(name for name, *_rest in FIRST + MORE)
#: What registration demands (NĐ 30/2020 Điều 22); marked on the form, demanded by the act "Tiếp nhận".
MARKED = ("issuing_body", "document_type", "issue_date", "arrival_date")


class ReceiveForm(FormPage):
    """Base of adding and correcting."""

    template = ViewPageTemplateFile("templates/receive.pt")
    schema = IIncomingSchema
    names = NAMES
    buttons = ("save", "accept")
    shell_section = "incoming"

    @cached_property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    def changes(self, name):
        if name in MARKED:
            marked = {"required": True}
            source = f"{api.portal.get().absolute_url()}/@agencies?text="
            return {**marked, "source": source} if name == "issuing_body" else marked
        if name == "due_date":
            return {"quick": quick_days(self.request, self.context)}
        return {}

    @property
    def first_fields(self):
        return self.fields(FIRST)

    @property
    def more_fields(self):
        return self.fields(MORE)

    @property
    def more_open(self):
        return bool(self.broken & {name for name, *_rest in MORE})

    @cached_property
    def linked(self):
        uids = ids(self.request.form, "related_documents") if self.request.method == "POST" else self.related_uids()
        return [record for uid in uids if (record := visible_record(uid)) is not None]

    @property
    def related_field(self):
        return Field(
            name="related_documents",
            label=api.portal.translate(_("doc_related_list", default="Danh sách văn bản liên quan")),
            kind="picker",
            size="full",
            multiple=True,
            source=f"{api.portal.get().absolute_url()}/@@pick-document?text=",
            chosen=tuple(document_option(record) for record in self.linked),
        )

    def values_to_store(self, data):
        """``data`` with what follows from it: the identifier of an issuing body that the site knows."""
        if data.get("issuing_body") and not data.get("issuing_body_identifier"):
            known = {agency.title: agency.identifier for agency in getUtility(IDirectory).agencies()}
            data = {**data, "issuing_body_identifier": known.get(data["issuing_body"].strip(), "")}
        return data

    def role_of_upload(self):
        """Role of the scan: what can become a PDF is the main file; anything else is kept as received."""
        names = [upload.filename.lower() for upload in sent(self.request.form, "file")]
        endings = tuple(ending for kind in ALLOWED["main"] for ending in KINDS[kind].extensions)
        return "main" if all(name.endswith(endings) for name in names) else "original"


class AddIncoming(ReceiveForm):
    """``@@add-incoming`` of an agency."""

    title = _("doc_add_incoming", default="Thêm mới văn bản đến")
    document = None
    main = None
    annexes = ()

    @property
    def confirm_field(self):
        """Shown when the document seems to be there already."""
        label = api.portal.translate(_("doc_confirm_duplicate", default="Vẫn tiếp nhận dù trùng văn bản đã có"))
        late = "confirm_duplicate" not in self.broken
        return Field(name="confirm_duplicate", label=label, kind="checkbox", late=late)

    def content(self):
        return {"arrival_date": clock.today(), "arrival_channel": "post", "paper_received": True}

    def related_uids(self):
        return []

    def save(self, data):
        if (made := self.made_before()) is not None:
            return made
        role = self.role_of_upload()
        if violations := check_files(self.request.form, role):
            raise Refused(violations)
        related = {"related_documents": [record.UID() for record in self.linked]}
        data = {**self.values_to_store(data), **related}
        files = [(role, upload.filename, upload) for upload in sent(self.request.form, "file")]
        files += [("annex", upload.filename, upload) for upload in sent(self.request.form, "annexes")]
        for _role, _name, upload in files:
            upload.seek(0)
        if self.request.form.get("confirm_duplicate"):
            data["confirm_duplicate"] = True
        document = register_paper(self.agency.id, data, files, self.me, accept=self.button == "accept")
        self.remember(document)
        api.portal.show_message(_("doc_incoming_saved", default="Đã ghi nhận văn bản đến."), self.request)
        return document


class EditIncoming(ReceiveForm):
    """``edit`` of an incoming document."""

    title = _("doc_edit_incoming", default="Sửa văn bản đến")
    confirm_field = None

    @cached_property
    def document(self):
        return self.context

    def content(self):
        return {name: getattr(self.context, name) for name in NAMES}

    def related_uids(self):
        return list(self.context.related_documents)

    @property
    def revision(self):
        return IDocumentEditor(self.context).revision()

    @property
    def main(self):
        return IFileStore(self.context).main()

    @property
    def annexes(self):
        return IFileStore(self.context).files("annex")

    def save(self, data):
        role = self.role_of_upload()
        if violations := check_files(self.request.form, role):
            raise Refused(violations)
        hidden = [uid for uid in self.context.related_documents if visible_record(uid) is None]
        related = {"related_documents": [record.UID() for record in self.linked] + hidden}
        revision = self.request.form.get("revision") or None
        IDocumentEditor(self.context).change({**self.values_to_store(data), **related}, self.me, revision=revision)
        store_files(self.context, self.request.form, self.me, role)
        api.portal.show_message(_("doc_changes_saved", default="Đã lưu thay đổi."), self.request)
        return self.context
