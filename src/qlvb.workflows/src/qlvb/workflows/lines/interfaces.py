"""Assignment lines: what one recipient still has to do with a record. Persistent objects in an annotation of the
record.
"""

from zope.interface import Attribute
from zope.interface import Interface


LINE_ROLES = ("lead", "coordinate", "information")
LINE_STATES = (
    "new",
    "in_progress",
    "forwarded",
    "to_extend",
    "to_confirm",
    "finished",
    "returned",
    "withdrawn",
)


class ILine(Interface):
    """A line of an assignment: one person's or unit's part in a document."""

    id = Attribute("str")
    role = Attribute("one of LINE_ROLES")
    recipient = Attribute("userid")
    department = Attribute("department id or ''")
    assigned_by = Attribute("userid")
    assigned_for = Attribute("userid in whose place the assigner acted, or ''")
    assigned_at = Attribute("datetime")
    request = Attribute("str: what is asked")
    deadline = Attribute("date or None")
    former = Attribute("tuple of date or None: the deadlines it had before, oldest first")
    state = Attribute("one of LINE_STATES")
    resume = Attribute("state it goes on in when the request for a later deadline is answered, '' when none waits")
    confirm = Attribute("bool: the assigner wants to accept the result before the line is finished")
    opened_at = Attribute("datetime or None")
    acted = Attribute("what its holder did last: forwarded, replied, asked, progress, finished, returned; '' nothing")
    acted_at = Attribute("datetime or None: when")
    closed_at = Attribute("datetime or None")
    closed_by = Attribute("userid, 'system' or ''")
    closed_for = Attribute("userid in whose place he did it, or ''")
    basis = Attribute("the document that authorised whoever acted last in somebody's place, or ''")
    result = Attribute("str")
    reply = Attribute("UID of the reply document or ''")
    files = Attribute("tuple of ids of files of the record that are the result")
    parent = Attribute("id of the line it was forwarded from, or ''")
    replaced_by = Attribute("id of the line that took its place: who was to read it only was given work; or ''")
    extensions = Attribute("tuple of Extension, oldest first")
    chases = Attribute("tuple of Chase, oldest first")
    reports = Attribute("tuple of Report, oldest first")
    progress = Attribute("int: percent last reported, or None")
    pending = Attribute("the Extension that waits for an answer, or None")


class ILines(Interface):
    """Adapter of IRecord. Every change is journalled; reindexing is the caller's task."""

    def assign(role, recipient, by, request="", deadline=None, parent="", department="", confirm=False):
        """Add a line, grant its right (cause ``line``), journal; returns ILine. One open line per recipient: an open
        one for information is closed as replaced when its holder is given work.

        ``confirm``: the assigner wants to accept the result.
        """

    def get(line_id):
        """ILine, or None."""

    def all():
        """By time: list of ILine."""

    def of(userid, open_only=True):
        """list of ILine."""

    def open(line):
        """The holder has opened the record: information lines finish, others become in_progress. True if changed."""

    def finish(line, by, result="", reply="", files=(), accepted=False):
        """Finish the line; when all lead lines are finished the rest closes (workflows.md 3.3). A line whose assigner
        wants to accept the result waits for that (``to_confirm``). ``accepted``: the assigner himself finishes it in
        place of the holder.
        """

    def confirm(line, by):
        """The assigner accepts the result: the line is finished."""

    def redo(line, by, reason):
        """The assigner does not accept the result: the holder goes on."""

    def report(line, by, percent, text=""):
        """The holder tells how far it is."""

    def ask_extension(line, by, reason, wished):
        """The holder asks for ``wished`` (date) as deadline; the line waits for the answer (``to_extend``)."""

    def answer_extension(line, by, deadline=None, answer=""):
        """The assigner gives ``deadline`` to the line and to those who were given the same work with it, or refuses
        (None). The old deadline is kept. Returns the lines whose deadline moved: list of ILine.
        """

    def chase(line, by, message=""):
        """Urge the holder; counted on the line."""

    def return_back(line, by, reason):
        """Holder gives it back; lines forwarded from it are withdrawn."""

    def withdraw(line, by, reason=""):
        """Assigner takes it back, until the recipient acts (opening is no act)."""

    def close_all(by, reason):
        """Close whatever is open, because the record itself came to an end; returns the lines: list of ILine."""

    def reopen(line, by, reason):
        """A finished line goes on."""

    def stranded():
        """bool: there were lead lines and all were returned or withdrawn: somebody must assign anew."""

    def settled():
        """bool: there is at least one lead line and every lead line is finished, returned or withdrawn, one at least
        finished.
        """


class IDecidedDays(Interface):
    """Adapter of an agency, or of the site: days off and days worked instead, decided beside the law (lịch nghỉ, hoán
    đổi ngày làm việc). What the agency decides goes before what was decided for the site.
    """

    def all():
        """By day: list of DecidedDay (``day``, ``working``, ``note``, ``by``, ``when``)."""

    def check(day, working, note):
        """list of Violation of a decision."""

    def decide(day, working, note, by):
        """Keep a decision for ``day`` (date), in place of an older one. :raises Refused: 400."""

    def forget(day):
        """Take the decision back. :raises Refused: 404 none was made."""


class IWorkingCalendar(Interface):
    """Utility. ``agency`` is the id of the agency whose days count, or None for the country's."""

    def is_working(day, agency=None):
        """bool: no weekend, no public holiday of Vietnam (library holidays), as the site and the agency decided."""

    def add(day, working_days, agency=None):
        """The date ``working_days`` after ``day``."""

    def between(start, end, agency=None):
        """Working days from ``start`` (excluded) to ``end`` (included); negative when ``end`` is before."""
