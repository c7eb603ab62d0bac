"""Writing: POST ``@files``, PUT and DELETE ``@files/<id>``."""

from qlvb.content import _
from qlvb.content.files.api.files.service import FilesService
from qlvb.content.files.api.files.service import unknown_path
from qlvb.content.files.requests import sent_upload
from qlvb.content.files.rules import FIELD
from qlvb.content.files.summary import file_summary
from qlvb.content.locks import check_unlocked
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


class FilesPost(FilesService):
    """Add a file: JSON (base64) or multipart with ``file``, ``role``, ``title``, ``note``."""

    def answer(self):
        check_unlocked(self.context)
        if self.path:
            raise unknown_path()
        upload = sent_upload(self.request)
        by = self.userid
        stored = self.store.add(upload.role, upload.filename, upload.stream, by, upload.note, upload.title)
        summary = file_summary(self.context.absolute_url(), stored)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", summary["@id"])
        return summary


class FilesPut(FilesService):
    """Add a version to a file. With ``If-Match: "<sha256>"`` only when that is still the current version."""

    def answer(self):
        check_unlocked(self.context)
        stored = self.stored()
        if len(self.path) != 1:
            raise unknown_path()
        expected = self.request.getHeader("If-Match", "").strip().strip('"')
        if expected and expected != stored.current.sha256:
            message = _("violation_file_changed", default="Người khác vừa thay tệp này. Hãy mở lại trước khi thay.")
            raise Refused(Violation(FIELD, "file_changed", message), status=409)
        upload = sent_upload(self.request, stored.role)
        by = self.userid
        self.store.replace(stored.id, upload.filename, upload.stream, by, upload.note)
        return file_summary(self.context.absolute_url(), stored)


class FilesDelete(FilesService):
    """Take a file off the list."""

    def answer(self):
        check_unlocked(self.context)
        stored = self.stored()
        if len(self.path) != 1:
            raise unknown_path()
        self.store.remove(stored.id, self.userid)
        return self.reply_no_content()
