"""``@retention-schedule`` of the site and of an agency: what holds there, and a new version of it."""

from AccessControl import getSecurityManager
from plone.restapi.batching import HypermediaBatch
from qlvb.content import _
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.row_rules import row_from
from qlvb.content.retention.row_rules import row_json
from qlvb.content.retention.schedule import fitting
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import refuse
from zope.i18n import translate


class ScheduleGet(FilingService):
    """The rows of the version in force, or of ``version``, batched; ``text`` narrows, accents not needed. Of an agency
    ``own`` says which rows are the agency's, ``shared_version`` of which version of the province's the others are.
    """

    def answer(self):
        schedule = IRetentionSchedule(self.context)
        asked = str(self.request.form.get("version") or "")
        shown = schedule.current()
        if asked:
            shown = schedule.version(int(asked)) if asked.isdecimal() and len(asked) < 6 else None
        if shown is None:
            message = _("violation_schedule_version", default="Không có phiên bản này của bảng thời hạn.")
            refuse("version", "version_unknown", message, 404)
        batch = HypermediaBatch(self.request, fitting(shown.rows, str(self.request.form.get("text") or "")))
        result = {
            "@id": batch.canonical_url,
            "version": shown.number,
            "shared_version": shown.shared,
            "items_total": batch.items_total,
            "items": [{**row_json(row), "own": row.token in shown.own} for row in batch],
            "versions": [
                {
                    "number": one.number,
                    "by": one.by,
                    "when": one.when.isoformat() if one.when else None,
                    "reason": translate(one.reason, context=self.request),
                }
                for one in schedule.versions()
            ],
        }
        if batch.links:
            result["batching"] = batch.links
        return result


class SchedulePut(ScheduleGet):
    """``{"version": the number that was seen, "reason": "…", "items": [rows that change or are new], "removed":
    [tokens]}``: a new version; dossiers keep what they have until the act ``follow_schedule`` is done to them. An
    agency changes its own rows: new ones, and longer periods than the province's.
    """

    def answer(self):
        body = self.body()
        items, removed, expected = body.get("items") or [], body.get("removed") or [], body.get("version")
        if not isinstance(items, list) or not isinstance(removed, list) or not all(isinstance(x, str) for x in removed):
            message = _("violation_schedule_shape", default="Giá trị không đúng dạng hoặc quá dài.")
            refuse("items", "wrong_shape", message, 400)
        rows = [row_from(item, f"items.{place}") for place, item in enumerate(items)]
        IRetentionSchedule(self.context).change(
            rows,
            removed,
            getSecurityManager().getUser().getId(),
            str(body.get("reason") or ""),
            expected if isinstance(expected, int) else None,
        )
        return super().answer()
