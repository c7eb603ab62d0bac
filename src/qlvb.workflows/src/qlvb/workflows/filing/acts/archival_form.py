"""Bổ sung bản PDF/A: what came on paper and was scanned in no archival form gets a copy in one, a version of its own;
the scan stays the version before (NĐ 30/2020 Điều 30.3; TT 05/2025/TT-BNV Điều 8).
"""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.names import clean_filename
from qlvb.content.files.versions import PDF
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.content.transfers.claims import with_archive
from qlvb.content.violations import Refused
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.checklist import KEPT_ROLES
from qlvb.workflows.filing.checklist import UNREADABLE
from qlvb.workflows.filing.inputs import IArchivalFormInput
from qlvb.workflows.incoming import scans
from qlvb.workflows.signing.files import is_plainly_unsigned
from qlvb.workflows.transfer.intake.pdfa.kept import judged
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.pdfa.making import archival_copy
from qlvb.workflows.transfer.intake.pdfa.wording import lack
from zope.component import getUtility
from zope.i18n import translate


RULE = "TT 05/2025/TT-BNV Điều 8"
#: States of a dossier whose documents are still its holder's.
HELD_BY_HOLDER = ("open", "closed")
MOST_LACKS = 3


def lacking(document):
    """PDF files of a document, and annexes of it, that are not PDF/A: list of IStoredFile."""
    store = IFileStore(document)
    return [
        stored
        for role in KEPT_ROLES
        for stored in store.files(role)
        if stored.current.mimetype == PDF and not judged(stored.current).archival
    ]


class GiveArchivalForm(Act):
    """By the clerk, who digitises (NĐ 30/2020 Điều 22.2), or the holder of a dossier with the document, whom the
    archive asks for it. What was signed where it came from stays as it is: another form of it would bear no signature.
    """

    id = "give_archival_form"
    title = _("act_give_archival_form", default="Bổ sung bản PDF/A")
    description = _(
        "act_give_archival_form_help",
        default="Thêm bản PDF/A của tệp quét làm phiên bản mới; bản quét ban đầu vẫn được giữ.",
    )
    schema = IArchivalFormInput
    permission = "View"
    states = ("finished",)
    order = 89
    stopped_by_hold = True

    def dossiers(self):
        """Dossiers that keep the document."""
        return getUtility(IDossierFinder).dossiers_of(self.record)

    def is_competent(self):
        """bool: the actor is the clerk, or holds a dossier with the document."""
        may = getSecurityManager().checkPermission
        holders = {dossier.holder for dossier in self.dossiers()}
        return bool(may("qlvb: Register incoming", self.record)) or self.actor.userid in holders

    def relevant(self):
        """Asked of documents in dossiers only: to look at a file takes time, and the archive asks for nothing else."""
        return super().relevant() and bool(self.dossiers()) and self.is_competent() and bool(lacking(self.record))

    def defaults(self):
        found = lacking(self.record)
        return {"of": found[0].id} if found else {}

    def rules(self, data):
        if not self.is_competent():
            yield self.missing_right()
            return
        for dossier in self.dossiers():
            yield from self.with_others(dossier)
        if data is None:
            if not lacking(self.record):
                message = _("violation_archival_already", default="Mọi tệp PDF của văn bản đã là PDF/A.")
                yield self.violation("archival_already", message, rule=RULE)
            return
        yield from self.of_file(data)

    def with_others(self, dossier):
        """What has gone to the archive, or is being looked at there, does not change any more."""
        if state_of(dossier) not in HELD_BY_HOLDER:
            message = _(
                "violation_archival_archived",
                default="Hồ sơ ${code} đã nộp lưu: tệp không thay đổi nữa.",
                mapping={"code": dossier.code},
            )
            yield self.violation("too_late", message, rule=RULE)
        elif with_archive(dossier) is not None:
            message = _(
                "violation_archival_with_archive",
                default="Hồ sơ ${code} đang do lưu trữ kiểm tra: chờ trả lại để bổ sung.",
                mapping={"code": dossier.code},
            )
            yield self.violation("too_late", message, rule=RULE)

    def of_file(self, data):
        """What keeps the named file from getting the copy."""
        stored = IFileStore(self.record).get(data["of"])
        before = stored.current.data()
        if not is_unsigned(stored):
            message = _(
                "violation_archival_signed",
                default="Tệp “${filename}” có chữ ký số của nơi gửi: giữ nguyên bản gốc điện tử. Lưu trữ xem xét "
                "“Chấp nhận có lý do”.",
                mapping={"filename": stored.current.filename},
            )
            yield self.violation("file_signed", message, "of", RULE)
            return
        copy = self.copy_of(data, before)
        if copy is None:
            message = _(
                "violation_archival_no_scan",
                default="Chỉ tự lập được từ tệp mà mỗi trang là ảnh quét: hãy chọn tệp PDF/A lập bằng phần mềm quét.",
            )
            yield self.violation("file_missing", message, "file", RULE)
            return
        seen = look(copy)
        if not seen.archival:
            lacks = "; ".join(
                lack(one.rule, one.clause, one.detail, target_language="vi") for one in seen.faults[:MOST_LACKS]
            )
            message = _(
                "violation_archival_not",
                default="Tệp đưa vào chưa đạt PDF/A: ${lacks}.",
                mapping={"lacks": lacks or translate(UNREADABLE, target_language="vi")},
            )
            yield self.violation("not_pdfa", message, "file", RULE)
            return
        pages = look(before).pages
        if pages and seen.pages != pages:
            message = _(
                "violation_archival_pages",
                default="Tệp đưa vào có ${now} trang, bản quét có ${before} trang: phải là cùng một văn bản.",
                mapping={"now": str(seen.pages), "before": str(pages)},
            )
            yield self.violation("pages_differ", message, "file", RULE)

    def copy_of(self, data, before):
        """bytes: what was sent, else what is made of the scan; None where nothing was sent of what is no scan."""
        if data["file"] is not None:
            return data["file"].data
        try:
            return archival_copy(before) if scans.is_scan(scans.look(before)) else None
        except Refused:
            return None

    def execute(self, data):
        stored = IFileStore(self.record).get(data["of"])
        old = stored.current
        name = f"{clean_filename(old.filename).removesuffix('.pdf')}.pdf"
        copy = self.copy_of(data, old.data())
        made = IFileStore(self.record).replace(stored.id, name, copy, self.actor.userid, note=data["reason"])
        detail = {"file": stored.id, "version": made.number, "filename": name, "sha256": made.sha256}
        IJournal(self.record).append("file_converted", self.actor.userid, {**detail, "of": old.sha256})
        return {"filename": name, "version": made.number, "by": "person" if data["file"] is not None else "system"}

    def detail(self, data, result):
        return {**result, "reason": data["reason"], "comment": data["reason"]}


def is_unsigned(stored):
    """bool: the file came without digital signatures; one that the agency put on its own scan does not count."""
    return is_plainly_unsigned(stored.versions()[0].data())
