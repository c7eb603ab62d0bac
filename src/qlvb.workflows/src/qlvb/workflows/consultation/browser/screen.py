"""``@@consultation``: rounds, who has answered, and the table of remarks with accept and reject."""

from functools import cached_property
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.acts.browser.links import possible_links
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.table import remarks
from qlvb.workflows.consultation.table import tally
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import DECISION_TITLES
from qlvb.workflows.consultation.words import NOT_ANSWERED
from qlvb.workflows.consultation.words import name_of
from uuid import uuid4


TONES = {"agree": "good", "disagree": "bad", "other": "warn", "": "neutral"}
#: Acts whose buttons stand at the head of the screen.
OFFERED = (
    "give_opinion",
    "end_consultation",
    "submit",
    "chase_consultation",
    "extend_consultation",
    "withdraw_consultation",
    "consult",
)
BACK = _("act_back", default="Trở về")
#: (name, title, view): the table of remarks as files.
TABLES = (
    ("docx", _("consultation_as_docx", default="Bảng tổng hợp (docx)"), "@@consultation-table?format=docx"),
    ("xlsx", _("consultation_as_xlsx", default="Bảng tổng hợp (xlsx)"), "@@consultation-table?format=xlsx"),
)


class ConsultationView(ActionBar, BrowserView):
    """What the drafter works through, and everybody who may view the draft reads."""

    shell_section = "outgoing"

    @cached_property
    def consultations(self):
        return IConsultations(self.context)

    @cached_property
    def rounds(self):
        """Newest first: list of dict."""
        return [self._round(found) for found in reversed(self.consultations.rounds())]

    def _round(self, found):
        return {
            "id": found.id,
            "question": found.question,
            "by": name_of(found.by),
            "begun": show_moment(found.begun),
            "deadline": found.deadline.strftime("%d/%m/%Y"),
            "closed": show_moment(found.closed),
            "withdrawn": found.withdrawn,
            "version": found.file_version,
            "opinions": [self._opinion(found, opinion) for opinion in found.opinions],
        }

    def _opinion(self, found, opinion):
        return {
            "who": name_of(opinion.principal),
            "by": name_of(opinion.answered_by) if opinion.answered_by not in ("", opinion.principal) else "",
            "answer": ANSWER_TITLES.get(opinion.answer, NOT_ANSWERED),
            "tone": TONES[opinion.answer],
            "when": show_moment(opinion.answered),
            "late": opinion.late,
            "overdue": not opinion.answer and found.closed is None and clock.today() > found.deadline,
            "chases": len(opinion.chases),
            "where": self._where(opinion),
        }

    def _where(self, opinion):
        """str: who has the question in hand in another agency, "" for people of the own."""
        request = request_of(opinion)
        assignee = IRequestHandling(request).assignee if request is not None and not opinion.answer else ""
        return name_of(assignee) if assignee else ""

    @cached_property
    def tally(self):
        return tally(self.consultations.rounds())

    @cached_property
    def rows(self):
        """list of dict: the table of remarks."""
        return [
            {
                "number": number,
                "point": row.point,
                "place": row.place,
                "text": row.text,
                "who": row.who,
                "by": row.answered_by if row.answered_by != row.who else "",
                "answer": ANSWER_TITLES[row.answer],
                "tone": TONES[row.answer],
                "file": self._file(row.file),
                "decision": DECISION_TITLES.get(row.decision, ""),
                "decision_id": row.decision,
                "reason": row.reason,
                "key": uuid4().hex,
            }
            for number, row in enumerate(remarks(self.consultations.rounds(), name_of), 1)
        ]

    def _file(self, file_id):
        stored = IFileStore(self.context).get(file_id) if file_id else None
        if stored is None:
            return None
        url = f"{self.context.absolute_url()}/@@file/{stored.id}/{stored.current.number}"
        return {"url": url, "name": stored.current.filename}

    @cached_property
    def can_settle(self):
        """bool: accepting and rejecting is open to this person now."""
        act = IActs(self.context).get("settle_opinion")
        return act.relevant() and not act.check()

    @cached_property
    def acts(self):
        """See ActionBar; those of the round, in the order of the screen."""
        found = {link.id: link for link in possible_links(self.context, self.request)}
        return [found[act_id] for act_id in OFFERED if act_id in found]

    def further(self):
        """See ActionBar."""
        return [self.link(*one) for one in TABLES] if self.rows else []

    @property
    def back(self):
        """See ActionBar: to the draft."""
        return self.link("back", BACK, "")
