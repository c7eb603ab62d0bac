"""What lists of requests and one request show."""

from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.requests.words import FORMS
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.workflows.accounts.requests.lists import clock_of
from zope.component import getUtility


_TONES = {"submitted": "info", "processing": "warn", "returned": "bad", "done": "good", "withdrawn": "neutral"}


def row_of(request):
    """dict form, title, url, agency, author, sent, due, clock, late, rows, state, tone."""
    directory, state, clock = getUtility(IDirectory), state_of(request), clock_of(request)
    return {
        "form": FORMS[request.kind],
        "title": request.title,
        "url": request.absolute_url(),
        "agency": directory.agency_of(request).title,
        "author": directory.person(request.author).fullname,
        "sent": request.sent_on.strftime("%d/%m/%Y"),
        "due": request.due.strftime("%d/%m/%Y"),
        "answered": show_date(request.answered_on),
        "clock": clock.words,
        "late": clock.left is not None and clock.left < 0,
        "rows": len(request.agencies) + len(request.people),
        "state": title_of_state("AccountRequest", state),
        "tone": _TONES[state],
    }
