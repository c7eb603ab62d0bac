"""A page of a list, as values."""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone import api
from qlvb.content import clock
from qlvb.content.index.building import NO_DEADLINE


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
    year: int
    holder: str
    created: datetime
    modified: datetime
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
    """Rows ``start`` to ``start + size`` of ``total``.

    ``is_exact``: the total is the whole truth, not the most that was counted. ``corrected``: what was searched instead
    of what was typed, or "". ``next``, ``previous``: cursors of the pages beside this one, or None.
    """

    total: int
    rows: list
    start: int
    size: int
    is_exact: bool = True
    corrected: str = ""
    next: str | None = None
    previous: str | None = None

    @property
    def pages(self):
        return max(1, -(-self.total // self.size))

    @property
    def number(self):
        """Number of this page, from 1."""
        return self.start // self.size + 1


def _day(ordinal):
    return date.fromordinal(ordinal) if 0 < ordinal < NO_DEADLINE else None


def _moment(seconds):
    return datetime.fromtimestamp(seconds, clock.VIETNAM)


def rows_from(found):
    """The Rows of rows of ``records``, in their order: list."""
    site = api.portal.get()
    url, path = site.absolute_url(), "/".join(site.getPhysicalPath())
    return [_row(one, url, path) for one in found]


def _row(found, url, path):
    """``url`` and ``path`` are those of the site."""
    facts = dict(found.facts or {})
    arrived = _day(found.arrival_day)
    due = facts.get("due_date")
    return Row(
        uid=found.uid,
        url=f"{url}{found.path}",
        path=f"{path}{found.path}",
        portal_type=found.portal_type,
        direction=found.direction,
        agency=found.agency,
        subject=found.subject,
        reference=found.reference,
        document_type=found.document_type,
        urgency=found.urgency or "normal",
        secrecy=found.secrecy or "none",
        state=found.state,
        issuing_body=found.issuing_body,
        arrival_number=facts.get("arrival_number"),
        arrival_date=arrived,
        issue_date=_day(found.issue_day),
        due_date=date.fromisoformat(due) if due else None,
        received=arrived or _moment(found.created).date(),
        year=found.year,
        holder=found.holder,
        created=_moment(found.created),
        modified=_moment(found.modified),
        facts=facts,
    )
