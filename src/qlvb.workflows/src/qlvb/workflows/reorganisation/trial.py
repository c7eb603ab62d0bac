"""The dry run: what a plan concerns, and what stands against it. It changes nothing."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.registers.interfaces import IRegister
from qlvb.content.reorganisation.interfaces import CONFIRMED
from qlvb.content.reorganisation.interfaces import RENAME_AGENCY
from qlvb.content.reorganisation.interfaces import RULE
from qlvb.content.reorganisation.interfaces import RUNNING
from qlvb.content.reorganisation.interfaces import Finding
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.requests.interfaces import OPEN as OPEN_REQUESTS
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import OPEN_STATES as OPEN_TRANSFERS
from qlvb.content.violations import Violation
from qlvb.workflows.reorganisation import scope
from qlvb.workflows.reorganisation.linked import enabled_links
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.tasks.interfaces import IJobTemplates
from zope.component import getUtility


def findings(change):
    """What the change concerns: tuple of Finding. :raises IndexUnavailable: 503."""
    agency = getUtility(IDirectory).agency_object(change.agency)
    found = [Finding(what, scope.count(what, change), True) for what in scope.LISTED]
    found += [Finding(what, number) for what, number in _of_agency(agency, change).items()]
    return tuple(found)


def _of_agency(agency, change):
    people, today = set(scope.people_of(change)), clock.today()
    units = set(change.units)
    delegations = [one for one in agency["delegations"].objectValues() if people & {one.giver, one.receiver}]
    renamed = change.kind == RENAME_AGENCY
    return {
        "registers": sum(IRegister.providedBy(one) for one in agency["registers"].objectValues()),
        "catalogues": len(agency["dossiers"].objectIds()),
        "posts": len(agency["posts"].objectIds()) if renamed else len(scope.posts_of(change)),
        "accounts": len(getUtility(IDirectory).accounts_of(change.agency)) if renamed else len(people),
        "delegations": sum(one.valid_to >= today for one in delegations),
        "templates": sum(one.unit in units for one in IJobTemplates(agency).all()),
        "routes": sum(_names(route, units) for route in IReviewRoutes(agency).current().routes),
        "groups": _groups_naming(change.agency) if renamed else 0,
        "holds": sum(state_of(one) == "active" for one in agency["holds"].objectValues()),
        "codes": 1,
        "links": len(enabled_links(change.agency)) if renamed else 0,
    }


def _names(route, units):
    return any(station.unit in units for station in route.stations)


def _groups_naming(agency_id):
    directory = getUtility(IDirectory)
    groups = [
        group for one in directory.agencies() for group in IRecipientGroups(directory.agency_object(one.id)).all()
    ]
    return sum(any(row.get("agency") == agency_id for row in group.recipients) for group in groups)


def obstacles(change, plan_id=None):
    """What has to be ended first: list of Violation."""
    agency, units = getUtility(IDirectory).agency_object(change.agency), set(change.units)
    if agency is None:
        return []
    return [*_other_plans(change, plan_id), *_intake(agency, units), *_disposals(agency), *_requests(agency, units)]


def _other_plans(change, plan_id):
    involved = {*change.units, *(one.id for one in change.successors if one.id)}
    for plan in getUtility(IReorganisations).all():
        other = plan.change
        if plan.id == plan_id or plan.state not in (CONFIRMED, RUNNING) or other.agency != change.agency:
            continue
        touched = {*other.units, *(one.id for one in other.successors if one.id)}
        if involved & touched or RENAME_AGENCY == change.kind == other.kind:
            mapping = {"plan": str(plan.id)}
            message = _(
                "reorganisation_other_plan",
                default="Kế hoạch số ${plan} về cùng đơn vị đã xác nhận và chưa xong.",
                mapping=mapping,
            )
            yield Violation("units", "other_plan", message, RULE)


def _intake(agency, units):
    titles = [
        one.title
        for one in agency["transfers"].objectValues()
        if one.drafting_unit in units and state_of(one) in OPEN_TRANSFERS
    ]
    if titles:
        mapping = {"count": str(len(titles)), "first": titles[0] or ""}
        message = _(
            "reorganisation_open_intake",
            default="Đơn vị còn ${count} đợt giao nộp hồ sơ chưa xong (“${first}”): hãy kết thúc hoặc hủy trước.",
            mapping=mapping,
        )
        yield Violation("units", "open_intake", message, "NĐ 30/2020 Điều 30")


def _disposals(agency):
    if any(state_of(one) == "executing" for one in agency["disposals"].objectValues()):
        message = _(
            "reorganisation_running_disposal", default="Cơ quan đang tiêu hủy tài liệu: hãy chờ làm xong biên bản."
        )
        yield Violation("agency", "running_disposal", message, RULE)


def _requests(agency, units):
    waiting = [
        one
        for one in agency["requests"].objectValues()
        if state_of(one) in OPEN_REQUESTS
        and any(row.get("field") == "department" and row.get("value") in units for row in one.people)
    ]
    if waiting:
        message = _(
            "reorganisation_open_request",
            default="Còn ${count} yêu cầu tài khoản (Mẫu 02) chuyển người đến đơn vị này: hãy trả lời trước.",
            mapping={"count": str(len(waiting))},
        )
        yield Violation("units", "open_request", message, RULE)
