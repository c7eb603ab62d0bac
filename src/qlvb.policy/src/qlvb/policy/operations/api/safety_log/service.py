"""``GET @safety-log``."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.paging import start_of
from qlvb.content.safety.interfaces import KINDS
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.operations import safety
from zope.i18n import translate


MOST = 200


class SafetyGet(AnsweringService):
    """Unusual sign-ins (``kind=sign_in``) or blocked files (``kind=file``) of the last 30 days, with ``all=1`` of a
    year; the newest first, 200 from ``b_start`` on.
    """

    def answer(self):
        kind = self.request.form.get("kind", KINDS[0])
        if kind not in KINDS:
            message = _("violation_safety_kind", default="Chỉ có hai loại: sign_in, file.")
            raise Refused(Violation("kind", "kind_unknown", message))
        found, start = safety.listed(kind, self.request.form.get("all") == "1"), start_of(self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@safety-log?kind={kind}",
            "items": [self._item(event) for event in found[start : start + MOST]],
            "items_total": len(found),
        }

    def _item(self, event):
        place, path = safety.place_of(event)
        return {
            "when": event.when.isoformat(),
            "code": event.code,
            "reason": translate(safety.reason_of(event), context=self.request),
            "userid": event.userid,
            "address": event.address,
            "what": event.what,
            "place": place,
            "url": f"{self.context.absolute_url()}/{path}" if path else None,
        }
