"""Short messages to people's mobile phones, over the gateway that an agency pays for."""

from zope.interface import Attribute
from zope.interface import Interface


class ISmsGateway(Interface):
    """Adapter of an agency. Reading never writes; nothing here checks rights."""

    settings = Attribute("dict of JSON values, see ``gateway.DEFAULTS``; never the token")
    has_token = Attribute("bool")
    enabled = Attribute("bool: on, and on a server that the system's administrator allows")

    def token():
        """str, for the sender alone."""

    def rule(event):
        """on, urgent or off: what the agency sends of an event (id of an INoticeKind)."""

    def change(values):
        """Keep settings (JSON values; ``token`` and ``rule`` may be among them). :raises Refused: 400, all mistakes."""

    def note(job_id, userid, events, number, error=""):
        """Write a line of the log: what went to whom, or ("error", message id) could not. Once for each job and
        outcome.
        """

    def log(most=50):
        """The latest lines, the newest first: list of dict when (aware datetime), userid, events (list), number (with
        its middle hidden), error.
        """
