"""Settings of the link with the one-stop system, what waits, what went over it."""

from qlvb.workflows.links.api import LinkService
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.sending import TEST


class LinkGet(LinkService):
    """Settings (the token is never shown), the last try-out, what waits, the latest messages."""

    line = EVENTS
    test = TEST
    name = "@onestop-link"


class LinkPatch(LinkGet):
    """Change settings or ``token``; the answer is all of it."""

    def answer(self):
        return self.changed()


class LinkTest(LinkGet):
    """Try the address and the token out: a job, whose state the answer to GET tells; 202."""

    def answer(self):
        return self.tried()
