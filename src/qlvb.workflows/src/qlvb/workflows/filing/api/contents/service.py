"""``@contents`` of a dossier: its documents in order, filing and taking out."""

from plone.restapi.batching import HypermediaBatch
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import dossier_json
from qlvb.workflows.filing.api.answers import refuse
from qlvb.workflows.filing.contents_list import row_of
from qlvb.workflows.filing.contents_list import rows_of


def item_json(row):
    """dict of one line; of a document that the reader may not see only its place in the dossier."""
    item = row.item
    return {
        "order": item.order,
        "UID": item.uid,
        "by": item.by,
        "when": item.when.isoformat(),
        "visible": row.readable,
        "@id": row.url or None,
        "@type": row.row.portal_type if row.readable else None,
        "reference": row.reference,
        "date": row.date,
        "subject": row.subject if row.readable else "",
        "author": row.author,
        "pages": row.pages,
        "note": row.note,
    }


class ContentsGet(FilingService):
    """The contents list (Mục lục văn bản, tài liệu), batched, and the dossier itself."""

    def answer(self):
        batch = HypermediaBatch(self.request, rows_of(self.context))
        result = {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "items": [item_json(row) for row in batch],
            "dossier": dossier_json(self.context, self.request),
        }
        if batch.links:
            result["batching"] = batch.links
        return result


class ContentsPost(FilingService):
    """File a document: ``{"document": "<UID>"}`` runs the act ``file`` of the document; 201 with the line."""

    def answer(self):
        uid = self.body().get("document")
        document = find_record(uid) if isinstance(uid, str) else None
        if not IDocument.providedBy(document) or not may_view(document):
            refuse(
                "document", "document_unknown", _("violation_document_unknown", default="Không có văn bản này."), 400
            )
        self.check_open()
        known = IDossierContents(self.context).item_of(document) is not None
        IActs(document).perform("file", {"dossiers": [self.context.UID()]}, self.key)
        self.request.response.setStatus(200 if known else 201)
        return item_json(row_of(self.context, document))

    def check_open(self):
        """A closed dossier is a conflict, not a bad choice."""
        if self.context.portal_workflow.getInfoFor(self.context, "review_state") == "closed":
            message = _(
                "violation_dossier_closed",
                default="Hồ sơ ${code} đã kết thúc, không thêm bớt văn bản được.",
                mapping={"code": self.context.code},
            )
            refuse("dossier", "dossier_closed", message, 409)


class ContentsDelete(ContentsPost):
    """Take a document out: ``DELETE @contents/<UID>`` with ``{"reason": "…"}`` runs the act ``unfile``; 204."""

    def answer(self):
        document = find_record(self.name) if self.name else None
        contents = IDossierContents(self.context)
        if document is None or contents.item_of(document) is None:
            message = _("violation_not_in_dossier", default="Văn bản không có trong hồ sơ này.")
            refuse("document", "not_in_dossier", message, 404)
        self.check_open()
        reason = self.body().get("reason") or self.request.form.get("reason") or ""
        IActs(document).perform("unfile", {"dossier": self.context.UID(), "reason": reason}, self.key)
        self.request.response.setStatus(204)
        return

    def reply(self):
        answer = super().reply()
        return self.reply_no_content() if answer is None else answer
