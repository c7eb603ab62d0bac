"""What makes a delegation lawful: pure functions over value objects (NĐ 30/2020 Điều 13; workflows 3.6)."""

from dataclasses import dataclass
from datetime import date
from qlvb.content import _
from qlvb.content.delegations.interfaces import ACTING
from qlvb.content.violations import Violation


RULE = "NĐ 30/2020 Điều 13"
#: Longest delegation, in days: authority is lent for a time, not given away.
LONGEST = 366


@dataclass(frozen=True)
class Scope:
    """A delegation as value: what of ``giver``'s work in ``agency`` (path id) ``receiver`` may do, both days included.

    ``directions`` and ``document_types``: () = all. ``tasks``: the tasks that wait for the giver, too. ``mode``: one of
    MODES. ``uid``, ``url``: of the record.
    """

    uid: str
    giver: str
    receiver: str
    agency: str
    valid_from: date
    valid_to: date
    mode: str
    directions: tuple = ()
    document_types: tuple = ()
    tasks: bool = False
    basis: str = ""
    basis_document: str = ""

    @property
    def may_act(self):
        """bool: the receiver decides in the giver's place."""
        return self.mode in ACTING

    @property
    def may_sign(self):
        """bool: with his own certificate and capacity."""
        return self.mode == "sign"

    def holds_on(self, day):
        """bool: in force on ``day`` (date)."""
        return self.valid_from <= day <= self.valid_to

    def covers(self, agency, direction, document_type, secret):
        """bool: documents like this one. What is secret is never delegated: secrecy only narrows."""
        return (
            not secret
            and agency == self.agency
            and (not self.directions or direction in self.directions)
            and (not self.document_types or document_type in self.document_types)
        )


    def covers_task(self, agencies, secret):
        """bool: a task like this one. ``agencies``: path ids of those that gave it and carry it out."""
        return self.tasks and not secret and self.agency in agencies


def common_days(one, other):
    """(first, last) day on which both are in force, or None."""
    first, last = max(one.valid_from, other.valid_from), min(one.valid_to, other.valid_to)
    return (first, last) if first <= last else None


def overlaps(one, other):
    """bool: both hand the same documents to somebody on the same day."""
    if one.agency != other.agency or common_days(one, other) is None:
        return False
    if one.tasks and other.tasks:
        return True
    return all(
        not mine or not theirs or set(mine) & set(theirs)
        for mine, theirs in ((one.directions, other.directions), (one.document_types, other.document_types))
    )


def leads_back(new, others):
    """The chain of Scopes by which ``new`` would come back to its giver on one and the same day: tuple, () = none."""

    def follow(chain, first, last):
        for other in others:
            begin, end = max(first, other.valid_from), min(last, other.valid_to)
            if other.giver != chain[-1].receiver or begin > end or other in chain:
                continue
            if other.receiver == new.giver:
                return (*chain, other)
            if found := follow((*chain, other), begin, end):
                return found
        return ()

    return follow((new,), new.valid_from, new.valid_to)


def period_violations(valid_from, valid_to, today):
    """list of Violation of a period (dates or None)."""
    if valid_from is None or valid_to is None:
        message = _("violation_delegation_period", default="Ủy quyền phải có ngày bắt đầu và ngày kết thúc.")
        return [Violation("valid_to" if valid_from else "valid_from", "period_missing", message, RULE)]
    if valid_to < valid_from:
        message = _("violation_delegation_reversed", default="Ngày kết thúc không được trước ngày bắt đầu.")
        return [Violation("valid_to", "period_reversed", message)]
    if valid_from < today:
        message = _("violation_delegation_past", default="Không ủy quyền cho thời gian đã qua.")
        return [Violation("valid_from", "period_past", message)]
    if (valid_to - valid_from).days >= LONGEST:
        message = _(
            "violation_delegation_long",
            default="Mỗi lần ủy quyền không quá ${days} ngày.",
            mapping={"days": str(LONGEST)},
        )
        return [Violation("valid_to", "period_long", message, RULE)]
    return []


def standing_violations(new, others, name):
    """list of Violation of ``new`` beside the ``others`` of the site that are not ended; ``name`` gives full names."""
    found = []
    if not new.may_act:
        clash = next((other for other in others if _same_pair(new, other) and overlaps(new, other)), None)
    else:
        mine = [other for other in others if other.giver == new.giver and other.may_act]
        clash = next((other for other in mine if overlaps(new, other)), None)
    if clash is not None:
        message = _(
            "violation_delegation_overlapping",
            default="Đã ủy quyền cho ${name} từ ${start} đến ${end} với cùng phạm vi: hãy kết thúc ủy quyền đó trước.",
            mapping={
                "name": name(clash.receiver),
                "start": clash.valid_from.strftime("%d/%m/%Y"),
                "end": clash.valid_to.strftime("%d/%m/%Y"),
            },
        )
        found.append(Violation("valid_from", "overlapping", message))
    if new.may_act and (chain := leads_back(new, [other for other in others if other.may_act])):
        message = _(
            "violation_delegation_circular",
            default="Ủy quyền vòng tròn: ${chain}.",
            mapping={"chain": " → ".join([name(new.giver), *(name(scope.receiver) for scope in chain)])},
        )
        found.append(Violation("receiver", "circular", message, RULE))
    return found


def _same_pair(one, other):
    return (one.giver, one.receiver) == (other.giver, other.receiver)
