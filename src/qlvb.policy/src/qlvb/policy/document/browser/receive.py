"""Thêm mới văn bản đến: registering what came on paper or by e-mail, and correcting it."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.rules import check_document
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.files.kinds import role_of_received
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.actfields import quick_days
from qlvb.policy.document.browser.documentform import Correction
from qlvb.policy.document.browser.documentform import DocumentForm
from qlvb.policy.document.browser.duplicates import EnteredDuplicates
from qlvb.policy.document.browser.filelist import FileList
from qlvb.policy.document.browser.filesinput import check_files
from qlvb.policy.document.browser.filesinput import sent
from qlvb.policy.document.browser.records import visible_record
from qlvb.policy.document.browser.registering import Registering
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.paper import accept_entered
from qlvb.workflows.incoming.paper import lock_register
from qlvb.workflows.incoming.paper import register_paper
from qlvb.workflows.incoming.taken import no_longer_waiting
from qlvb.workflows.incoming.taken import told_ending
from zExceptions import Unauthorized
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
#: Buttons that take the number.
REGISTERING = frozenset({"accept", "present"})


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


class AddIncoming(Registering, ReceiveForm):
    """``@@add-incoming`` of an agency; ``?like=previous`` begins as the one entered before (Nhập giống VB trước)."""

    title = _("doc_add_incoming", default="Thêm mới văn bản đến")
    registers = True
    dealt_with = None
    document = None
    main = None
    annexes = ()
    shown_file = None

    @cached_property
    def duplicates(self):
        """str: the comparison with what is there, for a form that came back without a script."""
        if "duplicate_reason" not in self.broken:
            return ""
        view = EnteredDuplicates(self.context, self.request)
        view.__name__ = self.__name__
        return view()

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
        data |= self.typed_for_register()
        document = register_paper(self.agency.id, data, files, self.me, accept=self.button != "save")
        if self.button == "present":
            self.present(document)
        self.remember(document)
        api.portal.show_message(_("doc_incoming_saved", default="Đã ghi nhận văn bản đến."), self.request)
        return document


def previous(agency_id):
    """The incoming document of the agency that was entered last and that the person may see, or None."""
    question = Question(types=("IncomingDocument",), filters={"agency": agency_id}, sort="-created")
    rows = getUtility(IListing).page(question, 0, 1).rows
    return visible_record(rows[0].uid) if rows else None


class EditIncoming(Registering, Correction, ReceiveForm):
    """``edit`` of an incoming document; of one that waits (from a scanner, a mailbox) it registers, too, as the form of
    a new one does: what the machine could not read is typed where the number is taken.
    """

    duplicates = ""

    def __call__(self):
        """Whoever may register comes here, also where there is nothing to correct any more: he is told who was faster.

        :raises Refused: 409 another clerk has dealt with it, and it is closed to corrections by now.
        """
        if not api.user.has_permission("Modify portal content", obj=self.context):
            ended = no_longer_waiting(self.context)
            raise Refused(ended, 409) if ended is not None else Unauthorized("edit")
        return super().__call__()

    @property
    def remembering(self):
        """See SentOnce."""
        return getUtility(IDirectory).agency_object(self.agency.id)

    @property
    def dealt_with(self):
        """Message of who has registered it, when, with which number; None while it waits."""
        return told_ending(self.context)

    @property
    def title(self):
        if self.registers:
            return _("doc_register_incoming", default="Tiếp nhận văn bản đến")
        return _("doc_edit_incoming", default="Sửa văn bản đến")

    @cached_property
    def registers(self):
        """bool: this person can register it now."""
        accept = IActs(self.context).get("accept")
        return state_of(self.context) in accept.states and not accept.check()

    @cached_property
    def shown_file(self):
        """The file that stands beside the fields until another is chosen: see FileList.first."""
        return FileList(self.context, self.request).first

    def content(self):
        return {name: getattr(self.context, name) for name in NAMES}

    def save(self, data):
        if (made := self.made_before()) is not None:
            return made
        self.check_waiting()
        role = self.role_of_upload()
        if violations := check_files(self.request.form, role):
            raise Refused(violations)
        values = self.values_to_store(data)
        if self.button == "save":
            self.change(values)
            return self.store(role)
        lock_register(self.agency.id, values)  # before anything is changed, see ISerialiser
        self.check_waiting()
        self.change(values)
        document = self.store(role)
        accept_entered(document, {**values, **self.typed_for_register()})
        if self.button == "present":
            self.present(document)
        self.remember(document)
        return document

    def check_waiting(self):
        """:raises Refused: 409 it was to be registered and somebody else has dealt with it."""
        if not REGISTERING.isdisjoint(self.request.form) and (ended := no_longer_waiting(self.context)) is not None:
            raise Refused(ended, 409)
