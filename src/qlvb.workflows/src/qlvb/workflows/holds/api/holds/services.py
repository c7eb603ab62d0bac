"""Holds: list, place on many records at once, read; what binds one record."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.api.collections import CollectionGet
from qlvb.workflows.acts.api.collections import CollectionPost
from qlvb.workflows.delegation.values import as_day
from qlvb.workflows.delegation.values import as_list
from qlvb.workflows.holds.acts import bind_all
from qlvb.workflows.holds.creation import create_hold
from zope.component import getUtility
from zope.i18n import translate


#: Records of one request; more are added by the act ``add_to_hold``.
MOST = 500


def hold_json(hold, request):
    """dict of a hold without its records."""
    state = state_of(hold)
    return {
        "@id": hold.absolute_url(),
        "UID": hold.UID(),
        "case_number": hold.case_number,
        "title": hold.title,
        "reason": hold.reason,
        "basis": hold.basis,
        "valid_from": hold.valid_from.isoformat(),
        "author": {"id": hold.author, "name": getUtility(IDirectory).person(hold.author).fullname},
        "state": {"id": state, "title": translate(title_of_state("Hold", state), context=request)},
        "released_reason": hold.released_reason or "",
        "records": len(IHoldContents(hold).bound()),
    }


class HoldsGet(CollectionGet):
    """Holds of the agency, the latest first, batched; ``state`` (active, released) narrows."""

    portal_type, service = "Hold", "@holds"

    def shown(self, record):
        return hold_json(record, self.request)


class HoldsPost(CollectionPost):
    """Open a case and place it on records: ``{"case_number", "title", "reason", "basis", "valid_from", "records":
    [UIDs]}``. Under ``items`` what became of each record (200, 404, 409), empty for a hold that was there.
    """

    portal_type = "Hold"
    bound = ()

    def made(self, by):
        body = self.body()
        uids = as_list(body.get("records"), "records")
        if len(uids) > MOST:
            message = _(
                "violation_hold_many", default="Mỗi lần tối đa ${max} hồ sơ, văn bản.", mapping={"max": str(MOST)}
            )
            raise Refused(Violation("records", "too_many_items", message))
        values = {name: body.get(name) for name in ("case_number", "title", "reason", "basis")}
        values["valid_from"] = as_day(body.get("valid_from"), "valid_from")
        hold = create_hold(self.context.getId(), values, by)
        self.bound = bind_all(hold, uids, by)
        return hold

    def shown(self, record):
        items = [{**item, "message": translate(item["message"], context=self.request)} for item in self.bound]
        return {**hold_json(record, self.request), "items": items}


class HoldGet(AnsweringService):
    """The hold, and under ``items`` every record that it binds or has bound."""

    def answer(self):
        items = []
        for held in IHoldContents(self.context).all():
            record = find_record(held.uid)
            may_view = record is not None and getSecurityManager().checkPermission("View", record)
            items.append(
                {
                    "UID": held.uid,
                    "@id": record.absolute_url() if may_view else "",
                    "title": held.title if may_view else "",
                    "added": held.added.isoformat(),
                    "added_by": held.added_by,
                    "removed": held.removed.isoformat() if held.removed else None,
                    "removed_by": held.removed_by,
                    "reason": held.reason,
                }
            )
        return {**hold_json(self.context, self.request), "items": items}


class RecordHoldsGet(AnsweringService):
    """The holds that bind the record now, by themselves or through a dossier (``through``: its address)."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@holds",
            "items": [
                {
                    "case_number": binding.hold.case_number,
                    "title": binding.hold.title,
                    "valid_from": binding.hold.valid_from.isoformat(),
                    "through": binding.through.absolute_url() if binding.through is not None else None,
                }
                for binding in IHolds(self.context).bindings()
            ],
        }
