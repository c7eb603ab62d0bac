"""Bulk import: rows of a file become issued or finished documents of past years.

A row that breaks a rule is refused with every violation, the others are imported. Every row has a key; what has been
imported is known by it, so the same file can be run again after anything.
"""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content.violations import Violation


#: Review state of an imported document.
STATES = {"OutgoingDocument": "issued", "IncomingDocument": "finished"}


@dataclass(frozen=True)
class Row:
    """A row as read: ``sheet`` ("" without), ``line`` (from 1, as the file shows it), ``cells`` column id -> value."""

    sheet: str
    line: int
    cells: dict


@dataclass(frozen=True)
class Problem:
    """A violation and where it stands; ``column`` is the title of the column, "" for the row as a whole."""

    row: Row
    column: str
    violation: Violation


@dataclass
class Outcome:
    """What became of the rows so far."""

    read: int = 0
    imported: int = 0
    known: int = 0  # imported by an earlier run
    refused: int = 0
    problems: list = field(default_factory=list)  # of Problem


@dataclass(frozen=True)
class Checked:
    """A row that may be imported."""

    row: Row
    key: str
    portal_type: str
    agency: str
    values: dict
    register: str  # id in the agency's folder of registers
    number: int
    reference: str  # number and symbol as the register shows it, "" for incoming
    day: object  # date of issue, respectively arrival
    files: tuple = ()  # of (role, Path)
    readers: tuple = ()  # userids
