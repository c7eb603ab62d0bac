"""``@@export-list``: the list of a screen as a file; ``@@exports``: the files that the worker makes."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.serving import send
from qlvb.content.violations import Refused
from qlvb.policy.exporting.answers import export_json
from qlvb.policy.exporting.answers import note_export
from qlvb.policy.exporting.order import AT_ONCE
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.exporting.order import order_of_form
from qlvb.policy.exporting.shelf import Shelf
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.exporting.writing import table_of
from qlvb.policy.exporting.writing import write
from qlvb.workflows.outbox.interfaces import IJobs
from zope.component import getMultiAdapter
from zope.i18n import translate


class _View(BrowserView):
    @property
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    @property
    def userid(self):
        return api.user.get_current().getId()

    @property
    def page(self):
        return f"{api.portal.get().absolute_url()}/@@exports"

    def say(self, refused):
        words = " ".join(translate(violation.message, context=self.request) for violation in refused.violations)
        api.portal.show_message(words, self.request, type="error")

    def go(self, address=None):
        return self.request.response.redirect(address or self.page)


class ExportList(_View):
    """A small list is the answer itself; of a longer one, and of a PDF, the worker makes a file."""

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.go()
        CheckAuthenticator(self.request)
        try:
            order = order_of_form(self.request.form, self.shell.language)
            table = table_of(order)
            if order.format != "pdf" and table.total <= AT_ONCE:
                data = write(table)
                note_export(self.userid, order, table.total)
                return send(self.request, data, filename_of(table), order.mimetype)
            _export, new = Shelf(self.userid).ask(order, table.total)
            if new:
                note_export(self.userid, order, table.total)
        except Refused as refused:
            self.say(refused)
            return self.go()
        said = _("export_asked", default="Đang tạo tệp. Anh/chị cứ làm việc khác, tệp sẽ nằm ở trang này.")
        api.portal.show_message(said, self.request)
        return self.go()


class Exports(_View):
    """The person's files: what is under way, and what can be downloaded."""

    shell_section = "search"

    @property
    def exports(self):
        """list of dict as the service gives them, with dates for people."""
        found = []
        for export in Shelf(self.userid).all():
            one = export_json(self.context, self.request, self.userid, export)
            one["when"] = show_moment(export.created)
            one["kept"] = export.until.strftime("%d/%m/%Y")
            one["kilobytes"] = max(1, export.size // 1024)
            found.append(one)
        return found

    @property
    def under_way(self):
        return any(export["state"] in ("queued", "running") for export in self.exports)


class ExportedFile(_View):
    """``@@exported-file?id=…``: the bytes, for the person who asked for them."""

    def __call__(self):
        shelf = Shelf(self.userid)
        try:
            export = shelf.get(self.request.form.get("id"))
            data = shelf.data_of(export) if export.finished is not None else None
        except Refused as refused:
            self.say(refused)
            return self.go()
        return send(self.request, data, export.filename, FORMATS[export.format]) if data is not None else self.go()


class ChangeExport(_View):
    """``@@change-export``: delete a file, or try again to make it."""

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.go()
        CheckAuthenticator(self.request)
        shelf = Shelf(self.userid)
        try:
            export = shelf.get(self.request.form.get("id"))
            if "remove" in self.request.form:
                shelf.remove(export)
                api.portal.show_message(_("export_removed", default="Đã xóa tệp."), self.request)
            elif "retry" in self.request.form:
                IJobs(shelf.placed()).retry(export.job, self.userid)
        except Refused as refused:
            self.say(refused)
        return self.go()
