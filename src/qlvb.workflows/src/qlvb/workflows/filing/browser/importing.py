"""``@@import-catalogue``: rows from xlsx, docx or pasted from a spreadsheet; tried first. ``@@export-catalogue``."""

from AccessControl import getSecurityManager
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.files.serving import send
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.filing.catalogue_files import MIMETYPES
from qlvb.workflows.filing.catalogue_files import read_file
from qlvb.workflows.filing.catalogue_files import read_pasted
from qlvb.workflows.filing.catalogue_files import write_docx
from qlvb.workflows.filing.catalogue_files import write_xlsx
from qlvb.workflows.filing.catalogue_rows import apply_trial
from qlvb.workflows.filing.catalogue_rows import keep_trial
from qlvb.workflows.filing.catalogue_rows import tried
from qlvb.workflows.filing.decision import closing_line
from zope.component import getUtility


KINDS = {
    "added": _("catalogue_change_added", default="Thêm"),
    "removed": _("catalogue_change_removed", default="Bỏ"),
    "changed": _("catalogue_change_changed", default="Sửa"),
}


class ImportCatalogue(PostedForm):
    """POST ``try`` reads file or text and shows what would change, or every mistake by line and column; ``apply`` puts
    in place what was tried.
    """

    shell_section = "dossiers"
    trial = None

    @property
    def approved(self):
        return api.content.get_state(self.context) == "approved"

    @property
    def version(self):
        return ICatalogueRows(self.context).number

    def save(self):
        by = getSecurityManager().getUser().getId()
        if "apply" in self.request.form:
            changes = apply_trial(self.context, by, self.value("reason"))
            message = _(
                "catalogue_rows_applied", default="Đã ghi ${count} thay đổi.", mapping={"count": str(len(changes))}
            )
            api.portal.show_message(message, self.request)
            return self.context.absolute_url()
        self.trial = tried(self.context, self.lines())
        if not self.trial.violations:
            keep_trial(self.context, self.trial, by)
        return None

    def lines(self):
        upload = self.request.form.get("file")
        if getattr(upload, "filename", ""):
            return read_file(upload.filename, upload)
        text = str(self.request.form.get("pasted") or "")
        if not text.strip():
            message = _("catalogue_nothing_given", default="Hãy chọn tệp, hoặc dán các dòng từ bảng tính.")
            raise Refused(Violation("file", "file_missing", message))
        return read_pasted(text)

    def faults(self):
        """Mistakes of the trial: list of dict line, column, message."""
        columns = {
            "code": _("dossier_code", default="Số và ký hiệu hồ sơ"),
            "title": _("dossier_title", default="Tiêu đề hồ sơ"),
            "retention": _("dossier_retention_kind", default="Thời hạn bảo quản"),
            "holder": _("dossier_holder", default="Người lập hồ sơ"),
            "note": _("dossier_note", default="Ghi chú"),
            "basis": _("dossier_retention_basis", default="Căn cứ thời hạn"),
            "row": _("dossier_retention_row", default="Dòng bảng thời hạn"),
            "headings": _("catalogue_headings", default="Đề mục"),
        }
        found = []
        for fault in self.trial.violations:
            line, _dot, column = fault.field.rpartition(".")
            found.append({"line": line, "column": columns.get(column, column), "message": fault.message})
        return found

    def changes(self):
        """list of dict."""
        return [
            {"kind": KINDS[change.kind], "code": change.code, "title": change.title} for change in self.trial.changes
        ]


class ExportCatalogue(BrowserView):
    """``?format=xlsx`` (comes back by import) or ``docx`` (the decree's form)."""

    def __call__(self):
        kind = str(self.request.form.get("format", "xlsx"))
        if kind not in MIMETYPES:
            self.request.response.setStatus(400)
            return ""
        agency = getUtility(IDirectory).agency_of(self.context)
        if kind == "xlsx":
            written = write_xlsx(self.context)
        else:
            written = write_docx(self.context, agency, closing_line(self.context))
        name = f"danh-muc-ho-so-{agency.id}-{self.context.year}.{kind}"
        return send(self.request, written, name, MIMETYPES[kind])
