"""The packages of documents of an agency: entries on its folder of dossiers, files beside the blobs."""

from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.filing.access import may
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages import places
from qlvb.workflows.packages.access import PACKAGE_DOCUMENTS
from qlvb.workflows.packages.entries import RECEIVED
from qlvb.workflows.packages.entries import Entries
from qlvb.workflows.packages.entries import PackageEntry
from qlvb.workflows.packages.interfaces import BUILD_DOCUMENTS_JOB
from qlvb.workflows.packages.loose.choosing import chosen
from qlvb.workflows.packages.loose.choosing import violations_of
from zope.component import getUtility


ANNOTATION = "qlvb.packages.documents"
NUMBERS = "qlvb.packages.document_numbers"


class DocumentsEntry(PackageEntry):
    """A package of documents. ``uids``: tuple, in the order of the package; ``code``: Mã gói tin."""

    def __init__(self, kind, by, options, uids, code, key=""):
        super().__init__(kind, by, options, key)
        self.uids = tuple(uids)
        self.code = code


class DocumentPackages(Entries):
    """Those of an agency (id). All its archivists see all of them."""

    annotation = ANNOTATION
    unknown = Violation(
        "package", "package_unknown", _("violation_document_package_unknown", default="Cơ quan không có gói này.")
    )

    def __init__(self, agency_id):
        self.agency_id = agency_id
        self.agency = getUtility(IDirectory).agency_object(agency_id)
        self.holder = self.agency["dossiers"]

    @property
    def place(self):
        return places.of_agency(self.agency_id)

    def working(self, entry):
        """The desk of who asked."""
        desk = getUtility(IDesks).get(entry.by)
        return desk.__of__(self.agency.aq_inner.aq_parent) if desk is not None else None

    def records(self, entry):
        return [record for record in map(find_record, entry.uids) if record is not None]

    def note_removed(self, entry, by):
        event, detail = self.gone(entry)
        IJournal(getUtility(IDesks).open(by)).append(event, by, detail)

    def ask(self, kind, by, options=None, key=""):
        """Have a package made by the worker, as the current user ``by``; the same ``key`` again gives the first entry.

        ``options``: see ``choosing.OPTIONS``.

        :raises Refused: 400 what is wrong with the request; 403 not his to pack.
        """
        options = {name: value for name, value in (options or {}).items() if value}
        known = self._known(kind, options, key, by)
        if known is not None:
            return known
        if not may(PACKAGE_DOCUMENTS, self.agency):
            raise Refused([], 403)
        wrong = violations_of(kind, options)
        if wrong:
            raise Refused(wrong)
        uids = chosen(self.agency_id, options)
        entry = DocumentsEntry(kind, by, options, uids, self._next_code(options), key)
        self._keep(entry)
        getUtility(IDesks).open(by)
        params = {"agency": self.agency_id, "package": entry.id}
        entry.job = IJobs(self.working(entry)).enqueue(BUILD_DOCUMENTS_JOB, entry.id, params, owner=by).id
        return entry

    def receive(self, built, by, uids, code):
        """Enter the ZIP in which the documents came, a BuiltPackage whose file belongs into the entry's directory."""
        return self._enter(DocumentsEntry(RECEIVED, by, {}, uids, code), built)

    def received(self, object_id):
        """The entry of the package with this OBJID that was taken in, or None."""
        return next((one for one in self.all() if one.kind == RECEIVED and one.object_id == object_id), None)

    def forget_with(self, uid):
        """Delete every package with this document in it (after the commit): the document was destroyed."""
        for entry in self.all():
            if uid in entry.uids:
                self._forget(entry)

    def _next_code(self, options):
        """Mã gói tin (TT 05/2025 Phụ lục IV): identifier, year, number of the transfer (2 digits), order (7 digits);
        never given twice, whatever is removed.
        """
        kept = kept_under(self.holder, NUMBERS, PersistentMapping)
        group = f"{clock.today().year}.{int(options.get('transfer') or 1):02d}"
        number = kept[group] = kept.get(group, 0) + 1
        return f"{getUtility(IDirectory).agency(self.agency_id).identifier}.{group}.{number:07d}"
