"""Assignment lines: what one recipient still has to do with a record. Persistent objects in an annotation of the
record.
"""

from zope.interface import Attribute
from zope.interface import Interface


LINE_ROLES = ("lead", "coordinate", "information")
LINE_STATES = ("new", "in_progress", "forwarded", "finished", "returned", "withdrawn")


class ILine(Interface):
    id = Attribute("str")
    role = Attribute("one of LINE_ROLES")
    recipient = Attribute("userid")
    department = Attribute("department id or ''")
    assigned_by = Attribute("userid")
    assigned_at = Attribute("datetime")
    request = Attribute("str: what is asked")
    deadline = Attribute("date or None")
    state = Attribute("one of LINE_STATES")
    opened_at = Attribute("datetime or None")
    closed_at = Attribute("datetime or None")
    result = Attribute("str")
    reply = Attribute("UID of the reply document or ''")
    parent = Attribute("id of the line it was forwarded from, or ''")


class ILines(Interface):
    """Adapter of IRecord."""

    def assign(role, recipient, by, request="", deadline=None, parent="", department=""):
        """Add a line, grant its right (cause ``line``), journal; returns ILine. One open line per recipient."""

    def get(line_id):
        """ILine, or None."""

    def all():
        """By time: list of ILine."""

    def of(userid, open_only=True):
        """list of ILine."""

    def open(line):
        """The holder has opened the record: information lines finish, others become in_progress. True if changed."""

    def finish(line, by, result="", reply=""):
        """Finish the line; when all lead lines are finished the rest closes (workflows.md 3.3)."""

    def return_back(line, by, reason):
        """Holder gives it back; lines forwarded from it are withdrawn."""

    def withdraw(line, by, reason=""):
        """Assigner takes it back, until the recipient acts (opening is no act)."""

    def reopen(line, by, reason):
        """A finished line goes on."""

    def stranded():
        """bool: there were lead lines and all were returned or withdrawn: somebody must assign anew."""

    def settled():
        """bool: there is at least one lead line and every lead line is finished, returned or withdrawn, one at least
        finished.
        """


class IWorkingCalendar(Interface):
    """Utility."""

    def is_working(day):
        """bool: neither weekend nor a public holiday of Vietnam (library holidays)."""

    def add(day, working_days):
        """The date ``working_days`` after ``day``."""

    def between(start, end):
        """Working days from ``start`` (excluded) to ``end`` (included); negative when ``end`` is before."""
