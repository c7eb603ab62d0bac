"""PATCH of a document: the same rules as its form."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.json_values import from_json
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


class DocumentPatch(Service):
    """Change fields, sent as JSON. With ``revision`` (from GET) only when nobody has changed the document since.

    Answers 204, or 200 with the document when the client asks so (``Prefer: return=representation``).
    """

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            self._change()
        except Refused as refused:
            return refused_response(self.request, refused)
        if self.request.getHeader("Prefer") == "return=representation":
            return getMultiAdapter((self.context, self.request), ISerializeToJson)()
        return self.reply_no_content()

    def _change(self):
        data = sent_json(self.request)
        revision = data.pop("revision", None)
        values, violations = from_json(SCHEMAS[self.context.portal_type], data)
        if violations:
            raise Refused(violations)
        IDocumentEditor(self.context).change(values, api.user.get_current().getId(), revision)
