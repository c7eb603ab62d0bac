"""Taking back: the token is spent, the bytes are checked, and with the last file the act is done as that person's."""

from asn1crypto import x509
from io import BytesIO
from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content.files.versions import PDF
from qlvb.content.files.viruses import INFECTED
from qlvb.content.storage.savepoints import savepoint
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.localsigning.attempts import keep_attempt
from qlvb.workflows.localsigning.checks import check
from qlvb.workflows.localsigning.interfaces import Brought
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.localsigning.route import going
from qlvb.workflows.localsigning.tickets import find_sheet
from qlvb.workflows.localsigning.tickets import use
from qlvb.workflows.rights.caching import forget_roles
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.viruses.interfaces import IVirusScanner
from zope.component import getUtility


#: Bytes by which a signature, with its picture and the proofs of its time, may lengthen a file.
MOST_ADDED = 10 << 20
#: Seconds that a person's machine waits for the scanner; what it does not say in time is asked for by a job.
PATIENCE = 5


def arrive(token, stream):
    """(Sheet, violations) of a file (binary stream, None for none) that came with ``token``: violations () when it was
    taken. What is refused changes nothing but that the token is spent and the signing has ended.

    :raises Refused: the token opens nothing.
    """
    ticket, stored = find_sheet(token)
    sheet = stored.sheet
    use(stored)
    point = savepoint()
    try:
        stored.keep(_read(stream, sheet, ticket.created))
        if ticket.is_whole:
            ticket.end("done", result=_do(ticket))
    except Refused as refused:
        point.rollback()
        ticket.end("refused", refused.violations)
        keep_attempt(ticket, refused.violations)
        return sheet, tuple(refused.violations)
    return sheet, ()


def _read(stream, sheet, since):
    """The bytes of ``stream``, found right. :raises Refused: see ``checks``."""
    limit = len(sheet.before) + MOST_ADDED
    data = stream.read(limit + 1) if stream is not None else b""
    if not data.startswith(b"%PDF-"):
        raise refusal("local_file_missing")
    if len(data) > limit:
        raise refusal("local_file_too_large")
    scanner = getUtility(IVirusScanner)
    if scanner.configured:
        found = scanner.look(BytesIO(data), PDF, patience=PATIENCE)
        if found.state == INFECTED:
            raise refusal("local_file_infected", virus=found.virus)
    check(sheet.before, data, x509.Certificate.load(sheet.certificate), getUtility(IKeyRing).trust_roots(), since)
    return data


def _do(ticket):
    """The act's result; done with the rights that the person has now."""
    if api.user.get(userid=ticket.userid) is None:
        raise refusal("local_no_account", "")
    came = [
        Brought(one.sheet.purpose, one.sheet.before, one.returned.data, one.sheet.file) for one in ticket.sheets
    ]
    try:
        with api.env.adopt_user(username=ticket.userid), going(came):
            forget_roles()
            record = uuidToObject(ticket.record_uid, unrestricted=True)
            if record is None:
                raise refusal("local_revision_lost", "")
            return IActs(record).perform(ticket.act, dict(ticket.data), ticket.id)
    finally:
        forget_roles()
