"""THÀNH PHẦN HỒ SƠ TTHC: of a document of the one-stop system its dossier, components, and what went back."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.format import show_moment
from qlvb.policy.document.format import show_size
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.case import stage_of
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.words import EVENTS as WORDS
from qlvb.workflows.onestop.words import KINDS
from qlvb.workflows.onestop.words import OUTCOMES
from qlvb.workflows.onestop.words import STAGES


#: Endings of names that the viewer of the screen shows; the one-stop system names its files by what they are.
PDF, PICTURES = (".pdf",), (".png", ".jpg", ".jpeg", ".gif")
#: Events that are shown, the newest first.
SHOWN = 6


class OneStopPane(Pane):
    """The link to the components stands beside the draft, so that the leader never leaves the screen."""

    template = ViewPageTemplateFile("templates/onestop.pt")

    def available(self):
        return IOneStopDocument.providedBy(self.record)

    @cached_property
    def case(self):
        return case_of(self.record)

    @property
    def stage(self):
        """(words, tone): where the submission stands."""
        return STAGES[stage_of(self.record)]

    @property
    def kind(self):
        return KINDS[self.case.kind]

    @property
    def due(self):
        return show_moment(self.case.due_at) if self.case.due_at else ""

    @property
    def submitter(self):
        return self.name_of(self.case.submitter)

    @property
    def components(self):
        """list of dict: a component as the viewer wants it; what it cannot show is downloaded."""
        return [self.component(place, one) for place, one in enumerate(self.case.components, start=1)]

    def component(self, place, one):
        url = f"{self.url}/@@onestop-component/{place}"
        name = one["name"].lower()
        state = "ready" if name.endswith(PDF) else "picture" if name.endswith(PICTURES) else ""
        return {
            "key": f"onestop-{place}",
            "name": one["name"],
            "url": url,
            "pdf": url if state == "ready" else "",
            "state": state,
            "size": one["size"],
            "size_text": show_size(one["size"]) if one["size"] else "",
        }

    @cached_property
    def job(self):
        """dict attempts, next_try, error of the sending that goes on, or None."""
        job = EVENTS.sending_job(self.record)
        if job is None or not job.error:
            return None
        return {"attempts": job.attempts, "next_try": show_moment(job.next_try), "error": job.error}

    @property
    def rows(self):
        """list of dict: the newest events."""
        return [
            {
                "event": WORDS[one.event],
                "when": show_moment(one.when),
                "state": OUTCOMES[one.state][0],
                "tone": OUTCOMES[one.state][1],
                "error": one.error,
            }
            for one in reversed(self.case.reports[-SHOWN:])
        ]
