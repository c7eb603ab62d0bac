"""A link with a system of others."""

from zope.interface import Attribute
from zope.interface import Interface


#: What becomes of a message: it waits; the other side has taken it and will answer; it has it; it could not be sent or
#: was not taken.
REPORT_STATES = ("queued", "sent", "confirmed", "failed")


class ISystemLink(Interface):
    """Base of the utilities: the site's link with one system; settings, what waits, what went over it lately."""

    name = Attribute("str: which of several systems of the kind, '' for the first")
    settings = Attribute("dict enabled, address, account and the link's own; never the token")
    has_token = Attribute("bool")
    enabled = Attribute("bool: on, with an address and a token")

    def change(values):
        """Keep settings (JSON values; ``token`` may be among them) and give the account its role.

        :raises Refused: 400, all mistakes.
        """

    removed = Attribute("aware datetime when the system was removed, or None; its records and its log stay")

    def remove():
        """Unlink the system: its account, token and settings no longer count. Repeated: 409.

        :raises Refused: 409, something waits for it.
        """

    def token():
        """str, for the sender alone."""

    def waiting():
        """UIDs of records that have messages to send: list."""

    def put_in_line(uid, waits):
        """The record has messages to send (``waits``: True), or none any more."""

    def note(way, number, event, outcome, text=""):
        """Write a line of the log: ``way`` is ``in`` or ``out``, ``text`` a message for people."""

    def log(most):
        """The latest lines, the newest first: list of dict when, way, number, event, outcome, text."""

    def prune():
        """Drop lines of the log beyond those that are kept; returns how many."""


class ILine(Interface):
    """Utility named like the page and the service of a link's settings: the messages that go over it; see line.Line."""
