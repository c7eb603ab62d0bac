"""A page of a list, as values."""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Row:
    """One record in a list."""

    uid: str
    url: str
    path: str
    portal_type: str
    direction: str
    agency: str
    subject: str
    reference: str
    document_type: str
    urgency: str
    secrecy: str
    state: str
    issuing_body: str
    arrival_number: int | None
    arrival_date: date | None
    issue_date: date | None
    due_date: date | None
    received: date | None
    facts: dict

    def line_of(self, userid):
        """What the person still has to do with it: dict (role, state, deadline), {} for nobody concerned."""
        return self.facts.get("lines", {}).get(userid, {})

    def as_json(self):
        """dict of JSON values for REST."""
        data = asdict(self)
        facts = data.pop("facts")
        for name, value in data.items():
            if isinstance(value, date):
                data[name] = value.isoformat()
        data["@id"] = data.pop("url")
        data["@type"] = data.pop("portal_type")
        data["holders"] = list(facts.get("holders", ()))
        return data


@dataclass(frozen=True)
class Page:
    """Rows ``start`` to ``start + size`` of ``total``."""

    total: int
    rows: list
    start: int
    size: int

    @property
    def pages(self):
        return max(1, -(-self.total // self.size))

    @property
    def number(self):
        """Number of this page, from 1."""
        return self.start // self.size + 1


def row_from(brain):
    """Row of a catalogue brain."""
    facts = dict(brain.row_facts or {})
    days = {
        name: date.fromisoformat(facts[name]) if facts.get(name) else None
        for name in ("arrival_date", "issue_date", "due_date")
    }
    received = days["arrival_date"] or (
        date.fromisoformat(str(brain.created.strftime("%Y-%m-%d"))) if brain.created else None
    )
    return Row(
        uid=brain.UID,
        url=brain.getURL(),
        path=brain.getPath(),
        portal_type=brain.portal_type,
        direction=brain.direction,
        agency=brain.agency_id,
        subject=facts.get("subject") or brain.Title,
        reference=brain.reference or "",
        document_type=brain.document_type or "",
        urgency=brain.urgency or "normal",
        secrecy=brain.secrecy or "none",
        state=brain.review_state or "",
        issuing_body=facts.get("issuing_body") or "",
        arrival_number=facts.get("arrival_number"),
        received=received,
        facts=facts,
        **days,
    )
