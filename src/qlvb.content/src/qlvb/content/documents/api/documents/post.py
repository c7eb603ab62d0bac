"""POST ``<agency>/@documents``: a new document, with files if wanted, in one transaction."""

from plone import api
from plone.restapi.interfaces import ISerializeToJson
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.documents.api.documents.request import DocumentRequest
from qlvb.content.documents.editor import readonly_violations
from qlvb.content.documents.factory import checked_values
from qlvb.content.documents.idempotency import AnsweredRequests
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.queue import stand_in_line
from qlvb.content.documents.queue import store_and_leave
from qlvb.content.fieldsofwork.closed import closed_violations
from qlvb.content.files.intake import check_uploads
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getMultiAdapter
from zope.component import getUtility


PERMISSIONS = {
    "OutgoingDocument": "qlvb: Add outgoing document",
    "IncomingDocument": "qlvb: Add incoming document",
}


class DocumentsPost(AnsweringService):
    """A new document: JSON ``{"@type", fields…, "files": […]}``, or multipart with that in ``document``, files by role.

    With the header ``Idempotency-Key`` the same person's second request gives the first one's document (200 instead of
    201).
    """

    def answer(self):
        asked = DocumentRequest(self.request)
        self._check_right(asked.portal_type)
        by = self.userid
        if (known := self._known(asked, by)) is None:
            # Whoever is refused need not stand in line, and nobody waits for what can be said before.
            self._check(asked, by)
            stand_in_line()
            known = self._known(asked, by)
        if known is not None:
            return self._show(known, 200)
        document = self._new(asked, by)
        if asked.key:
            AnsweredRequests(self.context).remember(by, asked.key, document.UID())
        store_and_leave()
        return self._show(document, 201)

    def _known(self, asked, by):
        """The document that an earlier sending of this request has made, or None."""
        return find_record(AnsweredRequests(self.context).find(by, asked.key)) if asked.key else None

    def _check(self, asked, by):
        """:raises Refused: with all that is wrong in the request."""
        violations = asked.violations + readonly_violations(asked.portal_type, asked.values)
        violations += checked_values(asked.portal_type, self.context.getId(), asked.values, by)[1]
        violations += closed_violations(self.context.getId(), asked.values)
        violations += check_uploads(asked.uploads)
        if violations:
            raise Refused(violations)

    def _new(self, asked, by):
        factory = getUtility(IDocumentFactory)
        document = factory.create(asked.portal_type, self.context.getId(), asked.values, by)
        store = IFileStore(document)
        for upload in asked.uploads:
            store.add(upload.role, upload.filename, upload.stream, by, upload.note, upload.title)
        return document

    def _check_right(self, portal_type):
        if not api.user.has_permission(PERMISSIONS[portal_type], obj=self.context):
            message = _("violation_may_not_create", default="Anh/chị không có quyền tạo văn bản này tại cơ quan.")
            raise Refused(Violation("", "forbidden", message), status=403)

    def _show(self, document, status):
        self.request.response.setStatus(status)
        self.request.response.setHeader("Location", document.absolute_url())
        return getMultiAdapter((document, self.request), ISerializeToJson)()
