"""What columns take from a row of the index: functions of a Row and its Reader, and makers of such functions."""

from datetime import date
from operator import attrgetter
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.codes import place_in_catalogue
from qlvb.content.index.priorities import priority_number
from qlvb.content.retention.period import RetentionDue
from qlvb.content.retention.period import retention_due


def own(name):
    """A field of the row."""
    read = attrgetter(name)
    return lambda row, _reader: read(row)


def fact(name):
    """One of the facts beside the fields."""
    return lambda row, _reader: row.facts.get(name)


def fact_day(name):
    """One of the facts as a date; None for none."""
    return lambda row, _reader: date.fromisoformat(row.facts[name]) if row.facts.get(name) else None


def answer_due_of(row, _reader):
    """The day by which a request to read is to be answered, once it is answered None."""
    return row.due_date if row.state == "requested" else None


def person(name):
    """One of the facts, a userid, as a tuple of one; () for none."""
    return lambda row, _reader: (row.facts[name],) if row.facts.get(name) else ()


def assignee_of(row, _reader):
    """(userid of who has it,), or ()."""
    return (row.holder,) if row.holder else ()


def day_of(name):
    """The day of a field that holds a moment."""
    return lambda row, _reader: getattr(row, name).date()


def heading_of(row, _reader):
    """The heading of a dossier's code, "" of anything else."""
    parsed = place_in_catalogue(row.reference) if row.portal_type == "Dossier" else None
    return parsed[1] if parsed else ""


def span_of(row, _reader):
    """The first and last day of a dossier in words, "" without both."""
    days = [day.strftime("%d/%m/%Y") if day else "…" for day in (row.issue_date, row.arrival_date)]
    return " – ".join(days) if row.issue_date or row.arrival_date else ""


def period_of(row, _reader):
    """Years (str), or the kind of a retention without years."""
    return str(row.facts.get("retention_years") or row.facts.get("retention_kind") or "")


def due_of(row):
    """RetentionDue of a Row: of a dossier, or of a document with a period of its own; None where nothing is known."""
    facts = row.facts
    if row.portal_type != "Dossier":
        reason, mapping = facts.get("retention_why") or (None, {})
        return RetentionDue(fact_day("retention_due")(row, None), reason, mapping) if reason else None
    kind = facts.get("retention_kind")
    if not kind:
        return None
    event, extended = (fact_day(name)(row, None) for name in ("retention_event", "retention_extended"))
    return retention_due(kind, facts.get("retention_years"), row.arrival_date, event, extended)


def retention_due_of(row, _reader):
    """The day on which the retention ends, or None."""
    found = due_of(row)
    return found.date if found is not None else None


def retention_reason_of(row, _reader):
    """Message: why it ends then, "" where nothing is known."""
    found = due_of(row)
    return found.sentence if found is not None else ""


def priority_of(row, _reader):
    """The number by which urgency and deadline are sorted together."""
    return priority_number(row.urgency, row.due_date, clock.today())


def submitter_of(row, _reader):
    """(userid of who sent or drafted it,), or ()."""
    who = row.facts.get("sender") or row.facts.get("drafter")
    return (who,) if who else ()


def to_sign_of(row, _reader):
    """Message: a signature is waited for, else ""."""
    return _("column_to_sign_yes", default="Chờ ký số") if row.facts.get("signing") else ""


_WITHOUT_DIRECTION = {
    "Dossier": "dossier",
    "Task": "task",
    "SubmissionNote": "note",
    "OpinionRequest": "opinion",
    "PersonalDocument": "personal",
}


def direction_of(row, _reader):
    """The direction of a document, or what stands for it of other types."""
    return row.direction or _WITHOUT_DIRECTION.get(row.portal_type, "")
