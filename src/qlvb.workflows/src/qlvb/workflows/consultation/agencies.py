"""Asking other agencies of the site: each gets a request of its own, the draft stays where it is."""

from qlvb.content.lookup import find_record
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.content.opinions.interfaces import IOpinionRequestFactory
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from zope.component import getUtility


ANSWERING = "leader"  # the function that speaks for an agency
#: Functions that are told of a request and see to it.
RECEIVING = ("leader", "clerk")
#: States of a request in which it can still be answered, and the version asked about be read.
RUNNING = ("to_answer", "answered")


def principal_of(agency_id):
    """The principal of an agency's opinion: those who speak for it."""
    return group_id(agency_id, ANSWERING)


def agency_of(principal):
    """Id of the agency that a principal of an opinion stands for; "" for people and departments.

    >>> agency_of("snv.leader"), agency_of("snv.ccvc.unit_leader"), agency_of("leminhanh")
    ('snv', '', '')
    """
    agency_id, _dot, function = principal.partition(".")
    return agency_id if function == ANSWERING else ""


def send_request(document, found, opinion):
    """Make the request for ``opinion`` of the round ``found``; returns its UID."""
    values = {
        "subject": document.subject,
        "question": found.question,
        "deadline": found.deadline,
        "asking_agency": getUtility(IDirectory).agency_of(document).id,
        "document_type": document.document_type,
        "urgency": document.urgency,
        "draft": document.UID(),
        "draft_version": found.file_version,
        "opinion": opinion.id,
    }
    return getUtility(IOpinionRequestFactory).create(agency_of(opinion.principal), values, found.by).UID()


def request_of(opinion):
    """The IOpinionRequest of an opinion, or None."""
    found = find_record(opinion.request) if opinion.request else None
    return found if IOpinionRequest.providedBy(found) else None


def extend_requests(found):
    """The requests that wait have the round's deadline."""
    for request in _running(found):
        request.deadline = found.deadline
        request.reindexObject()


def end_requests(found, transition):
    """End the requests of a round by ``transition`` (close, withdraw)."""
    for request in _running(found):
        fire(request, transition)
        request.reindexObject()
        request.reindexObjectSecurity()


def _running(found):
    requests = [request for opinion in found.opinions if (request := request_of(opinion)) is not None]
    return [request for request in requests if state_of(request) in RUNNING]
