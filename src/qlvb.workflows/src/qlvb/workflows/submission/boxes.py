"""In which lists a note sits."""

from qlvb.content.index.draft_types import DRAFT_TYPES
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.types import draft_types
from zope.component import adapter
from zope.interface import implementer


LIVE = ("to_decide", "in_progress")


def tokens_of(state, drafter, current, decided, asked, heard=()):
    """Pairs (box, principal) of a note (pure function). ``current`` is whose turn it is or "", ``decided`` who has
    decided or was to, ``asked`` whose opinion is open, ``heard`` whose opinion was given.
    """
    found = [("notes.mine", drafter)]
    informed = heard if state in LIVE else {*asked, *heard}
    found.extend(("notes.information", person) for person in set(informed) - {drafter, current, *decided})
    if state in LIVE:
        found.append(("notes.to_decide", current))
        found.extend(("notes.in_progress", person) for person in {drafter, *decided} - {current})
        found.extend(("notes.to_comment", person) for person in asked)
    elif state == "approved":
        found.extend(("notes.approved", person) for person in {drafter, *decided})
    elif state == "returned":
        found.append(("notes.returned", drafter))
    return [(box, person) for box, person in found if person]


@implementer(IBoxTokens)
@adapter(ISubmissionNote)
class NoteTokens:
    """See :func:`tokens_of`; beside them the types of the drafts, by which limited delegations are told apart."""

    def __init__(self, note):
        self.note = note

    def tokens(self):
        """See IBoxTokens."""
        course = INoteCourse(self.note)
        step = course.current()
        pairs = tokens_of(
            state_of(self.note),
            self.note.drafter,
            step.person if step is not None else "",
            {found.person for found in course.decisions() if found.done is not None and found.outcome == "agreed"},
            {opinion.person for opinion in course.opinions() if opinion.done is None},
            {opinion.person for opinion in course.opinions() if opinion.done is not None},
        )
        if state_of(self.note) in LIVE:
            pairs += [(DRAFT_TYPES, name) for name in draft_types(self.note)]
        return sorted({f"{box}|{name}" for box, name in pairs})


@implementer(IRowFacts)
@adapter(ISubmissionNote)
class NoteFacts:
    """Whose turn it is, since when."""

    def __init__(self, note):
        self.note = note

    def facts(self):
        """See IRowFacts."""
        step = INoteCourse(self.note).current()
        return {"holders": [step.person], "since": step.since.isoformat()} if step is not None else {}
