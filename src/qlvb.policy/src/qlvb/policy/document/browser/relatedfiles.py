"""Danh sách văn bản liên quan: the files of documents that a draft refers to, as iOffice's form lists them."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.filelist import ROLE_ORDER
from qlvb.policy.document.browser.filelist import role_title
from qlvb.policy.document.browser.records import visible_record


MOST = 200
INCOMING = _("doc_kind_incoming", default="Văn bản đến")
OUTGOING = _("doc_kind_outgoing", default="Văn bản đi")


def related_rows(records):
    """A row for each file of ``records`` (documents that the reader may view), or one without a file: list of dict."""
    found = []
    for record in records:
        shared = {
            "reference": record.reference,
            "subject": record.Title(),
            "url": record.absolute_url(),
            "kind": INCOMING if IIncomingDocument.providedBy(record) else OUTGOING,
        }
        files = sorted(IFileStore(record).files(), key=lambda one: ROLE_ORDER.index(one.role))
        found.extend({**shared, **file_facts(record, stored)} for stored in files)
        if not files:
            found.append({**shared, "filename": "", "role": "", "view": "", "download": ""})
    return found


def file_facts(record, stored):
    """dict of what a row says of one file."""
    address = f"{record.absolute_url()}/@@file/{stored.id}/{stored.current.number}"
    return {
        "filename": stored.current.filename,
        "role": role_title(record, stored),
        "view": address,
        "download": f"{address}?download=1",
    }


class RelatedFiles(BrowserView):
    """``@@related-files?uids=…,…``: the rows for documents that were just chosen; what one may not view is left out."""

    table = ViewPageTemplateFile("templates/relatedfiles.pt")

    def __call__(self):
        uids = str(self.request.form.get("uids", "")).split(",")[:MOST]
        records = [record for uid in dict.fromkeys(uids) if uid and (record := visible_record(uid)) is not None]
        self.request.response.setHeader("Content-Type", "text/html; charset=utf-8")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.table(rows=related_rows([one for one in records if hasattr(one, "related_documents")]))
