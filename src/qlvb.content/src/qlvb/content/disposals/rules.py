"""Rules of the council and of who may do what: pure functions over plain values."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from qlvb.content import _
from qlvb.content.disposals.interfaces import DAYS_TO_EXECUTE
from qlvb.content.disposals.interfaces import ROLES
from qlvb.content.disposals.interfaces import YEARS_KEPT
from qlvb.content.violations import Violation


COUNCIL = "TT 06/2025/TT-BNV Điều 13, 14; Luật Lưu trữ 2011 Điều 18"
ROLE_TITLES = {
    "chair": _("council_chair", default="Chủ tịch"),
    "secretary": _("council_secretary", default="Thư ký"),
    "unit": _("council_unit", default="Đại diện đơn vị có tài liệu"),
    "expert": _("council_expert", default="Người am hiểu lĩnh vực"),
}
DUTIES = "TT 06/2025/TT-BNV Điều 13; QCVN 12:2026/BCA 2.2.12.2.6"


def outcome(votes, chair_choice=None):
    """What the council says of one item: "destroy", "keep", "open" (nobody voted) or "tie".

    ``votes``: choices of those who voted. The majority decides; of equal numbers the chair's ``chair_choice`` (given
    with a reason), and while he has not said it there is a tie.

    >>> outcome(["destroy", "destroy", "keep"]), outcome(["destroy", "keep"]), outcome(["destroy", "keep"], "keep")
    ('destroy', 'tie', 'keep')
    """
    destroy, keep = votes.count("destroy"), votes.count("keep")
    if not destroy + keep:
        return "open"
    if destroy != keep:
        return "destroy" if destroy > keep else "keep"
    return chair_choice or "tie"


def whose_turn(members, votes, absent, ties, uids):
    """userids on whom the council waits: members who have not voted on each of ``uids``; when all have, the chair while
    votes are equal and he has not decided, else the secretary, who makes the minutes: set.

    ``members``: dict userid -> role, ``votes``: dict uid -> dict userid -> (choice, reason), ``absent``: userids,
    ``ties``: uids that the chair has decided.
    """
    present = [userid for userid in members if userid not in absent]
    waiting = {userid for userid in present if any(userid not in votes.get(uid, {}) for uid in uids)}
    if waiting:
        return waiting
    said = ([votes.get(uid, {})[userid][0] for userid in present] for uid in uids if uid not in ties)
    role = "chair" if any(outcome(choices) == "tie" for choices in said) else "secretary"
    return {userid for userid in present if members[userid] == role}


def council_violations(members, archivists):
    """list of Violation of a council; ``members``: list of (userid, role), ``archivists``: userids of archivists."""
    found = []
    people = [userid for userid, _role in members]
    if len(set(people)) != len(people):
        message = _("violation_council_twice", default="Một người chỉ giữ một vai trong Hội đồng.")
        found.append(Violation("members", "member_twice", message, COUNCIL))
    roles = [role for _userid, role in members]
    for role in ROLES:
        if role not in roles or (role in ("chair", "secretary") and roles.count(role) > 1):
            message = _(
                "violation_council_role", default="Hội đồng phải có ${role}.", mapping={"role": ROLE_TITLES[role]}
            )
            found.append(Violation(role, "role_missing", message, COUNCIL))
    for userid, role in members:
        if role == "secretary" and userid not in archivists:
            message = _("violation_council_secretary", default="Thư ký Hội đồng phải là người làm lưu trữ của cơ quan.")
            found.append(Violation("secretary", "secretary_no_archivist", message, COUNCIL))
    return found


def duties_violations(userid, others):
    """list of Violation: nobody does two of the duties. ``others``: dict duty title -> userid who has done it."""
    return [
        Violation(
            "",
            "same_person",
            _(
                "violation_same_person",
                default="Người đã làm “${duty}” không được làm bước này: hai việc phải do hai người.",
                mapping={"duty": duty},
            ),
            DUTIES,
        )
        for duty, other in others.items()
        if userid == other
    ]


def deadline(decided):
    """The last day for carrying out a decision of the day ``decided`` (date)."""
    return decided + timedelta(days=DAYS_TO_EXECUTE)


def kept_until(executed):
    """The day until which the disposal dossier of a destruction on the day ``executed`` is kept at least (date)."""
    return date(executed.year + YEARS_KEPT + 1, 1, 1)


@dataclass(frozen=True)
class Window:
    """The time in which an execution can be taken back: ``until`` (aware datetime, not included), ``left`` (timedelta,
    zero when it is over), ``open`` (bool).
    """

    until: datetime
    left: timedelta
    open: bool


def window(final, now, begun=False):
    """Window of an execution that becomes final at ``final``, seen at ``now`` (aware datetimes). ``begun``: something
    has been destroyed, so it is over whatever the clock says.
    """
    left = max(final - now, timedelta(0))
    return Window(final, left, bool(left) and not begun)
