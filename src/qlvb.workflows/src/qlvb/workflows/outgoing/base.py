"""What the acts of an outgoing document share: the route, the files, and words for a turn that has passed."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.outgoing.inputs import REASON
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.standing import holder_names
from qlvb.workflows.routes.interfaces import IFollowedRoute
from zope.component import getUtility


#: The state in which a step of each kind is done, and the transition that leads there.
STATE_OF_STEP = {
    "draft": "draft",
    "review": "in_review",
    "appraise": "appraisal",
    "sign": "to_sign",
    "rework": "returned",
    "issue": "to_issue",
}
TRANSITION_TO = {
    "draft": "enter_draft",
    "review": "enter_review",
    "appraise": "enter_appraisal",
    "sign": "enter_signing",
    "rework": "enter_rework",
    "issue": "enter_issue",
}


class OutgoingAct(Act):
    """Base of the acts of an outgoing document."""

    next_kind = None

    @property
    def route(self):
        return IRoute(self.record)

    @property
    def files(self):
        return IFileStore(self.record)

    @property
    def agency(self):
        """AgencyInfo of the document's agency."""
        return getUtility(IDirectory).agency_of(self.record)

    def missing_right(self):
        """Somebody who had it in hand is told who has it now; others that they may not."""
        step = self.route.current()
        if step is None or self.actor.userid not in self.route.people() or self.permission == "qlvb: Draft":
            return super().missing_right()
        message = _(
            "violation_not_your_turn",
            default="Văn bản không còn ở anh/chị: đang chờ ${holder} từ ${since}.",
            mapping={"holder": holder_names(step), "since": show_moment(step.since)},
        )
        return self.violation("not_your_turn", message)

    def move(self, outcome, kind, person, comment="", request=""):
        """Close the open step and open the next; returns what the caller is told."""
        by = self.actor.userid
        self.route.begin()
        self.route.close(outcome, by, comment)
        self.route.open(kind, person, by, request)
        self.next_kind = kind
        return {"receiver": person}

    def transition_for(self, data, result):
        if self.transition:
            return self.transition
        if self.next_kind is None or STATE_OF_STEP[self.next_kind] == self.state:
            return None
        return TRANSITION_TO[self.next_kind]

    def kind_for(self, receiver):
        """``sign`` when the receiver is the one who signs the document, ``appraise`` when the agency's review route has
        him appraise it now, else ``review``.
        """
        proposal = IFollowedRoute(self.record).proposal()
        if proposal is not None and proposal.kind == "appraise" and receiver in proposal.people:
            return "appraise"
        return "sign" if receiver == self.record.signatory else "review"

    def proposed(self):
        """userid that the agency's review route proposes next, never the actor himself; "" = it says nothing."""
        proposal = IFollowedRoute(self.record).proposal()
        people = proposal.people if proposal is not None else ()
        return next((userid for userid in people if not self.actor.stands_for(userid)), "")

    def deviation(self, receiver, words, field):
        """Violations of leaving the route: it may be left, with a reason that is written down."""
        proposed = self.proposed()
        if proposed and receiver and receiver != proposed and len(words.strip()) < REASON:
            name = getUtility(IDirectory).person(proposed).fullname
            message = _(
                "violation_route_left",
                default="Quy trình đề xuất ${name}: chuyển người khác thì ghi rõ lý do (ít nhất 10 ký tự).",
                mapping={"name": name},
            )
            yield self.violation("deviation_reason", message, field)

    def detail(self, data, result):
        """The journal's detail: the input, and the receiver by name."""
        found = {name: value for name, value in super().detail(data, result).items() if value is not False}
        receiver = result.get("receiver")
        if result.get("proposed") not in (None, "", receiver):
            found["proposed"] = result["proposed"]
        if receiver:
            found["receiver"] = receiver
            found["receiver_name"] = holder_names(self.route.current())
        return found
