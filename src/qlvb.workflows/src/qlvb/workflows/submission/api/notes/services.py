"""``GET @note`` of a note, ``POST @notes`` of an agency."""

from plone.restapi.services import Service
from qlvb.content.answering import AnsweringService
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.submission.interfaces import INoteFactory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.standing.asking import standing_of
from qlvb.workflows.submission.inputs import IDraftNoteInput
from qlvb.workflows.submission.interfaces import INoteCourse
from zope.component import getUtility
from zope.i18n import translate
from zope.schema import getFieldNames


class NoteGet(Service):
    """A submission note: its texts, documents, decisions, opinions, and why it stands where it stands."""

    def reply(self):
        return note_as_json(self.context, self.request)


class NotesPost(AnsweringService):
    """A new submission note of the person who asks, in state ``draft``; answered with 201 and the note."""

    def answer(self):
        values, violations = convert(IDraftNoteInput, self.body(), self.context)
        if violations:
            raise Refused(violations)
        agency = getUtility(IDirectory).agency_of(self.context)
        note = getUtility(INoteFactory).create(agency.id, values, self.userid)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", note.absolute_url())
        return note_as_json(note, self.request)


def note_as_json(note, request):
    """dict of JSON values."""
    course = INoteCourse(note)
    fields = {name: getattr(note, name) for name in getFieldNames(IDraftNoteInput)}
    return {
        "@id": note.absolute_url(),
        "UID": note.UID(),
        "state": state_of(note),
        "drafter": _person(note.drafter),
        "signed": official_version(note) is not None,
        "standing": translate(standing_of(note).sentence, context=request),
        **{name: list(value) if isinstance(value, (list, tuple)) else value for name, value in fields.items()},
        "decisions": [
            {
                "id": step.id,
                "person": _person(step.person),
                "on_behalf": _person(step.on_behalf) if step.on_behalf else None,
                "basis": step.basis,
                "since": _moment(step.since),
                "done": _moment(step.done),
                "outcome": step.outcome,
                "comment": step.comment,
            }
            for step in course.decisions()
        ],
        "opinions": [
            {
                "id": opinion.id,
                "person": _person(opinion.person),
                "asked_by": _person(opinion.asked_by),
                "answered_by": _person(opinion.answered_by) if opinion.answered_by else None,
                "basis": opinion.basis,
                "since": _moment(opinion.since),
                "done": _moment(opinion.done),
                "answer": opinion.answer,
                "text": opinion.text,
            }
            for opinion in course.opinions()
        ],
    }


def _person(userid):
    return {"id": userid, "name": name_of(userid)}


def _moment(when):
    return when.isoformat() if when is not None else None
