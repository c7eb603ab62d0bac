"""Making a delegation."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.delegations.interfaces import DIRECTIONS
from qlvb.content.delegations.interfaces import MODES
from qlvb.content.delegations.rules import RULE
from qlvb.content.delegations.rules import Scope
from qlvb.content.delegations.rules import period_violations
from qlvb.content.delegations.rules import standing_violations
from qlvb.content.delegations.schema import IDelegationSchema
from qlvb.content.documents.document_types import document_types
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.capacity import delegated_capacities
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.standing_in import keep_in_step
from qlvb.workflows.rights.interfaces import IGrants
from uuid import uuid4
from zope.component import getUtility


FIELDS = (
    "giver",
    "receiver",
    "valid_from",
    "valid_to",
    "mode",
    "directions",
    "document_types",
    "tasks",
    "basis",
    "basis_document",
    "reason",
)


def create_delegation(agency_id, values, by):
    """Make a delegation in an agency and return it; ``values``: dict of FIELDS, ``by``: userid.

    :raises Refused: 400 with every rule that is not met.
    """
    values = _completed(nfc_tree({name: values.get(name) for name in FIELDS}))
    if violations := check(agency_id, values):
        raise Refused(violations)
    directory = getUtility(IDirectory)
    names = [directory.person(values[side]).fullname for side in ("giver", "receiver")]
    section = directory.agency_object(agency_id)["delegations"]
    delegation = createContentInContainer(
        section, "Delegation", checkConstraints=False, id=uuid4().hex, title=" → ".join(names), **values
    )
    grants = IGrants(delegation)
    grants.grant(delegation.giver, "Drafter", "delegation")
    grants.grant(delegation.receiver, "Handler", "delegation")
    keep_in_step(delegation)
    for_giver = values["giver"] if by != values["giver"] else ""
    IJournal(delegation).append("created", by, _told(values), on_behalf=for_giver)
    delegation.reindexObject()
    return delegation


def _completed(values):
    """``values`` with what follows from others: lists, and the words of the document named as basis."""
    values["directions"] = list(dict.fromkeys(values["directions"] or ()))
    values["tasks"] = False if values["tasks"] is None else values["tasks"]
    values["document_types"] = list(dict.fromkeys(values["document_types"] or ()))
    for name in ("giver", "receiver", "mode", "basis", "basis_document", "reason"):
        values[name] = (values[name] or "").strip()
    document = visible_record(values["basis_document"])
    if document is not None and not values["basis"] and getattr(document, "reference", ""):
        day = getattr(document, "issue_date", None)
        values["basis"] = document.reference + (f", {day:%d/%m/%Y}" if day else "")
    return values


def check(agency_id, values):
    """list of Violation: everything that stands against a delegation with these values."""
    found = [*_choices(values), *_people(agency_id, values), *_yes_or_no(values)]
    found += period_violations(values["valid_from"], values["valid_to"], clock.today())
    if values["mode"] in ("sign", "review") and not values["basis"]:
        message = _("violation_delegation_basis", default="Hãy ghi văn bản ủy quyền hoặc phân công (số, ngày).")
        found.append(Violation("basis", "basis_missing", message, RULE))
    if values["basis_document"] and visible_record(values["basis_document"]) is None:
        message = _("violation_delegation_document", default="Không tìm thấy văn bản ủy quyền này trong hệ thống.")
        found.append(Violation("basis_document", "document_unknown", message))
    if found:
        return found
    new = Scope(
        uid="",
        agency=agency_id,
        directions=tuple(values["directions"]),
        document_types=tuple(values["document_types"]),
        tasks=values["tasks"],
        **{name: values[name] for name in ("giver", "receiver", "valid_from", "valid_to", "mode", "basis")},
    )
    directory = getUtility(IDirectory)
    return standing_violations(new, getUtility(IDelegations).known(), lambda userid: directory.person(userid).fullname)


def _choices(values):
    for field, given, known in (
        ("mode", [values["mode"]], MODES),
        ("directions", values["directions"], DIRECTIONS),
        ("document_types", values["document_types"], document_types()),
    ):
        unknown, title = [value for value in given if value not in known], IDelegationSchema[field].title
        if unknown == [""]:
            message = _("violation_delegation_unchosen", default="${field}: chưa chọn.", mapping={"field": title})
            yield Violation(field, "field_missing", message)
        elif unknown:
            message = _(
                "violation_delegation_choice",
                default="${field}: không có giá trị “${values}” trong danh mục.",
                mapping={"field": title, "values": ", ".join(map(str, unknown))[:200]},
            )
            yield Violation(field, "choice_unknown", message)


def _yes_or_no(values):
    if not isinstance(values["tasks"], bool):
        message = _("violation_delegation_tasks", default="Nhiệm vụ: chỉ nhận có hoặc không.")
        yield Violation("tasks", "bad_yes_or_no", message)


def _people(agency_id, values):
    directory = getUtility(IDirectory)
    posts = {}
    for side in ("giver", "receiver"):
        person = directory.person(values[side])
        if not values[side]:
            yield Violation(side, "field_missing", _("violation_delegation_nobody", default="Hãy chọn người."))
        elif not person.active:
            message = _("violation_delegation_disabled", default="Tài khoản này không có hoặc đã ngừng hoạt động.")
            yield Violation(side, "account_disabled", message)
        elif (post := directory.main_post(values[side], agency_id)) is None:
            message = _("violation_delegation_outside", default="Người này không giữ chức vụ nào trong cơ quan.")
            yield Violation(side, "not_of_agency", message)
        else:
            posts[side] = post
    if values["giver"] and values["giver"] == values["receiver"]:
        message = _("violation_delegation_self", default="Không ủy quyền cho chính mình.")
        yield Violation("receiver", "self", message, RULE)
    elif len(posts) == 2 and values["mode"] == "sign":
        agency = directory.agency(agency_id)
        if not delegated_capacities(agency, posts["giver"], posts["receiver"]):
            message = _(
                "violation_delegation_capacity",
                default="${giver} không ủy quyền ký cho ${receiver} được: Nghị định 30/2020 chỉ cho "
                "cấp phó ký thay (KT.), người đứng đầu đơn vị ký thừa lệnh (TL.) hoặc thừa ủy quyền (TUQ.) của "
                "người đứng đầu cơ quan.",
                mapping={"giver": posts["giver"].title, "receiver": posts["receiver"].title},
            )
            yield Violation("receiver", "capacity_not_allowed", message, RULE)


def _told(values):
    told = {name: value for name, value in values.items() if value not in ("", [], False)}
    return {**told, "valid_from": values["valid_from"].isoformat(), "valid_to": values["valid_to"].isoformat()}
