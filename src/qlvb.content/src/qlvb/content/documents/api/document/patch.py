"""PATCH of a document: the same rules as its form."""

from plone.restapi.interfaces import ISerializeToJson
from qlvb.content.answering import AnsweringService
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.json_values import from_json
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.violations import Refused
from zope.component import getMultiAdapter


class DocumentPatch(AnsweringService):
    """Change fields, sent as JSON. With ``revision`` (from GET) only when nobody has changed the document since.

    Answers 204, or 200 with the document when the client asks so (``Prefer: return=representation``).
    """

    def answer(self):
        self._change()
        if self.request.getHeader("Prefer") == "return=representation":
            return getMultiAdapter((self.context, self.request), ISerializeToJson)()
        return self.reply_no_content()

    def _change(self):
        data = self.body()
        revision = data.pop("revision", None)
        values, violations = from_json(SCHEMAS[self.context.portal_type], data)
        if violations:
            raise Refused(violations)
        IDocumentEditor(self.context).change(values, self.userid, revision)
