"""``@personal-documents`` of the site."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.interfaces import IListing
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
    """Keep one: ``{"subject": "…", "note": "…"}`` (201). Its files are added to it with ``@files`` (role
    ``original``).
    """

    def answer(self):
        if not self.userid:
            message = _("violation_personal_nobody", default="Hãy đăng nhập.")
            raise Refused(Violation("", "not_signed_in", message), status=401)
        document = getUtility(IPersonalDocuments).add(self.userid, self.body())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", document.absolute_url())
        return document_json(document)
