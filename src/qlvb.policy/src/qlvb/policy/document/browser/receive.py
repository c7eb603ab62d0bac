"""Thêm mới văn bản đến: registering what came on paper or by e-mail, and correcting it."""

from functools import cached_property
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.rules import check_document
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.files.kinds import role_of_received
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.actfields import quick_days
from qlvb.policy.document.browser.documentform import Correction
from qlvb.policy.document.browser.documentform import DocumentForm
from qlvb.policy.document.browser.duplicates import EnteredDuplicates
from qlvb.policy.document.browser.filelist import FileList
from qlvb.policy.document.browser.filesinput import check_files
from qlvb.policy.document.browser.filesinput import sent
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.inputs import Option
from qlvb.policy.document.browser.records import visible_record
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.incoming.paper import ACCEPT_FIELDS
from qlvb.workflows.incoming.paper import register_paper
from qlvb.workflows.incoming.vocabularies import leaders as leaders_of
from qlvb.workflows.incoming.vocabularies import registers as registers_of
from zope.component import getUtility
from zope.i18n import translate


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
    ("proposed_handler", "half"),
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
#: What "Nhập giống VB trước" takes over: what letters of one sender have in common.
REPEATED = (
    "issuing_body",
    "issuing_body_identifier",
    "document_type",
    "document_symbol",
    "urgency",
    "secrecy",
    "arrival_channel",
    "field_of_work",
    "signatory_name",
    "signatory_position",
    "language",
    "proposed_direction",
)
NAMES = tuple(name for name, *_rest in FIRST + MORE)
#: What registration demands (NĐ 30/2020 Điều 22); marked on the form, demanded by the act "Tiếp nhận".
MARKED = ("issuing_body", "document_type", "issue_date", "arrival_date")


class ReceiveForm(DocumentForm):
    """Base of adding and correcting."""

    template = ViewPageTemplateFile("templates/receive.pt")
    viewer_macros = ViewPageTemplateFile("templates/viewer.pt")
    shell_wide = True
    schema = IIncomingSchema
    portal_type = "IncomingDocument"
    names = NAMES
    first = FIRST
    more = MORE
    buttons = ("save", "accept")
    shell_section = "incoming"

    def changes(self, name):
        if name in MARKED:
            marked = {"required": True}
            source = f"{api.portal.get().absolute_url()}/@agencies?text="
            return {**marked, "source": source} if name == "issuing_body" else marked
        if name == "field_of_work":
            return {"source": self.fields_source}
        if name == "due_date":
            return {"quick": quick_days(self.request, self.context)}
        return {}

    def values_to_store(self, data):
        """``data`` with what follows from it: the identifier of an issuing body that the site knows."""
        if data.get("issuing_body") and not data.get("issuing_body_identifier"):
            known = {agency.title: agency.identifier for agency in getUtility(IDirectory).agencies()}
            data = {**data, "issuing_body_identifier": known.get(data["issuing_body"].strip(), "")}
        return data

    def role_of_upload(self):
        """Role of the scan: what can become a PDF is the main file; anything else is kept as received."""
        return role_of_received(*(upload.filename for upload in sent(self.request.form, "file")))


class AddIncoming(ReceiveForm):
    """``@@add-incoming`` of an agency; ``?like=previous`` begins as the one entered before (Nhập giống VB trước)."""

    title = _("doc_add_incoming", default="Thêm mới văn bản đến")
    buttons = ("save", "accept", "present")
    document = None
    main = None
    annexes = ()
    shown_file = None

    @property
    def duplicate_field(self):
        """Shown when the document seems to be there already."""
        label = api.portal.translate(_("input_duplicate_reason", default="Lý do vẫn vào sổ dù trùng văn bản đã có"))
        value = self.request.form.get("duplicate_reason", "")
        late = "duplicate_reason" not in self.broken and not value
        return Field(name="duplicate_reason", label=label, kind="text", late=late, size="full", value=value)

    @cached_property
    def duplicates(self):
        """str: the comparison with what is there, for a form that came back without a script."""
        if "duplicate_reason" not in self.broken:
            return ""
        view = EnteredDuplicates(self.context, self.request)
        view.__name__ = self.__name__
        return view()

    @property
    def number_fields(self):
        """Register with the number that comes next, and the leader that is asked: both proposed."""
        registers = list(registers_of(self.context))
        chosen = self.request.form.get("register") or self.proposed_register
        options = tuple(Option(term.token, self.with_next(term)) for term in registers)
        leaders = tuple(Option(term.token, term.title) for term in leaders_of(self.context))
        leader = self.request.form.get("leader") or (leaders[0].id if leaders else "")
        return [
            Field(
                name="register",
                label=api.portal.translate(_("input_register", default="Sổ văn bản đến")),
                kind="select",
                options=options,
                chosen=tuple(option for option in options if option.id == chosen),
                required=bool(options),
            ),
            Field(
                name="leader",
                label=api.portal.translate(_("input_leader", default="Lãnh đạo nhận")),
                kind="select",
                options=leaders,
                chosen=tuple(option for option in leaders if option.id == leader),
            ),
        ]

    @cached_property
    def proposed_register(self):
        """UID of the register that a document of today goes to, or ""."""
        found = getUtility(IRegisterFinder).find(self.agency.id, "incoming", "", "none", clock.today().year)
        return IUUID(found) if found is not None else ""

    def with_next(self, term):
        """Title of a register with the number that comes next: "Sổ văn bản đến 2026 · số đến 12"."""
        register = uuidToObject(term.value, unrestricted=True)
        number = show_number(INumberBook(register).next_number)
        mapping = {"register": term.title, "number": number}
        message = _("doc_register_next", default="${register} · số đến ${number}", mapping=mapping)
        return translate(message, context=self.request)

    def content(self):
        blank = {"arrival_date": clock.today(), "arrival_channel": "post", "paper_received": True}
        if self.request.form.get("like") != "previous":
            return blank
        found = previous(self.agency.id)
        return {**blank, **({name: getattr(found, name) for name in REPEATED} if found is not None else {})}

    def save(self, data):
        if (made := self.made_before()) is not None:
            return made
        role = self.role_of_upload()
        if violations := check_files(self.request.form, role):
            raise Refused(violations)
        data = {**self.values_to_store(data), **self.links()}
        # What registering demands is said with what every document must have, not after it.
        if violations := check_document("IncomingDocument", data, context=self.context, complete=self.button != "save"):
            raise Refused(violations)
        files = [(role, upload.filename, upload) for upload in sent(self.request.form, "file")]
        files += [("annex", upload.filename, upload) for upload in sent(self.request.form, "annexes")]
        for _role, _name, upload in files:
            upload.seek(0)
        data |= {name: self.request.form[name] for name in ACCEPT_FIELDS if self.request.form.get(name)}
        document = register_paper(self.agency.id, data, files, self.me, accept=self.button != "save")
        if self.button == "present":
            self.present(document)
        self.remember(document)
        api.portal.show_message(_("doc_incoming_saved", default="Đã ghi nhận văn bản đến."), self.request)
        return document

    def present(self, document):
        """Ask the leader at once, with what the clerk proposes."""
        leader = self.request.form.get("leader")
        IActs(document).perform("present", {"leader": leader} if leader else {})


def previous(agency_id):
    """The incoming document of the agency that was entered last and that the person may see, or None."""
    question = Question(types=("IncomingDocument",), filters={"agency": agency_id}, sort="-created")
    rows = getUtility(IListing).page(question, 0, 1).rows
    return visible_record(rows[0].uid) if rows else None


class EditIncoming(Correction, ReceiveForm):
    """``edit`` of an incoming document."""

    title = _("doc_edit_incoming", default="Sửa văn bản đến")
    duplicate_field = None
    duplicates = ""
    number_fields = ()

    @cached_property
    def shown_file(self):
        """The file that stands beside the fields until another is chosen: see FileList.first."""
        return FileList(self.context, self.request).first

    def content(self):
        return {name: getattr(self.context, name) for name in NAMES}

    def save(self, data):
        role = self.role_of_upload()
        if violations := check_files(self.request.form, role):
            raise Refused(violations)
        self.change(self.values_to_store(data))
        return self.store(role)
