"""Signings under way on people's machines: who may bring what back, until when. Each token opens one sheet, once.

A ticket lies beside the site, not on the record: what is brought back by a service without a session names a token and
nothing else. Of the token only a digest is kept.
"""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from persistent import Persistent
from plone.base.interfaces import IPloneSiteRoot
from plone.namedfile.file import NamedBlobFile
from qlvb.content import clock
from qlvb.workflows.localsigning.interfaces import Sheet
from qlvb.workflows.localsigning.refusals import refusal
import secrets
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


ANNOTATION = "qlvb.local_signing.tickets"
#: How long one may take: to plug in a token, type a PIN, choose a place.
LIFE = timedelta(minutes=15)
#: How long an ended signing can still be asked about, and how many old ones are cleared away at a time.
KEPT, CLEARED = timedelta(days=1), 20
STATES = ("waiting", "done", "refused", "expired")


class StoredSheet(Persistent):
    """A :class:`Sheet` given out, and what came back."""

    used = None

    def __init__(self, sheet, token):
        self.words = {name: getattr(sheet, name) for name in Sheet.__dataclass_fields__ if name != "before"}
        self.given = NamedBlobFile(data=sheet.before, contentType="application/pdf")
        self.digest = digest_of(token)
        self.returned = None

    @property
    def sheet(self):
        """The :class:`Sheet`; without bytes once the signing has ended."""
        return Sheet(before=self.given.data if self.given is not None else b"", **self.words)

    def keep(self, data):
        """Keep what came back (bytes) until the others are there."""
        self.returned = NamedBlobFile(data=data, contentType="application/pdf")


class Ticket(Persistent):
    """One act of one person on one record. ``state``: one of STATES; ``violations``: why it was refused."""

    violations = ()
    result = None

    def __init__(self, record_uid, userid, act, data, sheets, tokens):
        self.created = clock.now()
        self.id = f"{self.created.timestamp():017.6f}-{secrets.token_hex(8)}"
        self.record_uid, self.userid, self.act = record_uid, userid, act
        self.data = dict(data)
        self.sheets = tuple(StoredSheet(sheet, token) for sheet, token in zip(sheets, tokens, strict=True))
        self.kept = "waiting"

    @property
    def until(self):
        """Aware datetime."""
        return self.created + LIFE

    @property
    def state(self):
        return "expired" if self.kept == "waiting" and clock.now() > self.until else self.kept

    @property
    def is_whole(self):
        """bool: every sheet has come back."""
        return all(stored.returned is not None for stored in self.sheets)

    def end(self, state, violations=(), result=None):
        """It is over; the bytes are needed no more."""
        self.kept, self.violations, self.result = state, tuple(violations), result
        for stored in self.sheets:
            stored.given = stored.returned = None

    def as_json(self, request=None):
        """dict of JSON values: for whoever began it."""
        return {
            "id": self.id,
            "state": self.state,
            "until": self.until.isoformat(),
            "returned": sum(stored.used is not None for stored in self.sheets),
            "total": len(self.sheets),
            "violations": [violation.as_json(request) for violation in self.violations],
            "result": _in_words(self.result, request),
        }


def left_behind(now):
    """(Ticket, bool: its person has begun no other signing of the record since) of those that still wait though their
    time is over at ``now``: list, oldest first.
    """
    tickets = list(_tickets().values())
    last = {(ticket.record_uid, ticket.userid): ticket.id for ticket in tickets}
    late = [ticket for ticket in tickets if ticket.kept == "waiting" and now > ticket.until]
    return [(ticket, last[ticket.record_uid, ticket.userid] == ticket.id) for ticket in late]


def _in_words(result, request):
    """The result of an act (dict or None), its messages in the language of the request."""
    if result is None:
        return None
    return {
        name: translate(value, context=request) if isinstance(value, Message) else value
        for name, value in result.items()
    }


def digest_of(token):
    """str: what is kept of a token."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def open_ticket(record_uid, userid, act, data, sheets):
    """(Ticket, tokens): a new signing, one token (str) for each of ``sheets``."""
    tokens = [secrets.token_urlsafe(32) for _sheet in sheets]
    ticket = Ticket(record_uid, userid, act, data, sheets, tokens)
    kept = _store()
    _clear(kept)
    kept["tickets"][ticket.id] = ticket
    for stored in ticket.sheets:
        kept["tokens"][stored.digest] = ticket.id
    return ticket, tokens


def find_ticket(ticket_id, userid):
    """The :class:`Ticket` of this person, or None."""
    ticket = _tickets().get(ticket_id)
    return ticket if ticket is not None and ticket.userid == userid else None


def find_sheet(token):
    """(Ticket, StoredSheet) that the token opens now.

    :raises Refused: 404 ``local_token_unknown``; 409 ``local_token_used``, ``local_token_expired``.
    """
    digest = digest_of(token)
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    ticket_id = annotations[ANNOTATION]["tokens"].get(digest) if ANNOTATION in annotations else None
    ticket = _tickets().get(ticket_id) if ticket_id else None
    if ticket is None:
        raise refusal("local_token_unknown", "token")
    stored = next(one for one in ticket.sheets if one.digest == digest)
    if stored.used is not None:
        raise refusal("local_token_used", "token")
    if ticket.state != "waiting":
        raise refusal("local_token_expired", "token")
    return ticket, stored


def use(stored):
    """The token is spent: of two at once the later one is tried again by the database and finds it so."""
    stored.used = clock.now()


def _tickets():
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    return annotations[ANNOTATION]["tickets"] if ANNOTATION in annotations else {}


def _store():
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = OOBTree({"tickets": OOBTree(), "tokens": OOBTree()})
    return annotations[ANNOTATION]


def _clear(kept):
    """Take away the oldest that ended long ago; their ids begin with the time."""
    tickets, tokens = kept["tickets"], kept["tokens"]
    for ticket_id in list(islice(tickets.keys(), CLEARED)):
        if clock.now() - tickets[ticket_id].until < KEPT:
            return
        for stored in tickets[ticket_id].sheets:
            tokens.pop(stored.digest, None)
        del tickets[ticket_id]
