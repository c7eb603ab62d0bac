"""Who prepares an answer in the agency that is asked, and what is prepared: an annotation of the request."""

from persistent.mapping import PersistentMapping
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.content.text import nfc
from qlvb.workflows.consultation.interfaces import ANSWERS
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.rights.interfaces import IGrants
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.opinion.handling"
CAUSE = "consultation"
EMPTY = {"assignee": "", "assigned_by": "", "note": "", "answer": "", "text": "", "file": "", "by": "", "outcome": ()}


@implementer(IRequestHandling)
@adapter(IOpinionRequest)
class RequestHandling:
    """See IRequestHandling. The assignee has the role Handler until somebody else has it; he goes on reading."""

    def __init__(self, request):
        self.request = request

    def __getattr__(self, name):
        if name not in EMPTY:
            raise AttributeError(name)
        return IAnnotations(self.request).get(ANNOTATION, EMPTY).get(name, EMPTY[name])

    @property
    def prepared(self):
        """See IRequestHandling."""
        return bool(self.answer)

    def assign(self, person, by, note):
        """See IRequestHandling."""
        grants, former = IGrants(self.request), self.assignee
        if former:
            grants.revoke(CAUSE, self.request.opinion, former, "Handler")
            grants.grant(former, "Participant", CAUSE, self.request.opinion)
        grants.grant(person, "Handler", CAUSE, self.request.opinion)
        self._stored().update(EMPTY, assignee=person, assigned_by=by, note=nfc(note or ""))

    def prepare(self, answer, text, file_id, by):
        """See IRequestHandling. :raises ValueError: not an answer."""
        if answer not in ANSWERS:
            raise ValueError(answer)
        self._stored().update(answer=answer, text=nfc(text or ""), file=file_id or self.file, by=by)

    def settle(self, outcome):
        """See IRequestHandling."""
        self._stored()["outcome"] = outcome

    def _stored(self):
        annotations = IAnnotations(self.request)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = PersistentMapping(EMPTY)
        return annotations[ANNOTATION]
