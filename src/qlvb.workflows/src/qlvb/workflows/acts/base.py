"""What every act has in common: state, right, rules."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.locks import LOCKED
from qlvb.content.locks import closed_violations
from qlvb.content.locks import hold_violations
from qlvb.content.locks import lock_violations
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
from qlvb.workflows.acts.actors import actor_of
from qlvb.workflows.acts.actors import assists
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.acts.transitions import title_of_state
from zope.interface import implementer


#: Codes of violations that mean "the record is no longer where you thought", answered with status 409.
CONFLICT_CODES = frozenset({"wrong_state", "not_your_turn", "someone_was_faster", "too_late", "key_used", LOCKED})
#: Permissions of acts that a lock of the record stops.
HELD = ("qlvb: Draft", "qlvb: Edit files", "Modify portal content")


#: Source of the rules of signing and deciding in somebody's place.
DELEGATION = "NĐ 30/2020 Điều 13"


@implementer(IAct)
class Act:
    """Base of the acts: an adapter of one record, doing nothing but asking until ``execute``.

    A subclass sets the attributes, adds its rules in ``rules`` and does its work in ``execute``. ``conflict_codes`` and
    ``unavailable_codes`` name the codes that answer with 409 and 503; ``forbidden`` answers with 403, others with 400.
    """

    id = ""
    title = ""
    description = ""
    schema = None
    permission = "Modify portal content"
    states = ()
    transition = None
    emphasis = "normal"
    order = 50
    stand_in = ""
    serialise = None
    conflict_codes = CONFLICT_CODES
    unavailable_codes = frozenset()
    #: Name of the input that the journal shows as the person's words; the result stands beside it.
    comment_from = ""
    #: Names of choices that stand for a whole selection, as its words do; others are proposed for each record.
    asked_for_all = ()
    #: Ids of acts that may have come between what the person saw and this one, as votes of others do.
    beside = ()
    #: bool: not done while a case holds the record, though it changes no field and no file.
    stopped_by_hold = False

    def __init__(self, record):
        self.record = record

    @property
    def actor(self):
        """The person who acts: the current user, in the place of somebody whose turn it is and who delegated."""
        return actor_of(self.record, getSecurityManager().getUser().getId() or "", self.permission)

    @property
    def in_bulk(self):
        """See IAct; an act that is not always stood for overrides this."""
        return self.stand_in

    @property
    def state(self):
        """str: the record's review state now."""
        return state_of(self.record)

    def violation(self, code, message, field="", rule=""):
        """A :class:`Violation` of this act."""
        return Violation(field, code, message, rule)

    def allowed(self):
        """bool: the current user has the act's permission on the record."""
        return bool(getSecurityManager().checkPermission(self.permission, self.record))

    def relevant(self):
        """Shown to those who may do it in this state; refused for another reason it stays visible, greyed."""
        return (not self.states or self.state in self.states) and self.allowed()

    def defaults(self):
        return {}

    def preview(self):
        return ()

    def closed(self):
        return {}

    def check(self, data=None):
        basic = closed_violations(self.record) or self.basic_violations() or self.locks()
        return basic or list(self.rules(data))

    def locks(self):
        """What is a drafter's to do waits while something holds the draft as it is, and what ``stopped_by_hold`` names
        while a case holds the record: list of Violation.
        """
        if self.permission in HELD:
            return lock_violations(self.record)
        return hold_violations(self.record) if self.stopped_by_hold else []

    def basic_violations(self):
        """State first, then right: rights hang on the state, so the state is the better explanation."""
        if self.states and self.state not in self.states:
            return [self.wrong_state()]
        if not self.allowed():
            return [self.assistant_only() if assists(self.record, self.actor.userid) else self.missing_right()]
        return []

    def wrong_state(self):
        """The violation when the record is in another state than the act's."""
        message = _(
            "violation_act_wrong_state",
            default="Không thực hiện được “${act}” ở trạng thái “${state}”.",
            mapping={"act": self.title, "state": title_of_state(self.record)},
        )
        return self.violation("wrong_state", message)

    def overtaken(self, conflicts):
        """What to say of ``conflicts`` (list of Violation): what came between what the person saw and this act."""
        return conflicts

    def assistant_only(self):
        """The violation when the actor may only prepare."""
        message = _(
            "violation_act_assistant",
            default="Trợ lý chỉ tiếp nhận và chuẩn bị ý kiến, không thực hiện “${act}” thay lãnh đạo.",
            mapping={"act": self.title},
        )
        return self.violation("forbidden", message, rule=DELEGATION)

    def missing_right(self):
        """The violation when the actor lacks the permission."""
        message = _(
            "violation_act_forbidden",
            default="Anh/chị không có quyền thực hiện “${act}”.",
            mapping={"act": self.title},
        )
        return self.violation("forbidden", message)

    def rules(self, data):
        """Violations beyond state and right; ``data`` None = before any input is known. Never writes."""
        return []

    def transition_for(self, data, result):
        """Id of the transition to fire after ``execute``, or None when the state stays."""
        return self.transition

    def execute(self, data):
        return {}

    def detail(self, data, result):
        """dict: what the journal says of it beside the states: comment, persons (JSON values)."""
        return {**result, "comment": data[self.comment_from]} if self.comment_from else journal_values(data)

    def status_of(self, violations):
        """HTTP status that fits a list of violations."""
        codes = {violation.code for violation in violations}
        if "forbidden" in codes:
            return 403
        if codes & self.conflict_codes:
            return 409
        if codes & self.unavailable_codes:
            return 503
        return 400


def journal_values(value):
    """``value`` as JSON values for the journal: files by their names, dates in ISO form, empty fields left out."""
    if isinstance(value, dict):
        found = {key: journal_values(item) for key, item in value.items()}
        return {key: item for key, item in found.items() if item not in (None, "", [])}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [journal_values(item) for item in value]
    if isinstance(value, (bool, int, float)) or value is None:
        return value
    if isinstance(value, str):
        return nfc(value)
    if hasattr(value, "filename"):
        return nfc(value.filename or "")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)
