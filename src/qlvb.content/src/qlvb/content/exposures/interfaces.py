"""Reports of secret material (báo tài liệu mật), as other rooms see them.

Account regulation Điều 4.4, 23.4, 24.6: this system holds no state secrets; who finds one reports it to the head of the
agency, who tells the body that runs the software, the agency that sent it, and the competent body.
"""

from zope.interface import Attribute
from zope.interface import Interface


REPORT = "qlvb: Report secret documents"
VIEW_REPORTS = "qlvb: View secret reports"
#: Role of whoever has to judge what is closed: nobody else opens it. Given by ``roles.JudgeRoles`` alone.
JUDGE = "SecrecyJudge"
RULE = "Quy chế tài khoản Điều 24.6"
#: Code of the violation with which everything that is closed answers.
CLOSED = "secret_reported"
#: Of a case, and of what it closes. What was taken out stays closed for ever.
OPEN, LIFTED, TAKEN_OUT = "open", "lifted", "taken_out"
STATES = (OPEN, LIFTED, TAKEN_OUT)
#: Who is told: the head first, then the three of Điều 24.6; HOLDER: agencies that have a copy.
HEAD, MANAGING, SENDER, COMPETENT, HOLDER = "head", "managing", "sender", "competent", "holder"
#: Of a party: nobody has told it yet; the system has; it said so itself, or who told it wrote down how.
WAITING, TOLD, CONFIRMED = "waiting", "told", "confirmed"


class IItem(Interface):
    """A record that a case closes."""

    uid = Attribute("UID")
    agency = Attribute("path id of the agency that has it, '' for a personal document")
    kind = Attribute("portal type")
    found = Attribute("report, copy: reported, or found by the same bytes")
    state = Attribute("one of STATES")
    when = Attribute("aware datetime of the state")
    by = Attribute("userid")
    files = Attribute("tuple of dict of what was destroyed (see disposals.destroying.contents_of)")


class IParty(Interface):
    """Somebody who is to be told."""

    key = Attribute("HEAD, MANAGING, SENDER, COMPETENT, or HOLDER with the agency: 'holder:snv'")
    agency = Attribute("path id, '' outside of the system")
    name = Attribute("str: what it is called where it is no agency of the system")
    state = Attribute("WAITING, TOLD, CONFIRMED")
    when = Attribute("aware datetime of the state")
    by = Attribute("userid, system")
    note = Attribute("str: how it was told")


class ICase(Interface):
    """A report with what it closes."""

    id = Attribute("str: year and number, 2026-001")
    agency = Attribute("path id of the agency in which it was reported")
    record = Attribute("UID of the record that was reported first")
    state = Attribute("one of STATES")
    reports = Attribute("tuple of Report (by, when, reason), the first that opened the case")
    items = Attribute("mapping UID -> IItem")
    parties = Attribute("mapping key -> IParty, in the order of the regulation")
    hashes = Attribute("set of str: SHA-256 of the versions that are closed")
    closed = Attribute("aware datetime or None")
    closed_by = Attribute("userid or ''")
    outcome = Attribute("str: the reason with which it was closed")


class IKin(Interface):
    """Named adapter of a record (several may exist): records that show the same without having its bytes."""

    def records():
        """list of records; they are closed with it."""

    def files():
        """list of IStoredFile of other records that it shows, whose bytes are closed with it."""


class ICases(Interface):
    """Utility: the cases of the site. Reading writes nothing; checks no rights."""

    def all(state="", agency=""):
        """The newest first: list of ICase, narrowed by state and by an agency that the case concerns."""

    def get(case_id):
        """ICase, or None."""

    def add(agency, record_uid, report):
        """A new ICase with the next number of the year."""

    def case_of(sha256):
        """Id of the case that closes the bytes with this hash, or ''."""

    def close_bytes(case, hashes):
        """Close the bytes with these hashes (iterable of hex) under the case."""

    def open_bytes(case):
        """Let the bytes of the case be again."""
