"""The route of an outgoing document: who had it, for what, until when, with what result."""

from zope.interface import Attribute
from zope.interface import Interface


STEP_KINDS = ("draft", "review", "appraise", "sign", "rework", "issue")
OUTCOMES = (
    "handed_over",
    "submitted",
    "resubmitted",
    "approved",
    "to_appraisal",
    "appraised",
    "forwarded",
    "finished",
    "returned",
    "signed",
    "refused",
    "issued",
    "withdrawn",
    "cancelled",
)
#: Outcomes of steps that were ended by somebody else than whom they lay with.
TAKEN_AWAY = ("withdrawn", "cancelled")


class IRouteStep(Interface):
    """One station of the route. Closed steps never change."""

    id = Attribute("str")
    kind = Attribute("one of STEP_KINDS")
    person = Attribute("principal whose turn it is: a userid, or the id of the clerks' group")
    sent_by = Attribute("userid of who passed it on")
    request = Attribute("str: what is asked")
    since = Attribute("datetime, aware")
    done = Attribute("datetime or None while open")
    done_by = Attribute("userid or ''")
    on_behalf = Attribute("userid in whose place ``done_by`` acted, or ''")
    basis = Attribute("the document that authorised him, or ''")
    outcome = Attribute("one of OUTCOMES, or '' while open")
    comment = Attribute("str")
    file_version = Attribute("int or None: number of the main file's version that was before the person")
    file_sha256 = Attribute("hex of that version, or ''")


class IRoute(Interface):
    """Adapter of IOutgoingDocument. Created by the first act, never by reading; only the acts write."""

    def steps():
        """Oldest first: list of IRouteStep."""

    def current():
        """The open step, or None."""

    def last_closed():
        """The step closed last, or None."""

    def people():
        """userids of those who did something, in order, each once: list of str."""

    def aside():
        """userids of those who have finished with it (Hoàn tất) since they last had it in hand: set of str."""

    def set_aside(person):
        """``person`` (userid) follows it no longer, until he has it in hand again."""

    def open(kind, person, sent_by, request=""):
        """Begin a step; returns it. It is this person's turn from now on (role Handler)."""

    def close(outcome, by, comment=""):
        """End the open step and return it; its person stays a reader (role Participant) unless it was withdrawn."""


class IIssuingClerks(Interface):
    """Adapter of IOutgoingDocument: to whom it goes to be numbered and issued."""

    def group():
        """Id of a function group of clerks, of the agency (``skhcn.clerk``) or a department (``skhcn.cntt.clerk``)."""
