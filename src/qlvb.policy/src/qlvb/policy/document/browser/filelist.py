"""DANH SÁCH VĂN BẢN: the files with their roles, versions and state of conversion."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.leaving import unscanned
from qlvb.content.integrity.damage import damaged_versions
from qlvb.content.text import show_number
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.comparison import comparable
from qlvb.policy.document.format import show_size
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.delivery.recall.successor import GONE_ROLES
from qlvb.workflows.delivery.recall.successor import gone_mark
from qlvb.workflows.delivery.recall.successor import visible_successor
from qlvb.workflows.editing.acts import RESTORABLE
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.renditions.interfaces import IConverter
from zope.component import getUtility


ROLE_TITLES = {
    "signed": _("doc_role_signed", default="Bản ký số"),
    "main": _("doc_role_main", default="Dự thảo"),
    "annex": _("doc_role_annex", default="Phụ lục"),
    "original": _("doc_role_original", default="Bản gốc soạn thảo"),
    "result": _("doc_role_result", default="Kết quả xử lý"),
    "comment": _("doc_role_comment", default="Góp ý"),
    "direction": _("direction_drawing", default="Bút phê viết tay"),
}
#: What came has no draft: the same roles by the names that clerks have for it.
RECEIVED_TITLES = {
    "main": _("doc_role_received", default="Văn bản đến"),
    "original": _("doc_role_received_more", default="Tệp nhận kèm"),
}
ROLE_ORDER = ("signed", "main", "annex", "original", "result", "comment", "direction")
ROLE_ICONS = {
    "signed": "patch-check",
    "main": "file-earmark-text",
    "annex": "paperclip",
    "original": "file-earmark-word",
    "result": "check2-square",
    "comment": "chat-left-text",
    "direction": "pen",
}
KIND_TITLES = {
    "upload": _("doc_kind_upload", default="tải lên"),
    "prepared": _("doc_kind_prepared", default="chuẩn bị để ký"),
    "signed": _("doc_kind_signed", default="người có thẩm quyền đã ký"),
    "numbered": _("doc_kind_numbered", default="đã ghi số và ngày"),
    "sealed": _("doc_kind_sealed", default="đã ký số của cơ quan"),
    "void": _("doc_kind_void", default="không còn hiệu lực"),
}
PDF = "application/pdf"
PICTURES = ("image/png", "image/jpeg", "image/gif")


def role_title(record, stored):
    """Message id: what a file of the record is for."""
    received = RECEIVED_TITLES if IIncomingDocument.providedBy(record) else {}
    return received.get(stored.role, ROLE_TITLES[stored.role])


class FileList(Pane):
    """Files in the order in which they are wanted: what is official first."""

    template = ViewPageTemplateFile("templates/filelist.pt")

    def available(self):
        return bool(self.files)

    @cached_property
    def files(self):
        """list of dict: one per file, newest version first inside."""
        stored = sorted(IFileStore(self.record).files(), key=lambda item: ROLE_ORDER.index(item.role))
        return [self.describe(item, item.versions()) for item in stored]

    @cached_property
    def first(self):
        """The version that the viewer opens with: dict of :meth:`version`, or None when there is no file."""
        readable = IFileStore(self.record).readable()
        if readable is None:
            return self.files[0]["current"] if self.files else None
        item, version = readable
        return self.version(item, version)

    def describe(self, item, shown):
        """dict: a file with those versions that are ``shown``, oldest first."""
        versions = [self.version(item, version) for version in reversed(shown)]
        texts = [version for version in versions if version["comparable"]]
        return {
            "id": item.id,
            "role": item.role,
            "role_title": role_title(self.record, item),
            "icon": ROLE_ICONS[item.role],
            "title": item.title or item.current.filename,
            "current": versions[0],
            "older": versions[1:],
            "restorable": item.role in RESTORABLE and self.can("restore_version"),
            "text_url": f"{self.url}/@@draft-text" if item.role == "main" and self.can("remark_draft") else "",
            "comparison": self.comparison(item, texts) if item.role in ("main", "original", "annex") else "",
        }

    def can(self, act_id):
        """bool: the record knows this act, and it can be done now."""
        act = IActs(self.record).get(act_id)
        return act is not None and not act.check()

    def comparison(self, item, versions):
        """Address of the comparison of the two newest versions, or ""."""
        if len(versions) < 2:
            return ""
        return f"{self.url}/@@compare?file={item.id}&from={versions[1]['number']}&to={versions[0]['number']}"

    def version(self, item, version):
        """dict: what the list and the viewer need to know of a version."""
        address = self.address(item, version)
        return {
            "file": item.id,
            "number": version.number,
            "filename": version.filename,
            "size": version.size,
            "size_text": show_size(version.size),
            "pages": show_number(version.page_count),
            "when": show_moment(version.created),
            "who": self.name_of(version.creator),
            "note": version.note,
            "kind": KIND_TITLES.get(version.kind, version.kind),
            "void": version.kind == "void",
            "state": state_of_view(version),
            "error": self.word(self.converter_missing(version) or version.pdf_error),
            "job": self.conversion(item, version) if version.pdf_state in ("queued", "failed") else "",
            "pdf": self.shown(version, address),
            "recognised": version.text_recognised and version.text_state == "ready",
            "download": f"{address}?download=1",
            "unsearchable": version.text_state in ("failed", "no_text"),
            "text_error": self.word(version.text_error),
            "virus": version.virus_check.virus if version.virus_check is not None else "",
            "damaged": (item.id, version.number) in self.damaged,
            "stamp": version.secrecy_stamp,
            "unscanned": bool(unscanned([version])),
            "comparable": comparable(version.filename),
            "key": f"{self.record.UID()}.{item.id}.{version.number}",
            **self.gone(item, version),
        }

    @cached_property
    def damaged(self):
        return damaged_versions(self.record)

    @cached_property
    def gone_words(self):
        """(words over the pages, what they lead to) of a document that is no longer in force: str and address, ""."""
        mark = gone_mark(self.record)
        if mark is None:
            return "", ""
        _kind, successor = visible_successor(self.record)
        return self.word(mark), successor.absolute_url() if successor is not None else ""

    def gone(self, item, version):
        """dict: what the viewer writes over the pages of a file, and what it prints and gives away in its place."""
        words, address = self.gone_words
        if not words or item.role not in GONE_ROLES:
            return {"gone": None, "gone_url": None, "marked": None}
        marked = f"{self.url}/@@marked-copy/{item.id}/{version.number}" if state_of_view(version) == "ready" else None
        return {"gone": words, "gone_url": address or None, "marked": marked}

    def address(self, item, version):
        """str: where the version is served."""
        return f"{self.url}/@@file/{item.id}/{version.number}"

    def shown(self, version, address):
        """What the viewer opens: of a scan the copy whose words can be found and copied."""
        if version.searchable_blob() is not None:
            return f"{address}/searchable"
        return address if version.mimetype in (PDF, *PICTURES) else f"{address}/pdf"

    def converter_missing(self, version):
        """Message id when the PDF waits for a program that is not there, or ""."""
        if version.pdf_state != "queued" or getUtility(IConverter).available():
            return ""
        return _(
            "doc_converter_missing",
            default="Máy chủ chưa cài LibreOffice nên chưa chuyển được sang PDF. Có thể tải tệp gốc hoặc nộp bản PDF.",
        )

    def conversion(self, item, version):
        """Id of the newest conversion job of the version, or ""."""
        jobs = [
            job
            for job in IJobs(self.record).all()
            if job.kind == "convert"
            and job.params.get("file") == item.id
            and job.params.get("version") == version.number
        ]
        return jobs[-1].id if jobs else ""


def state_of_view(version):
    """How the viewer can show a version: ready, picture, or the state of its conversion (queued, failed, none)."""
    if version.mimetype == PDF or version.searchable_blob() is not None:
        return "ready"
    return "picture" if version.mimetype in PICTURES else version.pdf_state
