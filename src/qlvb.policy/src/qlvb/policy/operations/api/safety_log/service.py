"""``GET @safety-log``, ``POST @safety-log``."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.paging import start_of
from qlvb.content.safety.interfaces import KINDS
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.policy.operations import safety
from zope.i18n import translate


MOST = 200


class SafetyGet(AnsweringService):
    """Unusual sign-ins (``kind=sign_in``) or blocked files (``kind=file``) of the last 30 days, with ``all=1`` of a
    year, with ``unseen=1`` those that nobody has seen; the newest first, 200 from ``b_start`` on.
    """

    def answer(self):
        asked = self.request.form
        kind, start = _known(asked.get("kind", KINDS[0])), start_of(self.request)
        found = safety.listed(kind, asked.get("all") == "1", asked.get("unseen") == "1")
        return {
            "@id": f"{self.context.absolute_url()}/@safety-log?kind={kind}",
            "items": [self._item(event) for event in found[start : start + MOST]],
            "items_total": len(found),
        }

    def _item(self, event):
        place, path = safety.place_of(event)
        return {
            "id": event.key,
            "seen": event.seen.isoformat() if event.seen else None,
            "seen_by": event.seen_by,
            "when": event.when.isoformat(),
            "code": event.code,
            "reason": translate(safety.reason_of(event), context=self.request),
            "userid": event.userid,
            "address": event.address,
            "what": event.what,
            "place": place,
            "url": f"{self.context.absolute_url()}/{path}" if path else None,
        }


class SafetyPost(AnsweringService):
    """Say of events that you have seen them: ``kind`` and ``ids`` (list of str). Answers how many were unseen."""

    def answer(self):
        sent = self.body()
        if wrong := unknown_fields(sent, ("kind", "ids")):
            raise Refused(wrong)
        kind, ids = _known(sent.get("kind")), sent.get("ids")
        if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
            message = _("violation_safety_ids", default="“ids” là danh sách mã sự việc.")
            raise Refused(Violation("ids", "field_wrong_type", message))
        return {"marked": safety.mark_seen(kind, ids)}


def _known(kind):
    if kind not in KINDS:
        message = _("violation_safety_kind", default="Chỉ có hai loại: sign_in, file.")
        raise Refused(Violation("kind", "kind_unknown", message))
    return kind
