"""``GET @templates``, ``POST @templates``, ``DELETE @templates/<id>``."""

import base64
from binascii import Error as Base64Error
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class TemplatesGet(Service):
    """The templates of the agency, and the fields that a template may use."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@templates",
            "items": [template_as_json(template) for template in IAgencyTemplates(self.context).all()],
            "fields": {name: translate(title, context=self.request) for name, (title, _example) in FIELDS.items()},
        }


class TemplatesPost(Service):
    """A new template: JSON ``title``, ``document_type``, ``filename``, ``data`` (base64); answered with 201."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = json_body(self.request)
        try:
            data = base64.b64decode(str(sent.get("data", "")), validate=True)
        except (Base64Error, ValueError):
            message = _("violation_docx_template_base64", default="Nội dung tệp không đúng mã base64.")
            return refused_response(self.request, Refused(Violation("data", "file_base64", message)))
        try:
            template = IAgencyTemplates(self.context).add(
                str(sent.get("title", "")),
                str(sent.get("document_type", "")),
                str(sent.get("filename", "mau.docx")),
                data,
                api.user.get_current().getId(),
            )
        except Refused as refused:
            return refused_response(self.request, refused)
        self.request.response.setStatus(201)
        return template_as_json(template)


@implementer(IPublishTraverse)
class TemplatesDelete(Service):
    """Drop the template that the path names; drafts made from it stay."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            IAgencyTemplates(self.context).remove("/".join(self.path))
        except Refused as refused:
            return refused_response(self.request, refused)
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
