"""Kiểm tra VB đã ký: what is to be said of each signature, in words."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.format import show_date
from qlvb.policy.document.format import show_moment
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility


PURPOSES = {
    "person": _("doc_signature_person", default="Chữ ký của người có thẩm quyền"),
    "organisation": _("doc_signature_organisation", default="Chữ ký số của cơ quan, tổ chức"),
    "other": _("doc_signature_other", default="Chữ ký số"),
}
VERDICTS = {
    "valid": _("doc_signature_valid", default="Hợp lệ"),
    "invalid": _("doc_signature_invalid", default="Không hợp lệ"),
    "indeterminate": _("doc_signature_unknown", default="Chưa xác định được"),
}
TONES = {"valid": "good", "invalid": "bad", "indeterminate": "warn"}
CHANGES = {
    "none": _("doc_changes_none", default="Không có thay đổi nào sau chữ ký này."),
    "permitted": _("doc_changes_permitted", default="Sau chữ ký này chỉ có những bổ sung được phép (số, ngày, chữ ký của cơ quan)."),
    "forbidden": _("doc_changes_forbidden", default="Văn bản đã bị sửa đổi sau chữ ký này."),
}


class SignaturesPane(Pane):
    """The verdicts on the official file. Checking takes a moment, so the page asks for it when somebody wants to know."""

    template = ViewPageTemplateFile("templates/signatures.pt")

    @cached_property
    def file(self):
        """The official PDF, else a received main file in PDF form; None when nothing can be signed."""
        store = IFileStore(self.record)
        candidate = store.signed() or store.main()
        if candidate is None or candidate.current.mimetype != "application/pdf":
            return None
        return candidate

    def available(self):
        return self.file is not None

    @property
    def address(self):
        return f"{self.url}/@@signatures"


class Verdicts(SignaturesPane):
    """``@@signatures``: the checked signatures."""

    template = ViewPageTemplateFile("templates/verdicts.pt")
    page = ViewPageTemplateFile("templates/verdicts_page.pt")
    shell_section = "outgoing"

    def __call__(self):
        return self.template() if self.request.form.get("ajax_load") else self.page()

    @cached_property
    def trouble(self):
        """str: why checking was not possible, or ""."""
        try:
            self.verdicts  # noqa: B018
        except Refused as refused:
            return " ".join(self.word(violation.message) for violation in refused.violations)
        return ""

    @cached_property
    def verdicts(self):
        return getUtility(IPdfSigning).verify(self.file.current.data()) if self.file is not None else []

    def rows(self):
        """list of dict: one per signature in the order of the file."""
        if self.trouble:
            return []
        return [self.row(verdict) for verdict in self.verdicts]

    def row(self, verdict):
        certificate = verdict.certificate or {}
        return {
            "purpose": PURPOSES.get(verdict.purpose, PURPOSES["other"]),
            "verdict": VERDICTS[verdict.verdict],
            "tone": TONES[verdict.verdict],
            "signer": verdict.signer,
            "organisation": verdict.organisation,
            "when": show_moment(verdict.signed_at),
            "integrity": _("doc_signature_intact", default="Nội dung được ký còn nguyên vẹn.")
            if verdict.intact
            else _("doc_signature_broken", default="Nội dung được ký không còn nguyên vẹn."),
            "trust": _("doc_signature_trusted", default="Chứng thư số tin cậy và có hiệu lực tại thời điểm ký.")
            if verdict.trusted
            else _("doc_signature_untrusted", default="Chứng thư số chưa được tin cậy."),
            "changes": CHANGES.get(verdict.changes, ""),
            "reason": verdict.reason,
            "serial": str(certificate.get("serial", "")),
            "issuer": str(certificate.get("issuer", "")),
            "valid_from": _day(certificate.get("valid_from")),
            "valid_to": _day(certificate.get("valid_to")),
        }


def _day(value):
    return show_date(value) if hasattr(value, "strftime") else str(value or "")[:10]
