"""``GET @signatures``: what is to be said of every signature in the official PDF, or in the PDF that was received."""

from plone.restapi.serializer.converters import json_compatible
from qlvb.content.answering import AnsweringService
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility
from zope.i18n import translate


class SignaturesGet(AnsweringService):
    """The checked signatures: ``{"@id", "file", "sha256", "items": [in the order of the file], "items_total"}``.

    ``file`` is null, and the list empty, for a document that has no PDF of its own yet.
    """

    def answer(self):
        store = IFileStore(self.context)
        stored = store.signed() or store.main()
        version = stored.current if stored is not None else None
        result = {"@id": f"{self.context.absolute_url()}/@signatures", "file": None, "sha256": None, "items": []}
        if version is not None and version.mimetype == "application/pdf":
            verdicts = getUtility(IPdfSigning).verify(version.data())
            result.update(file=stored.id, sha256=version.sha256, items=[self.item(verdict) for verdict in verdicts])
        result["items_total"] = len(result["items"])
        return result

    def item(self, verdict):
        return {
            "field": verdict.field_name,
            "purpose": verdict.purpose,
            "signer": verdict.signer,
            "organisation": verdict.organisation,
            "signed_at": verdict.signed_at.isoformat() if verdict.signed_at else None,
            "verdict": verdict.verdict,
            "reason": translate(verdict.reason, context=self.request),
            "intact": verdict.intact,
            "trusted": verdict.trusted,
            "changes": verdict.changes,
            "changed_fields": list(verdict.changed_fields),
            "certificate": json_compatible(verdict.certificate),
        }
