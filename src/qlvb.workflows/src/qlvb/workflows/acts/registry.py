"""What can be done with a record, and the doing of it."""

from contextlib import contextmanager
from qlvb.content import _
from qlvb.content.holds.storing import by_the_rules
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.storage.savepoints import savepoint
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.actors import acting
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.event import ActPerformed
from qlvb.workflows.acts.faster import overtaken
from qlvb.workflows.acts.faster import split_envelope
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.results import keep_result
from qlvb.workflows.acts.results import kept_result
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from zope.component import adapter
from zope.component import getAdapters
from zope.component import getUtility
from zope.component import queryAdapter
from zope.event import notify
from zope.interface import implementer


@implementer(IActs)
@adapter(IRecord)
class Acts:
    """Acts of a record: named adapters ``IAct`` registered for its interfaces."""

    def __init__(self, record):
        self.record = record

    def get(self, act_id):
        return queryAdapter(self.record, IAct, name=act_id)

    def all(self):
        acts = (act for _name, act in getAdapters((self.record,), IAct))
        return sorted((act for act in acts if act.relevant()), key=lambda act: (act.order, act.id))

    def possible(self):
        return [(act, act.check()) for act in self.all()]

    def admit(self, act_id, data=None):
        act = self._known(act_id)
        expected, raw = split_envelope(data)
        return act, self._admitted(act, raw, expected)

    def perform(self, act_id, data=None, key=None):
        act = self._known(act_id)
        userid = act.actor.userid
        if key and (kept := kept_result(self.record, key, act_id, userid)) is not None:
            return kept
        expected, raw = split_envelope(data)
        values = self._admitted(act, raw, expected)
        if act.serialise is not None and (name := act.serialise()):
            getUtility(ISerialiser).serialised(name)
            if key and (kept := kept_result(self.record, key, act_id, userid)) is not None:
                return kept
            values = self._admitted(act, raw, expected)
        return carry_out(self.record, act, values, key)

    def _known(self, act_id):
        act = self.get(act_id)
        if act is None:
            message = _("violation_act_unknown", default="Không có thao tác “${act}”.", mapping={"act": act_id})
            raise Refused([Violation("", "unknown_act", message)], 404)
        return act

    def _admitted(self, act, raw, expected):
        """The converted input of an act that may be done; a conflict is told before a fault of the input."""
        if conflicts := overtaken(self.record, expected, act.beside):
            raise Refused(act.overtaken(conflicts), 409)
        if basic := act.check():
            raise Refused(basic, act.status_of(basic))
        values, violations = convert(act.schema, raw, self.record, act.defaults())
        violations = violations or list(act.check(values))
        if violations:
            raise Refused(violations, act.status_of(violations))
        return values


def carry_out(record, act, values, key=None):
    """Do an act that has been found admissible: for :class:`Acts`, and for acts that follow from another one, which
    has answered for right and rules. ``values`` are converted ones. Returns the act's result.
    """
    by_the_rules()
    actor = act.actor
    before = state_of(record)
    with all_or_nothing(), acting(actor):
        result = dict(act.execute(values) or {})
        transition = act.transition_for(values, result)
        detail = dict(act.detail(values, result))
        if transition:
            fire(record, transition, comment=str(detail.get("comment", "")))
        after = state_of(record)
        detail.update({"from": before, "to": after, **({"basis": actor.basis} if actor.on_behalf else {})})
        entry = IJournal(record).append(f"act.{act.id}", actor.userid, detail, on_behalf=actor.on_behalf)
        result = {**result, "act": act.id, "state": after, "seq": entry.seq}
        notify(ActPerformed(record, act, values, actor, result))
        if key:
            keep_result(record, key, act.id, actor.userid, result)
        record.reindexObject()
        record.reindexObjectSecurity()
    return result


@contextmanager
def all_or_nothing():
    """What happens inside stays only if nothing is raised."""
    point = savepoint()
    finished = False
    try:
        yield
        finished = True
    finally:
        if not finished and point.valid:
            point.rollback()
