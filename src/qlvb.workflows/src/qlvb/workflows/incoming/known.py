"""Documents that are there already, to be shown beside one that is being entered."""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from plone import api
from qlvb.content.lookup import find_record
from qlvb.content.states import title_of_state
from qlvb.content.text import nfc
from qlvb.workflows.incoming.duplicates import hashes_of
from qlvb.workflows.incoming.duplicates import identities
from qlvb.workflows.incoming.duplicates import known_as
from zope.globalrequest import getRequest
from zope.i18n import translate


#: Most that are shown.
MOST = 5
LONGEST = 500
#: Most files of one entry that are looked for.
MOST_FILES = 50


@dataclass(frozen=True)
class Known:
    """One of them; what the person may not view has no ``url`` and its subject alone is said."""

    uid: str
    url: str
    subject: str
    reference: str
    issue_date: date | None
    issuing_body: str
    arrival_number: int | None
    arrival_date: date | None
    state: str
    same_file: bool

    def as_json(self):
        """dict of JSON values."""
        found = asdict(self)
        for name in ("issue_date", "arrival_date"):
            found[name] = found[name].isoformat() if found[name] else None
        return found


def known_documents(agency_id, form):
    """list of Known for what a form (dict of str) says of a document: the fields of ``identities``, ``sha256``."""

    def said(name):
        value = form.get(name) or ""
        return nfc(value).strip()[:LONGEST] if isinstance(value, str) else ""

    try:
        day = date.fromisoformat(said("issue_date"))
    except ValueError:
        day = None
    hashes = form.get("sha256") or []
    hashes = [hashes] if isinstance(hashes, str) else hashes
    hashes = [one.lower() for one in hashes[:MOST_FILES] if isinstance(one, str) and len(one) == 64]
    number, symbol, body = (said(name) for name in ("original_number", "document_symbol", "issuing_body"))
    keys = identities(agency_id, "", number, symbol, body, day, hashes)
    return [known for row in known_as(keys)[:MOST] if (known := _known(row, set(hashes))) is not None]


def _known(row, hashes):
    record = find_record(row.uid)
    if record is None:
        return None
    visible = api.user.has_permission("View", obj=record)
    return Known(
        uid=row.uid,
        url=record.absolute_url() if visible else "",
        subject=record.subject if visible else "…",
        reference=record.reference,
        issue_date=record.issue_date,
        issuing_body=record.issuing_body,
        arrival_number=record.arrival_number,
        arrival_date=record.arrival_date,
        state=translate(title_of_state(record.portal_type, row.state), context=getRequest()),
        same_file=bool(hashes & set(hashes_of(record))),
    )
