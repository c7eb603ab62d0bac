"""THÀNH PHẦN HỒ SƠ TTHC: of a document of the one-stop system its dossier, components, and what went back."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.linkpane import LinkedPane
from qlvb.policy.document.format import show_size
from qlvb.workflows.onestop.case import stage_of
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.words import EVENTS as WORDS
from qlvb.workflows.onestop.words import KINDS
from qlvb.workflows.onestop.words import OUTCOMES
from qlvb.workflows.onestop.words import STAGES


#: Endings of names that the viewer of the screen shows; the one-stop system names its files by what they are.
PDF, PICTURES = (".pdf",), (".png", ".jpg", ".jpeg", ".gif")


class OneStopPane(LinkedPane):
    """The link to the components stands beside the draft, so that the leader never leaves the screen."""

    template = ViewPageTemplateFile("templates/onestop.pt")
    line = EVENTS
    events = WORDS
    outcomes = OUTCOMES
    shown = 6

    def available(self):
        return IOneStopDocument.providedBy(self.record)

    @property
    def case(self):
        return self.dispatches

    @property
    def system(self):
        """str: what the system is called that sent it, where that is not plain."""
        return EVENTS.link_of(self.record).settings["title"]

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
