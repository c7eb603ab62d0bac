"""Files sent with a form: the main file, its new versions, annexes, and what is to be taken off the list."""

from dataclasses import replace
from qlvb.content import _
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def sent(form, name):
    """list of FileUpload under ``name`` that hold a file."""
    found = form.get(name) or []
    found = found if isinstance(found, list) else [found]
    return [item for item in found if getattr(item, "filename", "")]


def ids(form, name):
    """list of str under ``name``, empty ones left out."""
    found = form.get(name) or []
    found = found if isinstance(found, list) else [found]
    return [item for item in found if isinstance(item, str) and item]


def missing_file():
    """The violation when there is no main file."""
    return Violation("file", "file_missing", _("doc_file_missing", default="Chưa chọn “File văn bản”."))


def check_files(form, role="main"):
    """Violations of the files sent, before anything is stored: the field is ``file`` or ``annexes``."""
    violations = []
    for upload in sent(form, "file"):
        violations += check_upload(
            Upload(role=role, filename=upload.filename, stream=upload, note=form.get("file_note", ""))
        )[0]
    for upload in sent(form, "annexes"):
        faults = check_upload(Upload(role="annex", filename=upload.filename, stream=upload))[0]
        violations += [replace(fault, field="annexes") for fault in faults]
    return violations


def store_files(document, form, by, role="main"):
    """Add what was sent; a second main file is a new version of the first.

    :raises Refused: 400 as :class:`IFileStore`.
    """
    store = IFileStore(document)
    note = form.get("file_note", "").strip()
    for upload in sent(form, "file"):
        upload.seek(0)
        main = store.main()
        if main is not None and role == "main":
            store.replace(main.id, upload.filename, upload, by, note=note)
        else:
            store.add(role, upload.filename, upload, by, note=note)
    for upload in sent(form, "annexes"):
        upload.seek(0)
        try:
            store.add("annex", upload.filename, upload, by)
        except Refused as refused:
            raise Refused(
                [replace(fault, field="annexes") for fault in refused.violations], refused.status
            ) from refused
    known = {stored.id for stored in store.files("annex")}
    for file_id in ids(form, "remove_files"):
        if file_id in known:
            store.remove(file_id, by)
