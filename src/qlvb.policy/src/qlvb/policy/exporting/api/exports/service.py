"""``GET @export`` gives a small list at once; ``@exports`` are those that the worker makes."""

from qlvb.content import _
from qlvb.content.answering import FileService
from qlvb.content.files.serving import send
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.policy.exporting.answers import export_json
from qlvb.policy.exporting.answers import note_export
from qlvb.policy.exporting.order import AT_ONCE
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.exporting.order import RULE
from qlvb.policy.exporting.order import order_of
from qlvb.policy.exporting.order import order_of_form
from qlvb.policy.exporting.shelf import Shelf
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.exporting.writing import table_of
from qlvb.policy.exporting.writing import write


class _Exports(FileService):
    """What the methods of both services share."""

    @property
    def shelf(self):
        return Shelf(self.userid)

    def as_json(self, export):
        return export_json(self.context, self.request, self.userid, export)

    def send_file(self, content, filename, mimetype):
        """To be returned by ``answer()``."""
        return self.send(send(self.request, content, filename, mimetype))


class ExportGet(_Exports):
    """A list as a file at once: ``format`` (xlsx, docx, xml), ``list`` (``search`` or a box), ``columns``, ``sort_on``
    and filters; at most 1,000 rows, longer ones and PDF by ``POST @exports``.
    """

    def answer(self):
        order = order_of_form(self.request.form, "vi")
        table = table_of(order)
        if order.format == "pdf" or table.total > AT_ONCE:
            text = _(
                "violation_export_job", default="Bản PDF và danh sách trên 1.000 dòng được tạo bằng POST @exports."
            )
            raise Refused(Violation("format", "needs_a_job", text, RULE))
        content = write(table)
        note_export(self.userid, order, table.total)
        return self.send_file(content, filename_of(table), order.mimetype)


class ExportsGet(_Exports):
    """The files the person has had made; ``@exports/<id>`` one of them, ``@exports/<id>/file`` its bytes."""

    def answer(self):
        if self.path[1:] == ("file",):
            return self._file_of(self.shelf.get(self.path[0]))
        if len(self.path) == 1:
            return self.as_json(self.shelf.get(self.path[0]))
        if self.path:
            self.shelf.get("")
        items = [self.as_json(export) for export in self.shelf.all()]
        return {"@id": f"{self.context.absolute_url()}/@exports", "items": items, "items_total": len(items)}

    def _file_of(self, export):
        if export.finished is None:
            text = _("violation_export_unready", default="Tệp chưa tạo xong.")
            raise Refused(Violation("", "export_not_ready", text), status=409)
        return self.send_file(self.shelf.data_of(export), export.filename, FORMATS[export.format])


class ExportsPost(_Exports):
    """Asks for a file: JSON ``format``, ``list``, ``filters``, ``sort``, ``columns``, ``title``; the worker makes it.

    With the header ``Idempotency-Key`` the same person's second request gives the first one's export.
    """

    def answer(self):
        body = self.body()
        known = ("format", "list", "filters", "sort", "columns", "title", "language")
        if unknown := unknown_fields(body, known):
            raise Refused(unknown)
        order = order_of(body)
        table = table_of(order)
        export, new = self.shelf.ask(order, table.total, self.key or "")
        if new:
            note_export(self.userid, order, table.total)
        self.request.response.setStatus(202 if new else 200)
        result = self.as_json(export)
        self.request.response.setHeader("Location", result["@id"])
        return result


class ExportsDelete(_Exports):
    """Deletes a file the person has had made."""

    def answer(self):
        self.shelf.remove(self.shelf.get(self.only_name))
        return self.reply_no_content()
