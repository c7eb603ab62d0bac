"""``GET @records``: documents and dossiers, filtered, sorted, with chosen columns, facets and in pages."""

from plone import api
from qlvb.content.answering import AnsweringService
from qlvb.content.index.api.batching import PARAMETERS
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.columns import COLUMNS
from qlvb.content.index.columns import Reader
from qlvb.content.index.columns import columns_of
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.filters import given
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.wording import Wording
from zope.component import getUtility
from zope.i18n import translate


#: Parameters that are no filters.
_OTHERS = (*PARAMETERS, "sort_on", "columns", "facets")


class RecordsGet(AnsweringService):
    """What the person may view of all documents and dossiers, in plone.restapi's batch envelope.

    Every filter of the lists is a query parameter, a list by repeating one; ``text`` searches. ``columns`` and
    ``facets`` are ids, repeated or with commas between them. Without ``columns`` a row has all that rows have.
    """

    def answer(self):
        form = self.request.form
        batch = Batch(self.request, f"{self.context.absolute_url()}/@records")
        columns = columns_of(ids_in(form.get("columns")))
        filters = given(form, [name for name in form if name not in _OTHERS])
        question = Question(types=SEARCHED, filters=filters, sort=form.get("sort_on") or None)
        listing = getUtility(IListing)
        page = listing.page(question, batch.start, batch.size, batch.after)
        result = batch.envelope(page, rows_json(page, columns))
        if columns:
            result["columns"] = [
                {"id": column.id, "title": translate(column.title, context=self.request), "kind": column.kind}
                for column in columns
            ]
        if not page.is_exact:
            result["items_total_is_exact"] = False
        if page.corrected:
            result["corrected"] = page.corrected
        names = ids_in(form.get("facets"))
        if names:
            result["facets"] = self._facets(listing.facets(question, names))
        return result

    def _facets(self, found):
        wording = Wording(self.request)
        return {
            name: [
                {"value": value, "title": wording.value(COLUMNS[name], value), "count": count} for value, count in rows
            ]
            for name, rows in found.items()
        }


def ids_in(value):
    """Ids of a parameter that is repeated, or has commas between them: list of str."""
    values = value if isinstance(value, list) else [value or ""]
    return [one.strip() for part in values for one in str(part).split(",") if one.strip()]


def rows_json(page, columns):
    """Items of a page: dict each, with ``columns`` (may be none for all that rows have)."""
    userid = api.user.get_current().getId() or ""
    if not columns:
        return [row.as_json() for row in page.rows]
    return [
        {
            "@id": row.url,
            "@type": row.portal_type,
            "uid": row.uid,
            **{column.id: column.json_value(row, Reader(userid, number)) for column in columns},
        }
        for number, row in enumerate(page.rows, page.start + 1)
    ]
