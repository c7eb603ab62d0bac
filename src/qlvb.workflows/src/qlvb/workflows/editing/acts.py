"""Sửa nội dung, Khôi phục bản trước, Góp ý: done in the browser by whom the draft is with."""

from qlvb.content import _
from qlvb.content.organisation.people import name_of
from qlvb.workflows.editing.inputs import IEditTextInput
from qlvb.workflows.editing.inputs import IRemarkInput
from qlvb.workflows.editing.inputs import IRestoreInput
from qlvb.workflows.editing.interfaces import IDraftText
from qlvb.workflows.editing.paragraphs import changed_lines
from qlvb.workflows.editing.paragraphs import rewrite
from qlvb.workflows.editing.telling import tell_drafter
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.boxes import is_being_signed
from zope.i18n import translate
from zope.i18nmessageid import Message


#: States in which the draft is with its drafter: only he changes its files then.
WITH_DRAFTER = ("draft", "returned")
WITH_OTHERS = ("in_review", "appraisal", "to_sign")
#: Files of which an earlier version can come back.
RESTORABLE = ("main", "annex")
RESTORED = _("editing_restored_note", default="Khôi phục bản ${number}.")


class DraftAct(OutgoingAct):
    """Base: its place is beside the text, not among the buttons of the document."""

    #: Which of the two it takes depends on whom the draft is with.
    either = ("qlvb: Edit files", "qlvb: Review")

    @property
    def permission(self):
        of_drafter, of_reviewer = self.either
        return of_drafter if self.state in WITH_DRAFTER else of_reviewer

    states = (*WITH_DRAFTER, *WITH_OTHERS)

    def relevant(self):
        return False

    def rules(self, data):
        if is_being_signed(self.record):
            message = _("violation_editing_signing", default="Dự thảo đang ở hàng đợi ký, không sửa được.")
            yield self.violation("someone_was_faster", message)

    def told(self, version):
        """Whoever drafted it learns that somebody else has made ``version``."""
        tell_drafter(self.record, self.actor.userid, version)


class EditText(DraftAct):
    """What was typed over becomes the next version; looks stay."""

    id = "edit_text"
    title = _("act_edit_text", default="Sửa nội dung")
    description = _("act_edit_text_help", default="Sửa lời dự thảo ngay trên trình duyệt; bản cũ được giữ lại.")
    schema = IEditTextInput
    comment_from = "note"

    def rules(self, data):
        yield from super().rules(data)
        text = IDraftText(self.record)
        version = text.version
        if version is None:
            message = _("violation_editing_no_docx", default="Chỉ sửa được trên trình duyệt khi dự thảo là tệp .docx.")
            yield self.violation("no_docx", message)
        elif data is not None and data["version"] != version.number:
            message = _(
                "violation_editing_newer",
                default="Dự thảo đã có bản ${number} của ${name}: hãy mở bản đó rồi sửa.",
                mapping={"number": str(version.number), "name": name_of(version.creator)},
            )
            yield self.violation("someone_was_faster", message, "version")
        elif data is not None:
            yield from self._text_violations(text.lines(), data["paragraphs"])

    def _text_violations(self, lines, texts):
        if len(lines) != len(texts):
            mapping = {"count": str(len(lines))}
            message = _("violation_editing_count", default="Bản này có ${count} đoạn có chữ.", mapping=mapping)
            yield self.violation("wrong_count", message, "paragraphs")
        elif not any(text.strip() for text in texts):
            message = _("violation_editing_empty", default="Dự thảo không thể để trống.")
            yield self.violation("invalid", message, "paragraphs")
        elif not changed_lines(lines, texts):
            message = _("violation_editing_unchanged", default="Chưa sửa đoạn nào.")
            yield self.violation("nothing_changed", message, "paragraphs")

    def execute(self, data):
        main = self.files.main()
        fresh, changed = rewrite(main.current.data(), data["paragraphs"])
        version = self.files.replace(main.id, main.current.filename, fresh, self.actor.userid, note=data["note"])
        self.told(version)
        return {"version": version.number, "changed": changed}


class RestoreVersion(DraftAct):
    """An earlier version is the newest one again: as a copy, so nothing between them is lost."""

    id = "restore_version"
    title = _("act_restore_version", default="Khôi phục bản này")
    description = _("act_restore_version_help", default="Lấy lại một bản trước làm bản mới nhất; không bản nào bị mất.")
    schema = IRestoreInput
    comment_from = "note"

    def rules(self, data):
        yield from super().rules(data)
        if data is None:
            return
        stored = self._file(data["file"])
        version = stored.version(data["version"]) if stored is not None else None
        if version is None:
            message = _("violation_editing_no_version", default="Không có bản này của tệp dự thảo hoặc phụ lục.")
            yield self.violation("unknown_version", message, "version")
        elif version.sha256 == stored.current.sha256:
            message = _("violation_editing_same", default="Bản này giống hệt bản mới nhất.")
            yield self.violation("nothing_changed", message, "version")
        elif version.kind != "upload":
            message = _("violation_editing_official", default="Bản này đã đóng dấu, không khôi phục làm dự thảo được.")
            yield self.violation("unknown_version", message, "version")

    def _file(self, file_id):
        stored = self.files.get(file_id) if file_id else self.files.main()
        return stored if stored is not None and stored.role in RESTORABLE else None

    def execute(self, data):
        stored = self._file(data["file"])
        old = stored.version(data["version"])
        words = translate(Message(RESTORED, mapping={"number": str(old.number)}), target_language="vi")
        note = " ".join(filter(None, (words, data["note"])))
        version = self.files.replace(stored.id, old.filename, old.data(), self.actor.userid, note=note)
        self.told(version)
        return {"version": version.number, "restored": old.number}


class Remark(OutgoingAct):
    """Góp ý: words about a paragraph of the newest version, or about all of it; the draft stays where it is."""

    id = "remark_draft"
    title = _("act_remark_draft", default="Góp ý vào dự thảo")
    description = _("act_remark_draft_help", default="Ghi góp ý vào một đoạn của dự thảo; người soạn được báo.")
    schema = IRemarkInput
    permission = "View"
    states = ("draft", "consulting", *WITH_OTHERS, "returned")

    def relevant(self):
        """Its place is beside the text."""
        return False

    def rules(self, data):
        main = self.files.main()
        if main is None:
            message = _("violation_main_file_missing", default="Chưa có tệp văn bản chính.")
            yield self.violation("main_file_missing", message)
        elif data is not None and data["paragraph"] > len(IDraftText(self.record).lines()):
            message = _("violation_editing_no_paragraph", default="Bản mới nhất không có đoạn này.")
            yield self.violation("unknown_paragraph", message, "paragraph")

    def execute(self, data):
        version = self.files.main().current
        tell_drafter(self.record, self.actor.userid, version, data["text"])
        return {"version": version.number, "paragraph": data["paragraph"]}

    def detail(self, data, result):
        return {**result, "comment": data["text"]}
