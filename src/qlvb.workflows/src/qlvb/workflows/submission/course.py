"""Decisions and opinions as persistent objects in an annotation of the note."""

from persistent import Persistent
from persistent.list import PersistentList
from qlvb.content import clock
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.text import nfc
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.submission.interfaces import IDecision
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.interfaces import INoteOpinion
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


DECISIONS = "qlvb.note.decisions"
OPINIONS = "qlvb.note.opinions"


@implementer(IDecision)
class Decision(Persistent):
    """See IDecision."""

    since = None
    done = None
    outcome = ""
    comment = ""
    on_behalf = ""
    basis = ""
    to_sign = False
    signed = None
    paper = None

    def __init__(self, id, person, round):
        self.id = id
        self.person = person
        self.round = round


@implementer(INoteOpinion)
class NoteOpinion(Persistent):
    """See INoteOpinion."""

    done = None
    answer = ""
    text = ""
    answered_by = ""
    basis = ""

    def __init__(self, id, person, asked_by):
        self.id = id
        self.person = person
        self.asked_by = asked_by
        self.since = clock.now()


@implementer(INoteCourse)
@adapter(ISubmissionNote)
class NoteCourse:
    """See INoteCourse. Whose turn it is has the role Handler, who is or was asked that of a Participant."""

    def __init__(self, note):
        self.note = note

    def decisions(self):
        """See INoteCourse."""
        return list(IAnnotations(self.note).get(DECISIONS, ()))

    def opinions(self):
        """See INoteCourse."""
        return list(IAnnotations(self.note).get(OPINIONS, ()))

    def current(self):
        """See INoteCourse."""
        return next((step for step in self.decisions() if step.since is not None and step.done is None), None)

    def latest(self):
        """See INoteCourse."""
        steps = self.decisions()
        return [step for step in steps if step.round == steps[-1].round]

    def submit(self, people):
        """See INoteCourse."""
        stored = self._writable(DECISIONS)
        round = 1 + max((step.round for step in stored), default=0)
        for person in people:
            stored.append(Decision(f"d{len(stored) + 1}", person, round))
        return self._begin_next()

    def decide(self, outcome, by, comment, basis=""):
        """See INoteCourse."""
        step = self.current()
        step.done = clock.now()
        step.outcome = outcome
        step.comment = nfc(comment or "")
        step.on_behalf = by if by != step.person else ""
        step.basis = basis if step.on_behalf else ""
        grants = IGrants(self.note)
        grants.revoke("note", step.id, role="Handler")
        for principal in {step.person, by}:
            grants.grant(principal, "Participant", "note", step.id)
        if outcome == "agreed":
            return self._begin_next()
        stored = self._writable(DECISIONS)
        stored[:] = [found for found in stored if found.since is not None]
        return None

    def _begin_next(self):
        step = next((found for found in self.decisions() if found.since is None), None)
        if step is not None:
            step.since = clock.now()
            IGrants(self.note).grant(step.person, "Handler", "note", step.id)
        return step

    def ask(self, people, by):
        """See INoteCourse."""
        stored = self._writable(OPINIONS)
        made = []
        for person in dict.fromkeys(people):
            if self.opinion_of(person) is None:
                opinion = NoteOpinion(f"o{len(stored) + 1}", person, by)
                stored.append(opinion)
                IGrants(self.note).grant(person, "Participant", "note", opinion.id)
                made.append(opinion)
        return made

    def opinion_of(self, userid):
        """See INoteCourse."""
        return next((found for found in self.opinions() if found.person == userid and found.done is None), None)

    def answer(self, opinion, answer, text, by="", basis=""):
        """See INoteCourse."""
        opinion.answered_by = by if by != opinion.person else ""
        opinion.basis = basis if opinion.answered_by else ""
        opinion.answer = answer
        opinion.text = nfc(text or "")
        opinion.done = clock.now()

    def _writable(self, key):
        annotations = IAnnotations(self.note)
        if key not in annotations:
            annotations[key] = PersistentList()
        return annotations[key]
