"""``GET @templates``, ``POST @templates``, ``DELETE @templates/<id>``."""

import base64
from binascii import Error as Base64Error
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.i18n import translate


class TemplatesGet(Service):
    """The templates of the agency, and the fields that a template may use."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@templates",
            "items": [template_as_json(template) for template in IAgencyTemplates(self.context).all()],
            "fields": {name: translate(title, context=self.request) for name, (title, _example) in FIELDS.items()},
        }


class TemplatesPost(AnsweringService):
    """A new template: JSON ``title``, ``document_type``, ``filename``, ``data`` (base64); answered with 201."""

    def answer(self):
        sent = self.body()
        try:
            data = base64.b64decode(str(sent.get("data", "")), validate=True)
        except (Base64Error, ValueError):
            message = _("violation_docx_template_base64", default="Nội dung tệp không đúng mã base64.")
            raise Refused(Violation("data", "file_base64", message)) from None
        template = IAgencyTemplates(self.context).add(
            str(sent.get("title", "")),
            str(sent.get("document_type", "")),
            str(sent.get("filename", "mau.docx")),
            data,
            self.userid,
        )
        self.request.response.setStatus(201)
        return template_as_json(template)


class TemplatesDelete(PathService):
    """Drop the template that the path names; drafts made from it stay."""

    def answer(self):
        IAgencyTemplates(self.context).remove(self.only_name)
        return self.reply_no_content()


def template_as_json(template):
    """dict of JSON values."""
    return {
        "id": template.id,
        "title": template.title,
        "document_type": template.document_type,
        "filename": template.filename,
        "by": template.by,
        "when": template.when.isoformat(),
    }
