"""Templates in an annotation of the agency."""

from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.document_types import document_type as known_type
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.names import clean_filename
from qlvb.content.organisation.collections import AgencyCollection
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.templates.filling import template_violations
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.templates.interfaces import ITemplate
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from secrets import token_hex
from zope.component import adapter
from zope.interface import implementer


LONGEST_TITLE = 200


@implementer(ITemplate)
class Template(Persistent):
    """See ITemplate."""

    def __init__(self, id, title, document_type, filename, data, by):
        self.id = id
        self.title = title
        self.document_type = document_type
        self.filename = filename
        self.by = by
        self.when = clock.now()
        self.blob = NamedBlobFile(data=data, contentType=DOCX, filename=filename)

    def data(self):
        """See ITemplate."""
        return self.blob.data


@implementer(IAgencyTemplates)
@adapter(IAgency)
class AgencyTemplates(AgencyCollection):
    """See IAgencyTemplates."""

    annotation = "qlvb.templates"
    missing = Violation(
        "template", "template_unknown", _("violation_docx_template_missing", default="Không có mẫu này.")
    )

    def all(self, document_type=None):
        """See IAgencyTemplates."""
        return [one for one in super().all() if document_type is None or one.document_type in ("", document_type)]

    def add(self, title, document_type, filename, data, by):
        """See IAgencyTemplates."""
        title = " ".join(nfc(title or "").split())
        violations = []
        if not title or len(title) > LONGEST_TITLE:
            message = _("violation_docx_template_title", default="Tên mẫu phải có từ 1 đến 200 ký tự.")
            violations.append(Violation("title", "template_title", message))
        if document_type and known_type(document_type) is None:
            message = _("violation_docx_template_type", default="Không có loại văn bản này.")
            violations.append(Violation("document_type", "unknown", message))
        violations += template_violations(data)
        if violations:
            raise Refused(violations)
        return self.put(Template(token_hex(5), title, document_type or "", clean_filename(filename), data, by))
