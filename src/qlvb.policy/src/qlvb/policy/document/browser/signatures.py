"""Kiểm tra VB đã ký: what is to be said of each signature, in words."""

from dataclasses import asdict
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.verification import verdicts_of
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
INTACT = _("doc_signature_intact", default="Nội dung được ký còn nguyên vẹn.")
BROKEN = _("doc_signature_broken", default="Nội dung được ký không còn nguyên vẹn.")
TRUSTED = _("doc_signature_trusted", default="Chứng thư số tin cậy và có hiệu lực tại thời điểm ký.")
UNTRUSTED = _("doc_signature_untrusted", default="Chứng thư số chưa được tin cậy.")
CHANGES = {
    "none": _("doc_changes_none", default="Không có thay đổi nào sau chữ ký này."),
    "permitted": _(
        "doc_changes_permitted", default="Sau chữ ký này chỉ có những bổ sung được phép (số, ngày, chữ ký của cơ quan)."
    ),
    "forbidden": _("doc_changes_forbidden", default="Văn bản đã bị sửa đổi sau chữ ký này."),
}


SENTENCES = {
    "valid": _("doc_signature_is_valid", default="Chữ ký số hợp lệ"),
    "invalid": _("doc_signature_is_invalid", default="Chữ ký số không hợp lệ"),
    "indeterminate": _("doc_signature_is_unknown", default="Chưa xác định được hiệu lực chữ ký số"),
}


class SignaturesPane(Pane):
    """The block beside the document: verdicts found on arrival at once, others when somebody wants to know."""

    template = ViewPageTemplateFile("templates/signatures.pt")
    list_template = ViewPageTemplateFile("templates/verdicts.pt")
    trouble = ""

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

    @property
    def arrived(self):
        """bool: the document waits to be received: the clerk has to know what its signatures are worth."""
        return self.record.portal_type == "IncomingDocument" and state_of(self.record) == "waiting"

    @cached_property
    def kept(self):
        """Verdicts (list of dict) found on arrival, or None before the check and for other records."""
        if self.record.portal_type != "IncomingDocument":
            return None
        found = verdicts_of(self.record, self.file.id, self.file.current.number)
        return found["verdicts"] if found else None

    @property
    def overall(self):
        """(tone, sentence) of all signatures together, or None while they are not checked or there are none."""
        if not self.kept:
            return None
        found = {verdict["verdict"] for verdict in self.kept}
        worst = next(name for name in ("invalid", "indeterminate", "valid") if name in found)
        return TONES[worst], SENTENCES[worst]

    def rows(self):
        """list of dict: one per signature in the order of the file."""
        return [self.row(verdict) for verdict in self.kept or ()]

    def row(self, verdict):
        certificate = verdict.get("certificate") or {}
        return {
            "purpose": PURPOSES.get(verdict["purpose"], PURPOSES["other"]),
            "verdict": VERDICTS[verdict["verdict"]],
            "tone": TONES[verdict["verdict"]],
            "signer": verdict["signer"],
            "organisation": verdict["organisation"],
            "when": show_moment(_moment(verdict["signed_at"])),
            "integrity": INTACT if verdict["intact"] else BROKEN,
            "trust": TRUSTED if verdict["trusted"] else UNTRUSTED,
            "changes": CHANGES.get(verdict["changes"], ""),
            "reason": verdict["reason"],
            "serial": str(certificate.get("serial", "")),
            "issuer": str(certificate.get("issuer", "")),
            "valid_from": show_date(_moment(certificate.get("valid_from"))),
            "valid_to": show_date(_moment(certificate.get("valid_to"))),
        }


class Verdicts(Assets, SignaturesPane):
    """``@@signatures``: the signatures checked now, as a page or (``ajax_load``) as the content of that block."""

    page = ViewPageTemplateFile("templates/verdicts_page.pt")

    def __call__(self):
        try:
            self.found = getUtility(IPdfSigning).verify(self.file.current.data()) if self.file is not None else []
        except Refused as refused:
            self.found = []
            self.trouble = " ".join(self.word(violation.message) for violation in refused.violations)
        return self.list_template() if self.request.form.get("ajax_load") else self.page()

    @property
    def kept(self):
        return [asdict(verdict) for verdict in self.found]


def _moment(value):
    return datetime.fromisoformat(value) if isinstance(value, str) and value else value
