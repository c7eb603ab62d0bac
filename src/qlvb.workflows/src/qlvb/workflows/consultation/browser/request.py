"""The screen of a request for an opinion in the agency that is asked, and the version of the draft it is about."""

from dataclasses import replace
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import serve
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.browser.screen import RecordScreen
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.agencies import RUNNING
from qlvb.workflows.consultation.boxes import RequestTokens
from qlvb.workflows.consultation.browser.screen import TONES
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.outcome import is_issued
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import DECISION_TITLES
from qlvb.workflows.consultation.words import NEVER_SETTLED
from qlvb.workflows.consultation.words import NOT_ANSWERED
from qlvb.workflows.consultation.words import NOT_SETTLED
from qlvb.workflows.consultation.words import name_of
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


DECISION_TONES = {"accepted": "good", "rejected": "warn", "": "neutral"}


def asked_version(request):
    """(draft, IStoredFile, IFileVersion) that a request is about; None once the request has ended."""
    draft = find_record(request.draft) if state_of(request) in RUNNING else None
    main = IFileStore(draft).main() if draft is not None else None
    version = main.version(request.draft_version) if main is not None and request.draft_version else None
    return (draft, main, version) if version is not None else None


class RequestView(RecordScreen):
    """Everything on one screen."""

    shell_section = "notes"

    @cached_property
    def handling(self):
        return IRequestHandling(self.context)

    @property
    def back(self):
        """See ActionBar: to the list in which its reader finds it."""
        mine = getUtility(IDirectory).principals(api.user.get_current().getId() or "")
        pairs = [token.split("|", 1) for token in RequestTokens(self.context).tokens()]
        box = next((box for box, principal in pairs if principal in mine), "opinions.to_answer")
        return replace(super().back, url=f"{api.portal.get().absolute_url()}/@@worklist?box={box}")

    @property
    def asker(self):
        """str: the agency that asks, and who asks there."""
        agency = getUtility(IDirectory).agency(self.context.asking_agency)
        title = agency.title if agency is not None else self.context.asking_agency
        return f"{title} · {name_of(self.context.asked_by)}"

    @property
    def deadline(self):
        return self.context.deadline.strftime("%d/%m/%Y")

    @cached_property
    def draft(self):
        """dict (``url``, ``pdf``, ``name``, ``number``) of the version asked about, or None when it is out of reach."""
        found = asked_version(self.context)
        if found is None:
            return None
        version, url = found[2], f"{self.context.absolute_url()}/@@asked-draft"
        pdf = f"{url}/pdf" if version.pdf_state == "ready" else ""
        return {"url": f"{url}?download=1", "pdf": pdf, "name": version.filename, "number": version.number}

    @cached_property
    def assignee(self):
        return name_of(self.handling.assignee) if self.handling.assignee else ""

    @cached_property
    def answer(self):
        """dict: what is prepared or was sent, or None."""
        handling = self.handling
        if not handling.prepared:
            return None
        return {
            "answer": ANSWER_TITLES.get(handling.answer, NOT_ANSWERED),
            "tone": TONES[handling.answer],
            "text": handling.text,
            "by": name_of(handling.by),
        }

    @cached_property
    def outcome(self):
        """list of dict: what the agency that asks has decided about each remark."""
        undecided = NEVER_SETTLED if is_issued(self.context) else NOT_SETTLED
        return [
            {
                "place": remark.place,
                "text": remark.text,
                "decision": DECISION_TITLES.get(remark.decision, undecided),
                "tone": DECISION_TONES[remark.decision],
                "reason": remark.reason,
            }
            for remark in self.handling.outcome
        ]


@implementer(IPublishTraverse)
class AskedDraft(BrowserView):
    """``@@asked-draft[/pdf]``: the version asked about, of the draft nothing else; 404 once the request has ended."""

    part = ""

    def publishTraverse(self, request, name):
        if name != "pdf" or self.part:
            raise NotFound(name)
        self.part = name
        return self

    def __call__(self):
        found = asked_version(self.context)
        if found is None:
            raise NotFound(self.context, self.__name__, self.request)
        return serve(*found, self.request, part=self.part, head=self.request.method == "HEAD")
