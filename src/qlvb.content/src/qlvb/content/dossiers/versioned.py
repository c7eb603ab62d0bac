"""The rows of an approved catalogue change as a version or not at all, whichever way the change comes."""

from plone import api
from qlvb.content import _
from qlvb.content.dossiers.interfaces import ICatalogueRows
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate


def refuse_rows_without_version(catalogue, event):
    """:raises BadRequest: the rows are no longer those of the newest version."""
    newest = next(iter(ICatalogueRows(catalogue).versions()), None)
    if newest is None or api.content.get_state(catalogue, default="draft") != "approved":
        return
    kept = (newest.headings, newest.entries)
    if ([dict(row) for row in catalogue.headings or ()], [dict(row) for row in catalogue.entries or ()]) != kept:
        message = _(
            "violation_catalogue_unversioned",
            default="Danh mục đã duyệt: dòng danh mục chỉ đổi được kèm lý do, bằng màn hình Sửa hoặc @catalogue-rows.",
        )
        raise BadRequest(translate(message, context=getRequest()))
