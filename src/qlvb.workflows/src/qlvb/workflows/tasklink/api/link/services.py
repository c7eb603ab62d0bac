"""Settings of the link with the province's system, what waits, what went over it."""

from qlvb.workflows.links.api import LinkService
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasklink.sending import TEST


class LinkGet(LinkService):
    """Settings (the token is never shown), the last try-out, what waits, the latest messages."""

    line = REPORTS
    test = TEST
    name = "@province-link"


class LinkPatch(LinkGet):
    """Change ``enabled``, ``address``, ``account`` or ``token``; the answer is all of it."""

    def answer(self):
        return self.changed()


class LinkTest(LinkGet):
    """Try the address and the token out: a job, whose state the answer to GET tells; 202."""

    def answer(self):
        return self.tried()
