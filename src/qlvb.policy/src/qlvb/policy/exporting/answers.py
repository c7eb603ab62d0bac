"""Exports as JSON and in the journal."""

from qlvb.content.desks.interfaces import IDesks
from qlvb.content.index.progress import percent
from qlvb.content.journal.interfaces import IJournal
from qlvb.policy.exporting.shelf import Shelf
from zope.component import getUtility
from zope.i18n import translate


def note_export(userid, order, rows):
    """Say in the journal of the person's desk that the list left the system (NĐ 30/2020 Phụ lục VI mục 6l)."""
    desk = getUtility(IDesks).open(userid)
    detail = {"list": order.where, "filters": {k: _plain(v) for k, v in order.filters.items()}}
    IJournal(desk).append("list_exported", userid, {**detail, "format": order.format, "rows": rows})


def _plain(value):
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else str(value)


def export_json(context, request, userid, export):
    """dict of JSON values of an Export."""
    shelf = Shelf(userid)
    state = shelf.state(export)
    job = shelf.job(export)
    address = f"{context.absolute_url()}/@exports/{export.id}"
    return {
        "@id": address,
        "id": export.id,
        "title": export.title,
        "format": export.format,
        "state": state,
        "progress": 100 if state == "done" else percent(f"export {export.id}"),
        "rows": export.rows if export.rows is not None else export.total,
        "size": export.size,
        "error": translate(job.error, context=request) if job is not None and state != "done" else "",
        "created": export.created.isoformat(),
        "finished": export.finished.isoformat() if export.finished else None,
        "until": export.until.isoformat(),
        "file": f"{address}/file" if state == "done" else None,
    }
