"""``@columns``: which columns there are, and which the person wants in a list."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.desks.choices import choose_columns
from qlvb.content.desks.choices import chosen_columns
from qlvb.content.files.requests import sent_json
from qlvb.content.index.columns import COLUMNS
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from zope.i18n import translate
from zope.interface import alsoProvides


class ColumnsGet(Service):
    """All columns (id, title, sort); with ``list=<id>`` also those that the person has chosen for that list."""

    def reply(self):
        items = [
            {"id": column.id, "title": translate(column.title, context=self.request), "sort": column.sort or None}
            for column in COLUMNS.values()
        ]
        result = {"@id": f"{self.context.absolute_url()}/@columns", "items": items, "items_total": len(items)}
        list_id = self.request.form.get("list")
        if isinstance(list_id, str):
            result["chosen"] = list(chosen_columns(api.user.get_current().getId(), list_id, ()))
        return result


class ColumnsPatch(Service):
    """Keeps the columns of a list: ``{"list": "incoming.all", "columns": ["reference", "subject"]}``; none at all goes
    back to the list's own.
    """

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            data = sent_json(self.request)
            unknown = [name for name in data if name not in ("list", "columns")]
            if unknown:
                text = _(
                    "violation_search_field", default="Không có trường “${name}”.", mapping={"name": unknown[0][:80]}
                )
                raise Refused(Violation(unknown[0][:80], "field_unknown", text))
            chosen = choose_columns(api.user.get_current().getId(), data.get("list"), data.get("columns"))
        except Refused as refused:
            return refused_response(self.request, refused)
        return {"list": data["list"], "chosen": list(chosen)}
