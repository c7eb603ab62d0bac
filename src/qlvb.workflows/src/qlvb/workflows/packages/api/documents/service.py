"""Packages of documents that are in no dossier over REST: asked for, looked at, fetched, deleted."""

from qlvb.content.answering import PathService
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.answering import EntriesGet
from qlvb.workflows.packages.loose.answers import documents_json
from qlvb.workflows.packages.loose.answers import send_documents
from qlvb.workflows.packages.loose.shelf import DocumentPackages


class _Packages:
    @property
    def packages(self):
        return DocumentPackages(self.context.getId())

    def shown(self, entry):
        """dict of one."""
        return documents_json(self.packages, entry, self.request)


class DocumentPackagesGet(_Packages, EntriesGet):
    """The packages of documents of the agency, made and received, the newest first; ``@document-packages/<id>`` one of
    them, ``@document-packages/<id>/file`` its bytes.
    """

    name = "@document-packages"

    def stream(self, entry_id):
        return send_documents(self.context.getId(), entry_id, self.request)


class DocumentPackagesPost(_Packages, PathService):
    """Have the documents that were dealt with and lie in no dossier packed: ``kind`` (SIP, AIP), ``source`` (0
    outgoing, 1 incoming), ``from`` and ``to`` (ISO dates, of issue or arrival), ``title``; also ``transfer`` (number
    of the transfer, 1 to 99), ``description``, ``agreement`` (code of the transfer request). The worker makes it; 202.
    With ``Idempotency-Key`` a repeated request gives the first package.
    """

    def answer(self):
        body = dict(self.body())
        kind = body.pop("kind", "")
        entry = self.packages.ask(kind, current(), body, self.key or "")
        self.request.response.setStatus(202)
        result = self.shown(entry)
        self.request.response.setHeader("Location", result["@id"])
        return result


class DocumentPackagesDelete(_Packages, PathService):
    """Delete a package that was made, or call off one that waits or is being made; one that was received stays; 204."""

    def answer(self):
        self.packages.remove(self.path[0] if self.path else "", current())
        return self.reply_no_content()
