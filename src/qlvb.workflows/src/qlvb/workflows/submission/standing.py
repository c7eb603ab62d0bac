"""Why a note stands still."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.organisation.people import name_of
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from qlvb.workflows.signqueue.standing import of_order
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from qlvb.workflows.standing.lasting import lasting
from qlvb.workflows.submission.interfaces import INoteCourse
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IStanding)
@adapter(ISubmissionNote)
class NoteStanding:
    """Whose decision is awaited, and how many opinions are open; else the state."""

    def __init__(self, note):
        self.note = note

    def standing(self):
        """See IStanding."""
        course = INoteCourse(self.note)
        step = course.current()
        if step is None:
            sentence = of_order(ISigningOrders(self.note).live())
            return Standing(sentence, kind="sign") if sentence is not None else StateStanding(self.note).standing()
        asked = sum(1 for opinion in course.opinions() if opinion.done is None)
        days = (clock.today() - step.since.date()).days
        mapping = {
            "holder": name_of(step.person),
            "since": show_moment(step.since),
            "lasting": lasting(days),
            "asked": str(asked),
        }
        sentence = _("standing_note", default="Đang chờ ${holder} quyết định, từ ${since} (${lasting}).")
        if asked:
            sentence = _(
                "standing_note_asked",
                default="Đang chờ ${holder} quyết định, từ ${since} (${lasting}); còn ${asked} ý kiến chưa có.",
            )
        sentence = Message(sentence, mapping=mapping)
        return Standing(sentence, kind="decide", holders=[step.person], since=step.since, days=days)
