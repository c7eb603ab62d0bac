"""The link with the province's system of tasks, and what went to and fro about one task."""

from zope.interface import Attribute
from zope.interface import Interface


#: What becomes of a report: it waits; the province has taken it and will answer; it has it; it could not be sent or was
#: not taken.
REPORT_STATES = ("queued", "sent", "confirmed", "failed")


class ITaskLink(Interface):
    """Utility: the site's link; settings, the numbers that are known, what waits, what went over it lately."""

    settings = Attribute("dict enabled, address, account; never the token")
    has_token = Attribute("bool")
    enabled = Attribute("bool: on, with an address and a token")

    def change(values):
        """Keep settings (JSON values; ``token`` may be among them) and give the account its role.

        :raises Refused: 400, all mistakes.
        """

    def token():
        """str, for the sender alone."""

    def task(number):
        """The Task with this number of the province, whoever may see it, or None."""

    def remember(number, uid):
        """``uid`` is the task of this number from now on."""

    def waiting():
        """UIDs of tasks that have reports to send: list."""

    def put_in_line(uid, waits):
        """The task has reports to send (``waits``: True), or none any more."""

    def note(way, number, event, outcome, text=""):
        """Write a line of the log: ``way`` is ``in`` or ``out``, ``text`` a message for people."""

    def log(most):
        """The latest lines, the newest first: list of dict when, way, number, event, outcome, text."""

    def prune():
        """Drop lines of the log beyond those that are kept; returns how many."""


class IExchange(Interface):
    """What went to and fro about one task: persistent object in an annotation, read by ``exchange_of``."""

    reports = Attribute("Report, oldest first")
    answered = Attribute("mapping: id of a message of the province -> what it was answered (dict)")
    revision = Attribute("int: revision of the task as the province gave it last")
    progress = Attribute("int: percent that was reported last")
    changed = Attribute("datetime of the province's last word, or None")
