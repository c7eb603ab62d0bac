"""Steps of the route as persistent objects in an annotation of the document."""

from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.workflows.acts.actors import current_actor
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.interfaces import IRouteStep
from qlvb.workflows.rights.interfaces import IGrants
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = record_content("qlvb.outgoing.route")
ASIDE = "qlvb.outgoing.aside"


@implementer(IRouteStep)
class RouteStep(RecordPart):
    """See IRouteStep."""

    done = None
    done_by = ""
    on_behalf = ""
    basis = ""
    outcome = ""
    comment = ""
    file_version = None
    file_sha256 = ""

    def __init__(self, id, kind, person, sent_by, request, since):
        self.id = id
        self.kind = kind
        self.person = person
        self.sent_by = sent_by
        self.request = nfc(request or "")
        self.since = since


@implementer(IRoute)
@adapter(IOutgoingDocument)
class Route:
    """See IRoute."""

    def __init__(self, document):
        self.document = document

    def steps(self):
        return list(IAnnotations(self.document).get(ANNOTATION, ()))

    def current(self):
        steps = self.steps()
        return steps[-1] if steps and steps[-1].done is None else None

    def last_closed(self):
        return next((step for step in reversed(self.steps()) if step.done is not None), None)

    def people(self):
        return list(dict.fromkeys(step.done_by for step in self.steps() if step.done_by))

    def aside(self):
        marks, steps = IAnnotations(self.document).get(ASIDE) or {}, self.steps()
        return {person for person, count in marks.items() if not had_since(steps, count, person)}

    def set_aside(self, person):
        kept_under(self.document, ASIDE, PersistentMapping)[person] = len(self.steps())

    def open(self, kind, person, sent_by, request=""):
        step = RouteStep(f"s{len(self.steps()) + 1}", kind, person, sent_by, request, clock.now())
        self._writable().append(step)
        if kind not in ("draft", "rework") or person != self.document.drafter:
            IGrants(self.document).grant(person, "Handler", "step", step.id)
        return step

    def close(self, outcome, by, comment=""):
        step = self.current()
        step.done = clock.now()
        step.done_by = by
        actor = current_actor(by)
        if actor.on_behalf:
            step.on_behalf, step.basis = actor.on_behalf, actor.basis
        step.outcome = outcome
        step.comment = nfc(comment or "")
        main = IFileStore(self.document).main()
        if main is not None:
            step.file_version = main.current.number
            step.file_sha256 = main.current.sha256
        grants = IGrants(self.document)
        grants.revoke("step", step.id, role="Handler")
        if outcome != "withdrawn":
            for principal in {step.person, by}:
                grants.grant(principal, "Participant", "step", step.id)
        return step

    def begin(self):
        """The open step, or the drafter's first one when the document has no route yet."""
        return self.current() or self.open("draft", self.document.drafter, self.document.drafter)

    def _writable(self):
        return kept_under(self.document, ANNOTATION, PersistentList)


def had_since(steps, count, person):
    """bool: ``person`` (userid) had a document in hand after the first ``count`` of its ``steps`` (pure)."""
    return any(person in (step.person, step.done_by) for step in steps[count:])
