"""Whose word a submission note waits for, as far as it can be delegated: to decide on it, to give an opinion.

A note is of the types of the drafts that it carries: a delegation limited to some types reaches it when all of them are
among those, as whoever decides on the note decides on every draft. It reaches no note without drafts.
"""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import IAwaited
from qlvb.workflows.delegation.interfaces import ITurn
from qlvb.workflows.rights.secrecy import is_secret
from qlvb.workflows.submission.interfaces import IHoldingNote
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.types import draft_types
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which nobody's word is awaited any more.
ENDED = ("approved", "cancelled")


def waiting_roles(state, decider, asked):
    """dict userid -> set of roles by which his word is awaited. Pure. ``decider`` is "" for nobody; a note that is
    being submitted has one before its state says so.

    >>> waiting_roles("to_decide", "huy", ["luu"]), waiting_roles("approved", "", ["luu"])
    ({'luu': {'Participant'}, 'huy': {'Handler'}}, {})
    """
    if state in ENDED or not decider:
        return {}
    return {**{userid: {"Participant"} for userid in asked}, decider: {"Handler"}}


@implementer(ITurn)
@adapter(ISubmissionNote)
class NoteTurn:
    """See ITurn."""

    def __init__(self, note):
        self.note = note

    def people(self):
        course = INoteCourse(self.note)
        step = course.current()
        asked = [opinion.person for opinion in course.opinions() if opinion.done is None]
        return waiting_roles(state_of(self.note), step.person if step is not None else "", asked)

    def holders(self, permission):
        people = self.people() if permission == "qlvb: Review" else {}
        return {userid for userid, roles in people.items() if "Handler" in roles}

    def reached_by(self, scope):
        agency = getUtility(IDirectory).agency_of(self.note)
        types, home, secret = draft_types(self.note), agency.id if agency is not None else "", is_secret(self.note)
        return all(scope.covers(home, "outgoing", name, secret) for name in types or [""])


@implementer(IAwaited)
@adapter(IOutgoingDocument)
class DraftOfNote:
    """See IAwaited: whoever stands in for those whose word its note waits for reads the draft."""

    def __init__(self, draft):
        self.draft = draft

    def people(self):
        note = IHoldingNote(self.draft).note()
        return set(ITurn(note).people()) if note is not None else set()
