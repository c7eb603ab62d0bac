"""The file of a draft made of pictures of its pages: sent with the form, or lying in one's folder of the scanner."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from io import BytesIO
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.violations import Violation
from qlvb.policy.document.browser.filesinput import ids
from qlvb.policy.document.browser.filesinput import sent
from qlvb.policy.document.format import show_size
from qlvb.workflows.scanning.pages import PageUnreadable
from qlvb.workflows.scanning.pages import pdf_of
from qlvb.workflows.scanning.personal import PersonalScans


class Scan:
    """``uploads``: list of FileUpload, in the order of the pages; ``scans``: PersonalScans, of which ``names`` are
    taken. Pages from the folder come first; a PDF in it stands alone, byte for byte as the scanner wrote it.
    """

    def __init__(self, uploads, scans, names=()):
        self.uploads = uploads
        self.paths, self.gone = scans.chosen(names)

    @cached_property
    def _made(self):
        if self.gone:
            mapping = {"names": ", ".join(self.gone)}
            message = _(
                "doc_scan_gone", default="Không còn trong thư mục của bạn ở máy quét: ${names}.", mapping=mapping
            )
            return b"", [Violation("scan", "file_missing", message)]
        if not self.uploads and not self.paths:
            message = _("doc_scan_missing", default="Chưa chụp hoặc chọn ảnh trang nào.")
            return b"", [Violation("scan", "file_missing", message)]
        if any(path.suffix.lower() == ".pdf" for path in self.paths):
            return self._whole()
        try:
            with ExitStack() as opened:
                kept = [(path.name, opened.enter_context(path.open("rb"))) for path in self.paths]
                return pdf_of([*kept, *((one.filename, one) for one in self.uploads)]), []
        except PageUnreadable as fault:
            return b"", [fault.violation]

    def _whole(self):
        if len(self.paths) + len(self.uploads) > 1:
            message = _(
                "doc_scan_alone", default="Chỉ chọn một tệp PDF đã quét, hoặc chọn các ảnh trang: không ghép lẫn PDF."
            )
            return b"", [Violation("scan", "pdf_alone", message)]
        data = self.paths[0].read_bytes()
        faults, _found = check_upload(Upload(role="main", filename=self.paths[0].name, stream=BytesIO(data)))
        return data, [replace(fault, field="scan") for fault in faults]

    @property
    def data(self):
        """bytes of the PDF, b"" when none could be made."""
        return self._made[0]

    @property
    def violations(self):
        """list of Violation: why none could be made."""
        return self._made[1]


class FromScan:
    """Mixed into the form of a draft: its file made of scans."""

    @property
    def from_scan(self):
        """bool: the file is to be made of pictures of pages (Scan)."""
        return self.request.form.get("source") == "scan" and not sent(self.request.form, "file")

    @property
    def my_scans(self):
        """PersonalScans of whoever fills in the form."""
        return PersonalScans(self.agency.id, self.me)

    @property
    def wanted_scans(self):
        """list of str: names of those that are ticked."""
        return ids(self.request.form, "scanned")

    @cached_property
    def scan(self):
        """The Scan of the pictures that were sent or chosen."""
        return Scan(sent(self.request.form, "scan"), self.my_scans, self.wanted_scans)

    @property
    def scan_rows(self):
        """What lies in one's folder of the scanner: list of dict name, when, size, checked; None without one."""
        if self.my_scans.folder is None:
            return None
        states = [(path.name, path.stat()) for path in self.my_scans.waiting()]
        return [
            {
                "name": name,
                "when": show_moment(datetime.fromtimestamp(state.st_mtime).astimezone()),
                "size": show_size(state.st_size),
                "checked": name in self.wanted_scans or None,
            }
            for name, state in states
        ]
