"""One act on many records: a transaction each, so that what cannot be done to one keeps none of the others back.

What takes time for each (signing) is asked of the worker: the act's ``in_bulk`` names the act that does so.
"""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.lookup import visible_record
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import ONE_BY_ONE
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.interfaces import IInPerson
from qlvb.workflows.acts.results import act_of_key
import transaction
from ZODB.POSException import ConflictError
from zope.component import getAdapters
from zope.i18n import translate
from zope.schema import getFieldsInOrder


#: Records at once (workflows 3.3: bulk limit).
LIMIT = 50
#: Attempts at one record when others write it at the same time.
ATTEMPTS = 5
CONFLICT, MISSING = 409, 404


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
        message = _("violation_bulk_items", default="Hãy chọn ít nhất một mục.")
        raise Refused(Violation("items", "items_missing", message))
    found = list(dict.fromkeys(uids))
    if len(found) > LIMIT:
        message = _(
            "violation_bulk_limit", default="Mỗi lần tối đa ${limit} mục.", mapping={"limit": str(LIMIT)}
        )
        raise Refused(Violation("items", "too_many_items", message))
    return found


def perform_all(act_id, uids, data=None, key=None, mixed=False):
    """Do the act to each record in a transaction of its own; generator of Outcome, in their order.

    ``data``: the input for all; what it leaves out takes the proposals made for each. ``key``: an idempotency key; a
    repeated request does nothing twice and gives the results again. ``mixed``: a record takes of ``data`` what its own
    act asks for; else what an act does not know is refused. What the caller has changed before is committed with the
    first.
    """
    transaction.commit()
    for uid in check_uids(uids):
        yield _perform(act_id, uid, dict(data or {}), f"{key}.{uid}" if key else None, mixed)


def fitting(act, data):
    """dict: what the act asks for, of input that was given for acts of one id with different input."""
    return {name: value for name, value in data.items() if act.schema is not None and name in act.schema}


def _perform(act_id, uid, data, key, mixed):
    for _attempt in range(ATTEMPTS):
        try:
            record = visible_record(uid)
            if record is None:
                return Outcome(uid, 404, {}, (_unknown(),))
            acts = IActs(record)
            act = acts.get(act_id)
            if act is None:
                raise Refused([of_other_kind()], MISSING)
            if not data.get("vgca") and (found := _not_at_once(act)):
                raise Refused(found, CONFLICT)
            given = fitting(act, data) if mixed else dict(data)
            result = acts.perform(_name(act, act_id, record, key), given, key)
            transaction.commit()
            return Outcome(uid, 200, result)
        except Refused as refused:
            transaction.abort()
            return Outcome(uid, refused.status, {}, tuple(refused.violations))
        except ConflictError:
            transaction.abort()
    message = _("violation_bulk_busy", default="Mục này đang được người khác xử lý, hãy thử lại.")
    return Outcome(uid, CONFLICT, {}, (Violation("", "someone_was_faster", message),))


def _name(act, act_id, record, key):
    """Id of the act that is done: the one that stands for it in bulk; with a key that was used, what was done then."""
    used = act_of_key(record, key) if key else ""
    return used if used and used in (act_id, act.stand_in) else act.in_bulk or act_id


def of_other_kind():
    """Violation of a record that has no such act, among others that have it."""
    message = _("violation_bulk_kind", default="Thao tác đang chọn không có cho loại hồ sơ này.")
    return Violation("", "unknown_act", message)


def _unknown():
    message = _("violation_bulk_unknown", default="Không có mục này, hoặc anh/chị không được xem.")
    return Violation("", "record_unknown", message)


@dataclass(frozen=True)
class Offer:
    """An act for a selection: ``possible`` uids, ``refused`` dict uid -> violations. ``acts``: the act of every record
    to which it can be done, if only one by one, for one id may stand for acts with other words and other input
    (approving a recall, approving a replacement).
    """

    acts: tuple
    possible: tuple
    refused: dict

    @property
    def act(self):
        """The act of the first record to which it can be done."""
        return self.acts[0]

    @property
    def kinds(self):
        """tuple of the portal types of the records, each once."""
        return tuple(dict.fromkeys(act.record.portal_type for act in self.acts))

    @property
    def one_by_one(self):
        """tuple of uids to which it can be done only one after the other, by the person at his machine."""
        return tuple(uid for uid, found in self.refused.items() if any(one.code == ONE_BY_ONE for one in found))

    def title(self, request):
        """str: what all records call it, or each of their names once."""
        return " / ".join(dict.fromkeys(translate(act.title, context=request) for act in self.acts))

    def description(self, request):
        """str: likewise."""
        return " / ".join(dict.fromkeys(translate(act.description, context=request) for act in self.acts))

    def fields(self):
        """dict name -> (schema field, bool: every one of the acts needs it) of the input of all acts."""
        schemas = [act.schema for act in self.acts if act.schema is not None]
        return {
            name: (field, len(schemas) == len(self.acts) and all(_needs(schema, name) for schema in schemas))
            for schema in reversed(schemas)
            for name, field in getFieldsInOrder(schema)
        }


def _needs(schema, name):
    field = schema.get(name)
    return field is not None and field.required


def _not_at_once(act):
    """Violations of an act done to many in one go, that asks for the person each time: list."""
    return [one for _name, room in getAdapters((act,), IInPerson) for one in room.violations()]


def offers(uids):
    """The acts that can be done now to at least one of the records, if only one by one: list of Offer, those for most
    first.
    """
    found = {}
    for uid in check_uids(uids):
        record = visible_record(uid)
        for act, violations in IActs(record).possible() if record is not None else ():
            acts, possible, refused = found.setdefault(act.id, ([], [], {}))
            violations = violations or _not_at_once(act)
            if violations:
                refused[uid] = tuple(violations)
            else:
                possible.append(uid)
            if not violations or violations[0].code == ONE_BY_ONE:
                acts.append(act)
    offered = [Offer(tuple(acts), tuple(possible), refused) for acts, possible, refused in found.values() if acts]
    return sorted(offered, key=lambda offer: (-len(offer.acts), offer.act.order, offer.act.id))
