"""A plan as forms and REST send it: pure functions."""

from datetime import date
from qlvb.content import _
from qlvb.content.reorganisation.interfaces import Change
from qlvb.content.reorganisation.interfaces import Successor
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields


FIELDS = ("agency", "kind", "units", "successors", "posts", "decision", "decision_date", "effective")
_SUCCESSOR = ("id", "title", "symbol")


def read_change(values):
    """Change of a dict of JSON values: ``units`` list of ids, ``successors`` list of dict ``id`` or ``title`` and
    ``symbol``, ``posts`` dict id of a post -> number of the successor from 0, days in ISO form. Days that are none are
    left out, which the rules then say.

    :raises Refused: 400 a field that there is not, or one of another shape.
    """
    wrong = unknown_fields(values, FIELDS)
    units, successors = values.get("units") or [], values.get("successors") or []
    posts = values.get("posts") or {}
    shapes = {
        "units": isinstance(units, list) and all(isinstance(one, str) for one in units),
        "successors": isinstance(successors, list) and all(_is_successor(one) for one in successors),
        "posts": isinstance(posts, dict) and all(type(place) is int for place in posts.values()),
    }
    message = _("reorganisation_shape", default="Trường này không đúng dạng.")
    wrong += [Violation(field, "wrong_shape", message) for field, right in shapes.items() if not right]
    if wrong:
        raise Refused(wrong)
    return Change(
        agency=_line(values.get("agency")),
        kind=_line(values.get("kind")),
        units=tuple(units),
        successors=tuple(Successor(*(_line(one.get(name)) for name in _SUCCESSOR)) for one in successors),
        posts=tuple(sorted(posts.items())),
        decision=_line(values.get("decision")),
        decision_date=_day(values.get("decision_date")),
        effective=_day(values.get("effective")),
    )


def change_json(change):
    """dict of JSON values that :func:`read_change` reads."""
    return {
        "agency": change.agency,
        "kind": change.kind,
        "units": list(change.units),
        "successors": [{name: getattr(one, name) for name in _SUCCESSOR} for one in change.successors],
        "posts": dict(change.posts),
        "decision": change.decision,
        "decision_date": change.decision_date.isoformat() if change.decision_date else None,
        "effective": change.effective.isoformat() if change.effective else None,
    }


def _is_successor(one):
    return (
        isinstance(one, dict) and set(one) <= set(_SUCCESSOR) and all(isinstance(v, str | None) for v in one.values())
    )


def _line(value):
    return " ".join(nfc(value).split()) if isinstance(value, str) else ""


def _day(value):
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
