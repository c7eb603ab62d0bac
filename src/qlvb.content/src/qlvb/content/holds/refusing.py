"""What a hold forbids, at every door: handlers of events that refuse before anything is stored.

Forms, services, WebDAV, manage screens, import and code without a person all end in these events; whoever raises here
takes the transaction back.
"""

from Acquisition import aq_base
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.interfaces import IEditLock
from qlvb.content.interfaces import IRecord
from qlvb.content.locks import LOCKED
from qlvb.content.lookup import find_record
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.container.interfaces import IContainerModifiedEvent
from zope.interface import implementer


#: Transitions that end a record's life here, make it editable again, or take it out of force (NĐ 30/2020 Điều 18.3: who
#: has a document that is recalled gives it back or deletes it). All others are work, which a case does not stop.
FORBIDDEN_TRANSITIONS = ("deposit", "destroy", "reopen", "recall", "replace", "agree_recall", "agree_replace")


@implementer(IEditLock)
@adapter(IRecord)
class HoldLock:
    """What edits fields and files asks this before it begins, so that it can say why not."""

    def __init__(self, record):
        self.record = record

    def violations(self):
        """See IEditLock."""
        found = IHolds(self.record).violations()
        return [Violation(one.field, LOCKED, one.message, one.rule) for one in found]


def refuse_removal(record, event):
    """Deleted or moved, by itself or with a folder around it. A new record comes from nowhere and is let in; what was
    exported and is put in beside the held record (manage_importObject, code) is a second original, as a copy is.
    """
    if event.oldParent is not None or _is_second(record):
        IHolds(record).check()


def _is_second(record):
    """bool: the site has another record with its UID."""
    known = find_record(IUUID(record, None))
    return known is not None and aq_base(known) is not aq_base(record)


def refuse_change(record, event):
    """Fields changed by a form, a service or WebDAV."""
    if not IContainerModifiedEvent.providedBy(event):
        IHolds(record).check()


def refuse_copy(record, event):
    """A copy would be an unbound second original."""
    IHolds(event.original).check()


def refuse_clone(record, event):
    """As :func:`refuse_copy`, for what is copied with the folder around it: the copy has taken the binding along."""
    IHolds(record).check()


def refuse_transition(record, event):
    """See FORBIDDEN_TRANSITIONS."""
    if event.transition is not None and event.transition.getId() in FORBIDDEN_TRANSITIONS:
        IHolds(record).check()


def keep_hold(hold, event):
    """A hold stays on record for ever, released or not."""
    if event.oldParent is not None:
        message = _(
            "violation_hold_stays", default="Vụ việc tạm dừng hủy được lưu vĩnh viễn, không xóa, không chuyển được."
        )
        raise RecordHeld(Violation("", "hold_stays", message))
