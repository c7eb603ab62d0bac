"""``@columns``: which columns there are, and which the person wants in a list."""

from plone import api
from plone.restapi.services import Service
from qlvb.content.answering import AnsweringService
from qlvb.content.desks.choices import choose_columns
from qlvb.content.desks.choices import chosen_columns
from qlvb.content.index.columns import COLUMNS
from qlvb.content.violations import Refused
from qlvb.content.violations import unknown_fields
from zope.i18n import translate


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


class ColumnsPatch(AnsweringService):
    """Keeps the columns of a list: ``{"list": "incoming.all", "columns": ["reference", "subject"]}``; none at all goes
    back to the list's own.
    """

    def answer(self):
        data = self.body()
        if unknown := unknown_fields(data, ("list", "columns")):
            raise Refused(unknown)
        chosen = choose_columns(self.userid, data.get("list"), data.get("columns"))
        return {"list": data["list"], "chosen": list(chosen)}
