"""``@personal-documents`` of the site."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.documents.idempotency import AnsweredRequests
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.interfaces import IListing
from qlvb.content.lookup import find_record
from qlvb.content.personal.finding import own
from qlvb.content.personal.interfaces import IPersonalDocuments
from qlvb.content.personal.summary import document_json
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


class DocumentsGet(AnsweringService):
    """The documents that the person keeps for himself, in pages; ``text`` searches them, what is in their files too."""

    def answer(self):
        batch = Batch(self.request, f"{self.context.absolute_url()}/@personal-documents")
        page = getUtility(IListing).page(own(self.request.form.get("text")), batch.start, batch.size, batch.after)
        return batch.envelope(page, [row.as_json() for row in page.rows])


class DocumentsPost(AnsweringService):
    """Keep one: ``{"subject": "…", "note": "…"}`` (201), once for an ``Idempotency-Key``. Its files are added with
    ``@files`` (role ``original``).
    """

    def answer(self):
        if not self.userid:
            message = _("violation_personal_nobody", default="Hãy đăng nhập.")
            raise Refused(Violation("", "not_signed_in", message), status=401)
        document = self.kept()
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", document.absolute_url())
        return document_json(document)

    def kept(self):
        """The document; with an ``Idempotency-Key`` the one that it has made before."""
        answered, documents = AnsweredRequests(self.context), getUtility(IPersonalDocuments)
        known = answered.find(self.userid, self.key) if self.key else None
        made = find_record(known) if known else None
        if made is None:
            made = documents.add(self.userid, self.body())
            if self.key:
                answered.remember(self.userid, self.key, IUUID(made))
        return made
