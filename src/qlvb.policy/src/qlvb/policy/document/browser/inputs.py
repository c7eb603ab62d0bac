"""What a form field looks like, whatever it was made from: an act's schema or a z3c.form widget."""

from dataclasses import dataclass
from dataclasses import field as member
import json


@dataclass(frozen=True)
class Option:
    """One choice: ``id`` is the token that is sent."""

    id: str
    title: str
    detail: str = ""

    def as_dict(self):
        return {"id": self.id, "title": self.title, "detail": self.detail}


@dataclass(frozen=True)
class Field:
    """One input. ``kind``: line, text, date, number, checkbox, select, picker, file or unknown.

    ``at`` is the name by which violations speak of it; a ``late`` one shows only when a violation names it.
    """

    name: str
    label: str
    kind: str
    required: bool = False
    help: str = ""
    key: str = ""
    size: str = "half"
    late: bool = False
    why: str = ""  # why a checkbox cannot be ticked, "" when it can
    multiple: bool = False
    people: bool = False
    value: str = ""
    token: str = "1"
    nothing: str = ""
    source: str = ""
    chosen: tuple = ()  # of Option
    options: tuple = ()  # of Option
    max_length: int | None = None
    quick: tuple = member(default=())  # of (label, ISO date, shown date)

    @property
    def at(self):
        return self.key or self.name

    @property
    def suggestions_id(self):
        """Id of the list of suggestions of a line, or None."""
        return f"{self.at}-suggestions" if self.kind == "line" and self.source else None

    @property
    def options_json(self):
        return json.dumps([option.as_dict() for option in self.options], ensure_ascii=False)
