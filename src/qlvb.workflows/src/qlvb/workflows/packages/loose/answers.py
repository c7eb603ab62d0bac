"""Packages of documents as JSON, and their files as answers of the server."""

from qlvb.content.desks.interfaces import IDesks
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.packages.access import FORBIDDEN
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.answers import check_fit
from qlvb.workflows.packages.answers import entry_json
from qlvb.workflows.packages.answers import send_entry
from qlvb.workflows.packages.loose.shelf import DocumentPackages
from zope.component import getUtility


def documents_json(packages, entry, request):
    """dict of a DocumentsEntry: as of a dossier's package, and ``code``, ``title``, ``documents`` (how many)."""
    address = f"{packages.agency.absolute_url()}/@document-packages/{entry.id}"
    return {
        **entry_json(packages, entry, address, request),
        "code": entry.code,
        "title": entry.options.get("title", ""),
        "documents": len(entry.uids),
    }


def send_documents(agency_id, entry_id, request):
    """The stream of a finished package; noted in the journal of the desk of who takes it.

    :raises Refused: 403 a document in it is not his to read; 404, 409 as ``send_entry``; 409 a virus was
        found in one of its files since.
    """
    packages = DocumentPackages(agency_id)
    entry = packages.get(entry_id)
    records = [find_record(uid) for uid in entry.uids]
    if any(record is not None and not may_view(record) for record in records):
        raise Refused(Violation("documents", "document_hidden", FORBIDDEN), status=403)
    check_fit(entry, [record for record in records if record is not None])
    return send_entry(packages, entry, getUtility(IDesks).open(current()), request)
