"""Files sent before the submission that names them."""

from dataclasses import replace
from qlvb.content.files.requests import sent_upload
from qlvb.content.violations import Refused
from qlvb.workflows.onestop.api.service import OneStopService
from qlvb.workflows.onestop.files import faults_of_file
from qlvb.workflows.onestop.rules import status_of


class FilesPost(OneStopService):
    """Keep a file (``multipart/form-data``, part ``file``; or ``filename`` and ``data`` in JSON) for a day, to be named
    by its ``fileId``; 201. The same file again gives the same id.
    """

    def answer(self):
        upload = sent_upload(self.request, "annex")
        size = upload.stream.seek(0, 2) or upload.stream.tell()
        if violations := faults_of_file(upload, size):
            named = [replace(one, field="file") for one in violations]
            raise Refused(named, status_of([one.code for one in named]))
        upload.stream.seek(0)
        kept = self.link.deposit(upload.filename, upload.stream.read())
        self.request.response.setStatus(201)
        return {"fileId": kept.id, "name": kept.filename, "size": kept.size, "sha256": kept.sha256}
