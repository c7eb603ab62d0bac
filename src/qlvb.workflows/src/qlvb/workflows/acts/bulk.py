"""One act on many records: a transaction each, so that what cannot be done to one keeps none of the others back.

What takes time for each (signing) is asked of the worker: the act's ``in_bulk`` names the act that does so.
"""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.lookup import visible_record
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.results import act_of_key
import transaction
from ZODB.POSException import ConflictError


#: Records at once (workflows 3.3: bulk limit).
LIMIT = 50
#: Attempts at one record when others write it at the same time.
ATTEMPTS = 5
CONFLICT = 409


@dataclass(frozen=True)
class Outcome:
    """What became of one record: ``status`` as of a single act; ``result`` of the act, or the ``violations``."""

    uid: str
    status: int
    result: dict
    violations: tuple = ()

    @property
    def done(self):
        return self.status == 200


def check_uids(uids):
    """The UIDs, each once. :raises Refused: 400 no list, none, too many."""
    if not isinstance(uids, (list, tuple)) or not all(isinstance(uid, str) for uid in uids) or not uids:
        message = _("violation_bulk_items", default="Hãy chọn ít nhất một văn bản.")
        raise Refused(Violation("items", "items_missing", message))
    found = list(dict.fromkeys(uids))
    if len(found) > LIMIT:
        message = _(
            "violation_bulk_limit", default="Mỗi lần tối đa ${limit} văn bản.", mapping={"limit": str(LIMIT)}
        )
        raise Refused(Violation("items", "too_many_items", message))
    return found


def perform_all(act_id, uids, data=None, key=None):
    """Do the act to each record in a transaction of its own; generator of Outcome, in their order.

    ``data``: the input for all; what it leaves out takes the proposals made for each. ``key``: an idempotency key; a
    repeated request does nothing twice and gives the results again. What the caller has changed before is committed
    with the first.
    """
    transaction.commit()
    for uid in check_uids(uids):
        yield _perform(act_id, uid, dict(data or {}), f"{key}.{uid}" if key else None)


def _perform(act_id, uid, data, key):
    for _attempt in range(ATTEMPTS):
        try:
            record = visible_record(uid)
            if record is None:
                return Outcome(uid, 404, {}, (_unknown(),))
            acts = IActs(record)
            result = acts.perform(_name(acts.get(act_id), act_id, record, key), dict(data), key)
            transaction.commit()
            return Outcome(uid, 200, result)
        except Refused as refused:
            transaction.abort()
            return Outcome(uid, refused.status, {}, tuple(refused.violations))
        except ConflictError:
            transaction.abort()
    message = _("violation_bulk_busy", default="Văn bản đang được người khác xử lý, hãy thử lại.")
    return Outcome(uid, CONFLICT, {}, (Violation("", "someone_was_faster", message),))


def _name(act, act_id, record, key):
    """Id of the act that is done: the one that stands for it in bulk; with a key that was used, what was done then."""
    if act is None:
        return act_id
    used = act_of_key(record, key) if key else ""
    return used if used and used in (act_id, act.stand_in) else act.in_bulk or act_id


def _unknown():
    message = _("violation_bulk_unknown", default="Không có văn bản này, hoặc anh/chị không được xem.")
    return Violation("", "record_unknown", message)


@dataclass(frozen=True)
class Offer:
    """An act for a selection: ``possible`` uids, ``refused`` dict uid -> violations; ``act`` of the first record."""

    act: object
    possible: tuple
    refused: dict


def offers(uids):
    """The acts that can be done now to at least one of the records: list of Offer, those for most first."""
    found = {}
    for uid in check_uids(uids):
        record = visible_record(uid)
        for act, violations in IActs(record).possible() if record is not None else ():
            possible, refused = found.setdefault(act.id, (act, [], {}))[1:]
            if violations:
                refused[uid] = tuple(violations)
            else:
                possible.append(uid)
    offered = [Offer(act, tuple(possible), refused) for act, possible, refused in found.values() if possible]
    return sorted(offered, key=lambda offer: (-len(offer.possible), offer.act.order, offer.act.id))
