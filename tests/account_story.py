"""Requests, refusals and journals of accounts."""

from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.journal.interfaces import IJournal
from types import SimpleNamespace
from zope.interface import alsoProvides


def codes(refused):
    return refused.value.status, [violation.code for violation in refused.value.violations]


def events(portal, userid):
    """What the journal says after the post with which somebody of the story begins."""
    first, *others = [entry.event for entry in IJournal(portal["people"][userid]).entries()]
    assert first == "account.post_given"
    return others


def request_of(http_request, path):
    alsoProvides(http_request, IQlvbLayer)
    http_request.environ["PATH_INFO"] = path
    return SimpleNamespace(request=http_request)
