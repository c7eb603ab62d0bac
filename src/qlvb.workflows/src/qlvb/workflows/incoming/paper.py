"""Registering a document that came on paper or by e-mail: record, scan and arrival number in one transaction."""

from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.fieldsofwork.closed import closed_violations
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.names import register_lock
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.incoming.acts.reception import duplicate_violations
from qlvb.workflows.incoming.clerk import let_clerk_in
from qlvb.workflows.incoming.duplicates import duplicates_of
from zope.component import getUtility


#: Input of the act ``accept`` that the form of a new document carries too.
ACCEPT_FIELDS = ("register", "duplicate_reason")
#: Fields of the document that the act takes, too.
ENTERED_FIELDS = ("arrival_date", "due_date", "arrival_extra_number", "paper_received")


def register_paper(agency_id, data, files, by, accept=True):
    """Create an incoming document with its files and, if ``accept``, register it at once; returns the document.

    ``data`` holds field values of the document (Python values) and the fields of ACCEPT_FIELDS; ``files`` is a list of
    (role, filename, bytes or open binary file), the scan in role ``main``. The caller has checked that the current
    user, ``by``, may add incoming documents in the agency.

    :raises Refused: as the factory, the file store and the act ``accept``. The caller aborts the transaction then.
    """
    data = dict(data)
    if violations := closed_violations(agency_id, data):
        raise Refused(violations)
    accept_data = {name: data.pop(name) for name in ACCEPT_FIELDS if data.get(name)}
    if accept:
        lock_register(agency_id, data)
    document = getUtility(IDocumentFactory).create(
        "IncomingDocument", agency_id, {"arrival_channel": "post", "paper": True, **data}, by=by
    )
    let_clerk_in(document)
    store = IFileStore(document)
    for role, filename, content in files:
        store.add(role, filename, content, by=by)
    document.reindexObject()
    if not accept:
        keep_duplicate(document, accept_data.get("duplicate_reason", ""), by)
    if accept:
        accept_entered(document, {**data, **accept_data})
    return document


def lock_register(agency_id, data):
    """Take the lock of the register that a document with the field values ``data`` goes to, for this transaction."""
    register = getUtility(IRegisterFinder).find(
        agency_id, "incoming", data.get("document_type", ""), data.get("secrecy", "none"), clock.today().year
    )
    if register is not None:
        getUtility(ISerialiser).serialised(register_lock(register))


def accept_entered(document, entered):
    """Register ``document`` with what was typed in its form (field values, fields of ACCEPT_FIELDS).

    :raises Refused: as the act ``accept``.
    """
    names = (*ACCEPT_FIELDS, *ENTERED_FIELDS)
    IActs(document).perform("accept", {name: entered[name] for name in names if entered.get(name)})


def keep_duplicate(document, reason, by):
    """A document that is there already is entered once more only with a reason, which its journal keeps.

    :raises Refused: 400 there is none.
    """
    found = list(duplicate_violations(duplicates_of(document)))
    if found and not reason:
        raise Refused(found)
    if found:
        IJournal(document).append("duplicate.kept", by, {"reason": reason})
