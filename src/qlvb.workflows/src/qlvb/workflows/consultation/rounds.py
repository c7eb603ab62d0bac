"""Rounds as persistent objects in an annotation of the draft."""

from persistent.list import PersistentList
from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.workflows.consultation.agencies import agency_of
from qlvb.workflows.consultation.agencies import end_requests
from qlvb.workflows.consultation.agencies import extend_requests
from qlvb.workflows.consultation.agencies import send_request
from qlvb.workflows.consultation.interfaces import ANSWERS
from qlvb.workflows.consultation.interfaces import DECISIONS
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.interfaces import IOpinion
from qlvb.workflows.consultation.interfaces import IPoint
from qlvb.workflows.consultation.interfaces import IRound
from qlvb.workflows.rights.interfaces import IGrants
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = record_content("qlvb.consultations")
CAUSE = "consultation"


@implementer(IPoint)
class Point(RecordPart):
    """See IPoint."""

    decision = ""
    reason = ""
    decided_by = ""

    def __init__(self, id, place, text):
        self.id = id
        self.place = nfc(place)
        self.text = nfc(text)


@implementer(IOpinion)
class Opinion(RecordPart):
    """See IOpinion."""

    answer = ""
    answered = None
    answered_by = ""
    late = False
    text = ""
    points = ()
    file = ""
    request = ""
    chases = ()

    def __init__(self, id, principal):
        self.id = id
        self.principal = principal


@implementer(IRound)
class Round(RecordPart):
    """See IRound."""

    closed = None
    closed_by = ""
    withdrawn = False

    def __init__(self, id, question, deadline, by, file_version):
        self.id = id
        self.question = nfc(question or "")
        self.deadline = deadline
        self.begun = clock.now()
        self.by = by
        self.file_version = file_version
        self.opinions = PersistentList()

    def open_opinions(self):
        """Those who have not answered: list of IOpinion."""
        return [opinion for opinion in self.opinions if not opinion.answer]


@implementer(IConsultations)
@adapter(IOutgoingDocument)
class Consultations:
    """See IConsultations."""

    def __init__(self, document):
        self.document = document

    def rounds(self):
        """See IConsultations."""
        return list(IAnnotations(self.document).get(ANNOTATION, ()))

    def current(self):
        """See IConsultations."""
        rounds = self.rounds()
        return rounds[-1] if rounds and rounds[-1].closed is None else None

    def begin(self, question, deadline, principals, by):
        """See IConsultations. :raises ValueError: a round runs already (the act refuses that before)."""
        if self.current() is not None:
            raise ValueError("a round is running")
        main = IFileStore(self.document).main()
        version = main.current.number if main is not None else None
        kept = kept_under(self.document, ANNOTATION, PersistentList)
        found = Round(f"r{len(kept) + 1}", question, deadline, by, version)
        kept.append(found)
        self.ask(principals)
        return found

    def ask(self, principals):
        """See IConsultations."""
        current = self.current()
        known = {opinion.principal for opinion in current.opinions}
        made = []
        for principal in dict.fromkeys(principals):
            if principal not in known:
                opinion = Opinion(f"{current.id}-{len(current.opinions) + 1}", principal)
                current.opinions.append(opinion)
                made.append(opinion)
                if agency_of(principal):
                    opinion.request = send_request(self.document, current, opinion)
                else:
                    IGrants(self.document).grant(principal, "Participant", CAUSE, opinion.id)
        return made

    def own(self, principals):
        """See IConsultations."""
        current = self.current()
        mine = [opinion for opinion in current.opinions if opinion.principal in principals] if current else []
        mine.sort(key=lambda opinion: (bool(opinion.answer), "." in opinion.principal))
        return mine[0] if mine else None

    def answer(self, opinion, answer, text, points, file_id, by):
        """See IConsultations. :raises ValueError: not an answer."""
        if answer not in ANSWERS:
            raise ValueError(answer)
        opinion.answer = answer
        opinion.answered = clock.now()
        opinion.answered_by = by
        opinion.late = clock.today() > self.current().deadline
        opinion.text = nfc(text or "")
        opinion.points = tuple(
            Point(f"{opinion.id}-{number}", place, words) for number, (place, words) in enumerate(points, 1)
        )
        opinion.file = file_id or opinion.file
        return opinion

    def extend(self, deadline):
        """See IConsultations."""
        self.current().deadline = deadline
        extend_requests(self.current())

    def find(self, opinion_id):
        """See IConsultations."""
        pairs = ((found, opinion) for found in self.rounds() for opinion in found.opinions)
        return next((pair for pair in pairs if pair[1].id == opinion_id), None)

    def chase(self, by):
        """See IConsultations."""
        waiting = self.current().open_opinions()
        for opinion in waiting:
            opinion.chases = (*opinion.chases, (clock.now(), by))
        return waiting

    def close(self, by, withdrawn=False):
        """See IConsultations."""
        current = self.current()
        current.closed = clock.now()
        current.closed_by = by
        current.withdrawn = withdrawn
        end_requests(current, "withdraw" if withdrawn else "close")
        return current

    def point(self, point_id):
        """See IConsultations."""
        for found in self.rounds():
            for opinion in found.opinions:
                for point in opinion.points:
                    if point.id == point_id:
                        return found, opinion, point
        return None

    def decide(self, point_id, decision, reason, by):
        """See IConsultations. :raises ValueError: not a decision, or no such remark."""
        found = self.point(point_id)
        if decision not in DECISIONS or found is None:
            raise ValueError(point_id)
        point = found[2]
        point.decision, point.reason, point.decided_by = decision, nfc(reason or ""), by
        return point
