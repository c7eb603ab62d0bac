"""In which lists an outgoing document sits: tokens ``<box>|<principal>`` from its state and route."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.interfaces import TAKEN_AWAY
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.standing import holders
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which the drafter waits for others.
UNDER_WAY = ("in_review", "consulting", "appraisal", "to_sign", "to_issue", "numbered")


@implementer(IBoxTokens)
@adapter(IOutgoingDocument)
class RouteTokens:
    """Boxes of drafters, leaders and clerks. Boxes that hang on deliveries are given by the room delivery."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        state = state_of(self.record)
        step = IRoute(self.record).current()
        sealed = (version := official_version(self.record)) is not None and version.kind == "sealed"
        agency = getUtility(IDirectory).agency_of(self.record)
        clerks = group_id(agency.id, "clerk") if agency is not None else ""
        if step is not None and step.kind == "issue":
            clerks = step.person
        found = [("outgoing.mine", self.record.drafter)]
        if not is_being_signed(self.record):
            found.extend(at_work(state, self.record.drafter, step.person if step is not None else "", clerks, sealed))
        found.extend(in_sight(state, self._leaders(), step.person if step is not None else ""))
        if official_version(self.record) is not None:
            found.append(("outgoing.signed_by_me", self.record.signatory))
        found.extend(given_back(state, IRoute(self.record).last_closed(), clerks))
        if state in UNDER_WAY:
            found.append(("outgoing.under_way", self.record.drafter))
        if state == "issued" and self.record.issue_date:
            found.append(("outgoing.issued_today", f"{clerks}|{self.record.issue_date.toordinal()}"))
        if state == "issued":
            people = [self.record.drafter, *IRoute(self.record).people(), clerks]
            found.extend(("outgoing.issued", person) for person in people)
        return sorted({f"{box}|{principal}" for box, principal in found if principal})

    def _leaders(self):
        """userids of those who reviewed or signed, and have not finished with it."""
        return decided(IRoute(self.record).steps()) - IRoute(self.record).aside()


def decided(steps):
    """userids of those who reviewed, appraised or signed in ``steps``: set of str (pure). A step taken away from
    somebody was ended by whom it came from, who decided nothing by that.
    """
    kinds = ("review", "appraise", "sign")
    done = [step for step in steps if step.kind in kinds and step.outcome not in TAKEN_AWAY]
    return {step.done_by for step in done if step.done_by}


def is_being_signed(record):
    """bool: its signature is ordered, so it waits for nobody."""
    order = ISigningOrders(record).live()
    return order is not None and order.state == "queued"


def at_work(state, drafter, holder, clerks, sealed):
    """Pairs (box, principal) for those whose turn it is (pure function)."""
    if state == "draft":
        return [("outgoing.drafts", drafter)]
    if state == "returned":
        return [("outgoing.returned", holder or drafter)]
    if state == "in_review":
        return [("outgoing.to_review", holder)]
    if state == "appraisal":
        return [("outgoing.to_review", holder), ("outgoing.to_appraise", holder)]
    if state == "to_sign":
        return [("outgoing.to_review", holder), ("outgoing.to_sign", holder)]
    if state == "to_issue":
        return [("outgoing.to_number", clerks)]
    if state == "numbered":
        return [("outgoing.to_send" if sealed else "outgoing.to_seal", clerks)]
    return []


def given_back(state, closed, clerks):
    """Pairs (box, principal) for the clerks who refused a number, until the draft comes again (pure function).

    ``closed``: the station that was closed last, or None.
    """
    if state == "returned" and closed is not None and closed.outcome == "refused":
        return [("outgoing.number_refused", clerks)]
    return []


def in_sight(state, leaders, holder):
    """Pairs (box, principal) for leaders who had it and want to know where it is (pure function)."""
    box = {
        "in_review": "outgoing.with_other_leader",
        "appraisal": "outgoing.with_other_leader",
        "to_sign": "outgoing.with_other_leader",
        "returned": "outgoing.to_rework",
        "to_issue": "outgoing.at_clerk",
        "numbered": "outgoing.at_clerk",
    }.get(state)
    return [(box, leader) for leader in leaders if box and leader != holder]


@implementer(IRowFacts)
@adapter(IOutgoingDocument)
class RouteFacts:
    """What a list shows of the route: whose turn it is, since when, who passed it on, whether a signature is asked
    for, and how many stations there were so far.
    """

    def __init__(self, record):
        self.record = record

    def facts(self):
        route = IRoute(self.record)
        step, stations = route.current(), len(route.steps())
        if step is None:
            return {"signing": False, "stations": stations}
        return {
            "holders": holders(step),
            "since": step.since.isoformat(),
            "signing": step.kind == "sign",
            "sender": step.sent_by,
            "stations": stations,
        }
