"""What a plan of reorganisation is (account regulation Điều 8.2b, 8.3a, b, d, Điều 10.4)."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from zope.interface import Interface


RENAME_AGENCY, RENAME_UNIT, MERGE, DISSOLVE, SPLIT = (
    "rename_agency",
    "rename_unit",
    "merge_units",
    "dissolve_unit",
    "split_unit",
)
#: What can be planned, in the order in which it is offered.
KINDS = (RENAME_UNIT, RENAME_AGENCY, MERGE, DISSOLVE, SPLIT)
DRAFT, TRIAL, CONFIRMED, RUNNING, DONE, WITHDRAWN = "draft", "trial", "confirmed", "running", "done", "withdrawn"
STATES = (DRAFT, TRIAL, CONFIRMED, RUNNING, DONE, WITHDRAWN)
#: What can still be changed, tried and withdrawn: nothing has been done yet.
REVERSIBLE = (DRAFT, TRIAL)
#: So long has an agency to report what its code has to follow (Điều 10.4).
CODE_DAYS = timedelta(days=15)
RULE = "Quy chế tài khoản Điều 8.2b, 8.3, 10.4"


@dataclass(frozen=True)
class Successor:
    """Who goes on: a department that exists (``id``), or one that is made under ``title`` and ``symbol``. Of a change
    of name: the new name.
    """

    id: str = ""
    title: str = ""
    symbol: str = ""


@dataclass(frozen=True)
class Change:
    """What is planned. ``units``: ids of the departments that are changed; ``posts``: tuple of (id of a post, number
    of the successor from 0) of a split, all others go to the first.
    """

    agency: str
    kind: str
    units: tuple
    successors: tuple
    posts: tuple
    decision: str  # number of the decision
    decision_date: date | None
    effective: date | None


@dataclass(frozen=True)
class Finding:
    """One line of a dry run. ``what``: of :data:`~qlvb.content.reorganisation.wording.FINDINGS`; ``listed``: there is
    a list of them.
    """

    what: str
    count: int
    listed: bool = False


class IReorganisations(Interface):
    """Utility: the plans of the site. Checks no rights."""

    def all():
        """The newest first: list of Plan."""

    def get(number):
        """Plan. :raises Refused: 404 there is none."""

    def add(change, by, key=""):
        """A new draft: Plan. ``key`` makes a repeated request of the same person give the first one's."""

    def waiting_codes():
        """Plans after which the code of the agency has not been settled, the first due first: list."""
