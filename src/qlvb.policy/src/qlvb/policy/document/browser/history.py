"""QUÁ TRÌNH GIẢI QUYẾT of an outgoing document: the stations of its route as the table that offices know."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.delegation.words import in_place_of
from qlvb.workflows.delegation.words import standing_in_words
from qlvb.workflows.outgoing.interfaces import TAKEN_AWAY
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.i18n.interfaces import IUserPreferredLanguages


KIND_TITLES = {
    "draft": _("doc_step_draft", default="Soạn thảo"),
    "review": _("doc_step_review", default="Duyệt"),
    "appraise": _("doc_step_appraise", default="Thẩm định"),
    "sign": _("doc_step_sign", default="Ký"),
    "rework": _("doc_step_rework", default="Sửa lại"),
    "issue": _("doc_step_issue", default="Phát hành"),
}
OUTCOME_TITLES = {
    "handed_over": _("doc_outcome_handed_over", default="Đã chuyển chuyên viên"),
    "submitted": _("doc_outcome_submitted", default="Đã trình"),
    "resubmitted": _("doc_outcome_resubmitted", default="Đã trình lại"),
    "approved": _("doc_outcome_approved", default="Đã duyệt"),
    "to_appraisal": _("doc_outcome_to_appraisal", default="Đã chuyển thẩm định"),
    "appraised": _("doc_outcome_appraised", default="Đã thẩm định"),
    "forwarded": _("doc_outcome_forwarded", default="Đã chuyển lãnh đạo khác"),
    "finished": _("doc_outcome_finished", default="Đã cho ý kiến, hoàn tất"),
    "returned": _("doc_outcome_returned", default="Đã trả lại"),
    "signed": _("doc_outcome_signed", default="Đã ký"),
    "refused": _("doc_outcome_refused", default="Đã từ chối cấp số"),
    "issued": _("doc_outcome_issued", default="Đã phát hành"),
    "withdrawn": _("doc_outcome_withdrawn", default="Đã thu hồi"),
    "cancelled": _("doc_outcome_cancelled", default="Đã hủy"),
}
#: Variant of the language that the label set of TDoffice is (``policy.labels``).
TDOFFICE = "vi-tdoffice"
TONES = {"returned": "warn", "refused": "warn", "withdrawn": "neutral", "cancelled": "bad"}


class HistoryPane(Pane):
    """Who sent what to whom, what came of it, and which version of the draft it was about."""

    template = ViewPageTemplateFile("templates/history.pt")

    @cached_property
    def steps(self):
        return IRoute(self.record).steps()

    @cached_property
    def main(self):
        """The main draft, or None."""
        return IFileStore(self.record).main()

    @property
    def brief(self):
        """bool: the reader works with the words of TDoffice, whose table has four columns (product/screens 2.2)."""
        languages = IUserPreferredLanguages(self.request).getPreferredLanguages()
        return bool(languages) and languages[0] == TDOFFICE

    def rows(self):
        """list of dict: one per station, oldest first."""
        return [self.row(number, step) for number, step in enumerate(self.steps, 1)]

    def row(self, number, step):
        waiting = (clock.today() - step.since.date()).days if step.done is None else 0
        return {
            "number": number,
            "sender": self.name_of(step.sent_by),
            "request": step.request,
            "recipient": self.holder(step),
            "deputies": standing_in_words(self.record, {step.person}) if step.done is None else [],
            "kind": KIND_TITLES.get(step.kind, step.kind),
            "received": show_moment(step.since),
            "comment": step.comment,
            # Stations have no day of their own: the document's binds whoever holds it.
            "deadline": show_date(getattr(self.record, "due_date", None)) if step.done is None else "",
            "waiting": str(waiting) if waiting else "",
            "closed": show_moment(step.done),
            "state": OUTCOME_TITLES.get(step.outcome, step.outcome)
            if step.done
            else _("doc_step_open", default="Đang xử lý"),
            "tone": TONES.get(step.outcome, "good") if step.done else "info",
            "basis": step.basis,
            "version": step.file_version or "",
            "version_url": self.version_url(step.file_version),
        }

    def holder(self, step):
        """Who acted; while it is open, and where it was taken away, whose turn it was."""
        acted = step.done_by and step.outcome not in TAKEN_AWAY
        if acted and step.on_behalf:
            return self.word(in_place_of(self.name_of(step.done_by), self.name_of(step.on_behalf)))
        if acted:
            return self.name_of(step.done_by)
        if "." not in step.person:
            return self.name_of(step.person)
        agency_id, function = step.person.split(".")[0], step.person.rsplit(".", 1)[-1]
        return ", ".join(self.name_of(userid) for userid in self.directory.holders(agency_id, function))

    def version_url(self, number):
        """Address of the draft as it was then, or ""."""
        version = self.main.version(number) if self.main is not None and number else None
        if version is None:
            return ""
        address = f"{self.url}/@@file/{self.main.id}/{number}"
        return f"{address}/pdf" if version.pdf_state == "ready" else f"{address}?download=1"
