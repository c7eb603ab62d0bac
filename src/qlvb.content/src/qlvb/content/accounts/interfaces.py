"""What is known of accounts (provincial regulation Điều 8, 9.8, 16, 18; see the account regulation in the guides)."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from zope.interface import Interface


#: Lists of accounts; each is a tile, a filter of the list and a value of ``@accounts?state=``.
STATES = ("current", "first_password", "inactive", "soon", "suspended", "withdrawal", "left")
#: Why an account is suspended (Điều 8.3): a breach of Điều 23–24, no use, the agency asks.
BASES = ("breach", "unused", "agency")


#: Why a password is to be changed first: somebody else gave it, it is too old.
FIRST, EXPIRED = "first", "expired"
#: The article about passwords.
RULE = "Quy chế tài khoản Điều 16"


@dataclass(frozen=True)
class Suspension:
    """That an account is suspended: since when, by whom, on what basis."""

    since: datetime
    by: str  # userid
    basis: str  # of BASES
    reason: str


@dataclass(frozen=True)
class Account:
    """One account as its agency's administrator sees it."""

    userid: str
    fullname: str
    email: str
    phone: str
    posts: tuple  # titles, in this agency
    departments: tuple  # DepartmentInfo
    active: bool  # False: the person has left
    last_login: datetime | None
    since: date  # from when its use counts: made, or resumed after a suspension
    first_password: bool  # has the password that somebody else gave
    suspension: Suspension | None
    open_work: int  # records that wait for the person, in this agency
    path: str
    last_act: date | None = None  # last day on which it did something with a record, to the week


class IAccounts(Interface):
    """Utility. Checks no rights."""

    def of(agency_id):
        """The accounts that the agency looks after and those that hold posts in it, by name: list of Account."""

    def listed(agency_id, state="current", text="", department=""):
        """Those of a list of STATES, narrowed by words of name and account without accents and by a department."""

    def counts(agency_id):
        """dict state -> how many."""

    def suspension(userid):
        """Suspension in force, or None."""

    def must_change_password(userid):
        """bool: the password was given by somebody else and not changed yet (Điều 16.2)."""

    def password_due(userid):
        """Why the person has to change the password before anything else: FIRST, EXPIRED, or "" (Điều 16). Never of
        accounts of services.
        """

    def set_suspension(userid, suspension):
        """Keep a Suspension; or None: it can be used (again), and use counts from now. For acts, which check and
        journal.

        Nobody works with a suspended account; sessions end at once. What it did stays.
        """

    def one(userid, agency_id):
        """Account of somebody, seen from the agency; None when there is no such person."""

    def warned(userid):
        """date of the last warning that the account will be suspended, or None."""

    def note_warned(userid):
        """The owner was told today that the account will be suspended."""

    def note_use(userid):
        """The person did something with a record today; written down once a week."""

    def leaving(agency_id):
        """Work that leavers leave behind: list of :class:`Leaving`, the earliest first."""


@dataclass(frozen=True)
class Leaving:
    """Somebody whose post ends soon or has ended, or who has left, and what still waits for him."""

    userid: str
    fullname: str
    post: str  # title, "" without
    post_id: str  # id of the post, "" without
    day: date | None  # last day in the post; None: the person has left
    open_work: int
