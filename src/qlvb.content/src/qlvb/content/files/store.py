"""The files of a record, kept in an annotation."""

from io import BytesIO
from persistent.list import PersistentList
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.events import FileAdded
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.files.interfaces import FINAL
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import KINDS
from qlvb.content.files.names import clean_filename
from qlvb.content.files.rules import FIELD
from qlvb.content.files.versions import FileVersion
from qlvb.content.files.versions import StoredFile
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.index.renewing import renew
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from secrets import token_hex
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.event import notify
from zope.interface import implementer


KEY = record_content("qlvb.content.files")


@implementer(IFileStore)
@adapter(IRecord)
class FileStore:
    """Files in order of adding; removed ones stay, marked."""

    def __init__(self, record):
        self.record = record

    @property
    def _stored(self):
        return IAnnotations(self.record).get(KEY, ())

    def add(self, role, filename, data, by, note="", title="", kind="upload"):
        stream, name, found = self._checked(role, filename, data, note, title)
        kept = kept_under(self.record, KEY, PersistentList)
        stored = StoredFile(token_hex(5), role, nfc(title).strip() or name)
        kept.append(stored)
        self._append(stored, stream, name, found, by, note, kind)
        return stored

    def replace(self, file_id, filename, data, by, note="", kind="upload"):
        stored = self._known(file_id)
        stream, name, found = self._checked(stored.role, filename, data, note, "")
        return self._append(stored, stream, name, found, by, note, kind)

    def remove(self, file_id, by):
        stored = self._known(file_id)
        IHolds(self.record).check()
        if stored.role == FINAL:
            message = _(
                "violation_file_final",
                default="Tệp “${filename}” là bản chính thức đã ký, không gỡ được.",
                mapping={"filename": stored.current.filename},
            )
            raise Refused(Violation(FIELD, "file_final", message), status=409)
        moment = clock.now()
        stored.removed = (moment, by)
        IJournal(self.record).append(
            "file_removed", by, {"file": stored.id, "filename": stored.current.filename}, when=moment
        )
        renew(self.record, content=True)

    def get(self, file_id):
        return next((stored for stored in self.files() if stored.id == file_id), None)

    def files(self, role=None):
        return [stored for stored in self._stored if stored.removed is None and role in (None, stored.role)]

    def kept(self):
        return list(self._stored)

    def main(self):
        return self._last("main")

    def signed(self):
        return self._last("signed")

    def readable(self):
        signed = self.signed()
        shown = signed if signed is not None and signed.current.kind != "void" else self.main()
        return (shown, shown.current) if shown else None

    def _last(self, role):
        files = self.files(role)
        return files[-1] if files else None

    def _known(self, file_id):
        stored = self.get(file_id)
        if stored is None:
            message = _("violation_file_unknown", default="Văn bản không có tệp này.")
            raise Refused(Violation(FIELD, "file_unknown", message), status=404)
        return stored

    def _checked(self, role, filename, data, note, title):
        IHolds(self.record).check()
        stream = BytesIO(data) if isinstance(data, bytes) else data
        violations, found = check_upload(Upload(role, filename, stream, title, note))
        if violations:
            raise Refused(violations)
        return stream, clean_filename(filename), found

    def _append(self, stored, stream, name, found, by, note, kind):
        version = FileVersion(
            number=len(stored.versions()) + 1,
            stream=stream,
            filename=name,
            mimetype=KINDS[found.kind].mimetype,
            created=clock.now(),
            creator=by,
            note=nfc(note).strip(),
            kind=kind,
            page_count=found.page_count,
        )
        stored.append(version)
        detail = {
            "file": stored.id,
            "role": stored.role,
            "version": version.number,
            "filename": version.filename,
            "size": version.size,
            "sha256": version.sha256,
            "kind": kind,
        }
        event = "file_added" if version.number == 1 else "file_replaced"
        IJournal(self.record).append(event, by, detail, when=version.created)
        notify(FileAdded(self.record, stored, version))
        renew(self.record, content=True)
        return version
