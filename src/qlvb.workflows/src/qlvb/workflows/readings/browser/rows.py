"""A request to read as the screens show it."""

from datetime import date
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.readings.vocabularies import KIND_TITLES
from qlvb.content.states import title_of_state


TONES = {"requested": "warn", "lent": "info", "returned": "good", "refused": "bad"}


def row_of(row, request):
    """dict of a Row of the records index."""
    due = row.facts.get("due")
    late = row.state == "lent" and due and date.fromisoformat(due) < clock.today()
    return {
        "url": row.url,
        "title": row.subject,
        "asked": show_date(row.issue_date),
        "kind": KIND_TITLES.get(row.facts.get("reading_kind"), ""),
        "due": show_date(date.fromisoformat(due)) if due else "",
        "state": title_of_state("Reading", row.state),
        "tone": "bad" if late else TONES.get(row.state, "neutral"),
        "late": bool(late),
    }
