"""``GET @templates``, ``POST @templates``, ``DELETE @templates/<id>``."""

import base64
from binascii import Error as Base64Error
from qlvb.content import _
from qlvb.content.organisation.api.collections import CollectionDelete
from qlvb.content.organisation.api.collections import CollectionGet
from qlvb.content.organisation.api.collections import CollectionPost
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.i18n import translate


class TemplatesGet(CollectionGet):
    """The templates of the agency, and the fields that a template may use."""

    provided = IAgencyTemplates
    name = "@templates"

    def as_json(self, item):
        return {**super().as_json(item), "document_type": item.document_type, "filename": item.filename}

    def answer(self):
        fields = {name: translate(title, context=self.request) for name, (title, _example) in FIELDS.items()}
        return {**super().answer(), "fields": fields}


class TemplatesPost(CollectionPost, TemplatesGet):
    """A new template: JSON ``title``, ``document_type``, ``filename``, ``data`` (base64); answered with 201."""

    def kept(self, sent):
        try:
            data = base64.b64decode(str(sent.get("data", "")), validate=True)
        except (Base64Error, ValueError):
            message = _("violation_docx_template_base64", default="Nội dung tệp không đúng mã base64.")
            raise Refused(Violation("data", "file_base64", message)) from None
        title, kind = str(sent.get("title", "")), str(sent.get("document_type", ""))
        return self.collection.add(title, kind, str(sent.get("filename", "mau.docx")), data, self.userid)


class TemplatesDelete(CollectionDelete, TemplatesGet):
    """Drop the template that the path names; drafts made from it stay."""
