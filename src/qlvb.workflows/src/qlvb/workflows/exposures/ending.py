"""How a case ends: lifted, and everything is as it was; or taken out, and the files are destroyed for ever."""

from qlvb.content import _
from qlvb.content.disposals.destroying import erase
from qlvb.content.exposures.freezing import open_records
from qlvb.content.exposures.interfaces import LIFTED
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import TAKEN_OUT
from qlvb.content.exposures.roles import heads_of
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.storing import by_the_rules
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.workflows.disposal.passwords import password_violations
from qlvb.workflows.exposures import rules
from qlvb.workflows.exposures.jobs import WIPE
from qlvb.workflows.exposures.parties import tell_end
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.rights.caching import forget_roles


def may_lift(case, userid, is_manager):
    """bool: the head of the agency in which it was reported says that it is no secret; who administers the site lifts
    a report when he is asked to, without seeing what it closes.
    """
    return is_manager or userid in heads_of(case.agency)


def agencies_of(case, userid):
    """Agencies whose material under the case the person may take out: set. Personal documents go with the agency in
    which it was reported.
    """
    agencies = {case.agency, *(item.agency for item in case.items.values())} - {""}
    headed = {agency for agency in agencies if userid in heads_of(agency)}
    return headed | ({""} if case.agency in headed else set())


def left_for(case, userid):
    """Items that the person could take out: list of IItem."""
    headed = agencies_of(case, userid)
    return [item for item in case.items.values() if item.state == OPEN and item.agency in headed]


def lift(case, userid, is_manager, reason):
    """:raises Refused: 403, 409, 400."""
    if not may_lift(case, userid, is_manager):
        raise rules.not_head()
    if case.state != OPEN:
        raise rules.already_closed()
    if any(item.state == TAKEN_OUT for item in case.items.values()):
        raise rules.partly_gone()
    reason = rules.cleaned_reason(reason)
    open_records(case, userid, reason)
    case.end(LIFTED, userid, reason)
    text = _(
        "told_secret_lifted",
        default="Vụ việc ${case}: kết luận không phải tài liệu mật; tài liệu đã được mở lại.",
        mapping={"case": case.id},
    )
    tell_end(case, text)
    forget_roles()


def take_out(case, userid, reason, password):
    """Destroy what lies in the agencies that the person heads; the case is over when nothing is left.

    Returns (list of IItem taken out, list of Violation of what holds keep). :raises Refused: 403, 409, 400; 409 with
    the holds where they keep everything (NĐ 30/2020 Phụ lục VI IV.1.g: what is held is not destroyed).
    """
    if not agencies_of(case, userid):
        raise rules.not_head()
    waiting = left_for(case, userid)
    if case.state != OPEN or not waiting:
        raise rules.already_closed()
    reason = rules.cleaned_reason(reason)
    if wrong := password_violations(userid, password):
        raise Refused(wrong, 403)
    by_the_rules()
    done, held = [], []
    for item in waiting:
        record = find_record(item.uid)
        found = IHolds(record).violations() if record is not None else []
        if found:
            held += found
            continue
        item.move(TAKEN_OUT, userid, _destroyed(case, record, userid, reason) if record is not None else ())
        done.append(item)
    if not done:
        raise Refused(list({one.message: one for one in held}.values()), 409)
    if all(item.state == TAKEN_OUT for item in case.items.values()):
        case.end(TAKEN_OUT, userid, reason)
        text = _(
            "told_secret_taken_out",
            default="Vụ việc ${case}: tài liệu mật đã được gỡ khỏi hệ thống, không khôi phục được.",
            mapping={"case": case.id},
        )
        tell_end(case, text)
    forget_roles()
    return done, held


def _destroyed(case, record, userid, reason):
    """Destroy the content of one record; what was destroyed: tuple of dict. Its metadata stay, and stay closed."""
    IJournal(record).append("secret.taken_out", userid, {"case": case.id, "reason": reason})
    facts = {"case": case.id, "decided_by": userid, "executed_by": userid, "reason": "secret"}
    contents, oids = erase(record, facts, userid)
    if oids:
        IJobs(record).enqueue(WIPE, case.id, {"oids": list(oids)})
    record.reindexObject()
    return tuple(contents)
