"""Checks of a draft's layout: run by a job when a version arrives or the record changes, kept on the version."""

from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.layout.data import Layout
from qlvb.content.layout.heading import type_title
from qlvb.content.layout.known import known_fields
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import Actor
from qlvb.workflows.appraisal.checks.checking import can_check
from qlvb.workflows.appraisal.checks.checking import check
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.model import Expected
from qlvb.workflows.appraisal.interfaces import KIND
from qlvb.workflows.appraisal.interfaces import ILayoutChecks
from qlvb.workflows.appraisal.interfaces import LayoutCheck
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outgoing.capacities import offered
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which the draft can still be put right.
OPEN = ("draft", "consulting", "in_review", "appraisal", "to_sign", "returned")


def expected_of(document):
    """The Expected of a record (IOutgoingDocument)."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(document)
    try:
        fields = known_fields(document.document_type, agency.id, document.drafting_unit or "")
    except Refused:
        fields = {}
    layout = Layout(
        agency=agency.title,
        document_type=document.document_type or "",
        place=agency.place,
        symbol=fields.get("symbol", ""),
    )
    return Expected(
        document_type=document.document_type or "",
        type_title="" if layout.is_letter else type_title(layout),
        agency=agency.title,
        parent=fields.get("parent", ""),
        symbol=layout.symbol,
        place=agency.place,
        subject=document.subject or "",
        signature_blocks=_blocks(document.signatory, agency),
        signer=directory.person(document.signatory).fullname if document.signatory else "",
        urgency=document.urgency or "normal",
    )


def _blocks(userid, agency):
    """The blocks in which the signer may lawfully sign, the usual one first: tuple of tuples of lines. Under collective
    rule a document is the collective's (TM.) or its head's own, which only its author knows.
    """
    if not userid:
        return ()
    directory = getUtility(IDirectory)
    found = [
        tuple(signature_block(agency, post, capacity, department, collective=collective))
        for capacity, post in offered(Actor(userid), agency).items()
        for department in (directory.department(post.agency, post.department),)
        for collective in (None, False)
    ]
    return tuple(dict.fromkeys(found))


@implementer(ILayoutChecks)
@adapter(IOutgoingDocument)
class LayoutChecks:
    """See ILayoutChecks."""

    def __init__(self, document):
        self.document = document

    @property
    def _version(self):
        main = IFileStore(self.document).main()
        return main.current if main is not None else None

    def current(self):
        return getattr(self._version, "layout_check", None)

    def pending(self):
        return any(job.kind == KIND and job.state in ("queued", "running") for job in IJobs(self.document).all())

    def run(self, version):
        checked = can_check(version.mimetype)
        findings = check(version.data(), version.mimetype, expected_of(self.document)) if checked else ()
        version.layout_check = LayoutCheck(clock.now(), tuple(findings), checked)
        return version.layout_check

    def open_errors(self):
        found = self.current()
        accepted = self.accepted()
        return [
            one for one in (found.findings if found else ()) if one.severity == ERROR and one.key not in accepted
        ]

    def accepted(self):
        return dict(getattr(self._version, "layout_accepted", ()))

    def accept(self, keys, by, reason):
        when = clock.now()
        kept = {**self.accepted(), **dict.fromkeys(keys, (by, reason, when))}
        self._version.layout_accepted = tuple(kept.items())


def ask_for_check(document, file, version):
    """Queue the check of a version; a changed record is checked anew."""
    params = {"file": file.id, "version": version.number}
    key = f"{file.id}.{version.number}.{len(IJournal(document))}"
    return IJobs(document).enqueue(KIND, key, params)


def version_added(event):
    """Subscriber of IFileAdded."""
    if event.file.role == "main" and IOutgoingDocument.providedBy(event.record) and can_check(event.version.mimetype):
        ask_for_check(event.record, event.file, event.version)


def record_changed(document, event):
    """Its fields are what the file is compared with."""
    main = IFileStore(document).main()
    if main is not None and can_check(main.current.mimetype):
        ask_for_check(document, main, main.current)


@implementer(IJobHandler)
class Check:
    """See IJobHandler: the check reads no more than the file, so it is repeatable."""

    max_attempts = 2
    timeout = 90

    def run(self, record, job):
        stored = IFileStore(record).get(job.params["file"])
        version = stored.version(job.params["version"]) if stored is not None else None
        if version is not None:
            ILayoutChecks(record).run(version)

    def failed(self, record, job):
        """A version without a result says so on the screen."""
