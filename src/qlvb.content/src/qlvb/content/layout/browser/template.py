"""``@@template-docx``: the starting file (tệp mẫu) of a kind of document."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.documents.document_types import document_type
from qlvb.content.files.kinds import DOCX
from qlvb.content.layout.known import known_fields
from qlvb.content.layout.templates import template_for
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from urllib.parse import quote
from zope.component import getUtility


class TemplateDocx(BrowserView):
    """A docx of the kind ``document_type``, filled with the agency, unit, symbol and place of the person who asks.

    Optional: ``department`` (id), ``signatory`` (userid), ``signing_capacity``, ``subject``, ``urgency``. What
    does not fit is answered with 400 and the reason.
    """

    def __call__(self):
        asked = {key: nfc(value) for key, value in self.request.form.items() if isinstance(value, str)}
        kind = asked.get("document_type") or "official_letter"
        try:
            fields = self._known(kind, asked)
        except Refused as refused:
            self.request.response.setStatus(refused.status)
            self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
            return " ".join(item.as_json(self.request)["message"] for item in refused.violations)
        fields.update(subject=asked.get("subject", "")[:500], urgency=asked.get("urgency", ""))
        data = template_for(kind, **{name: value for name, value in fields.items() if name != "document_type"})
        name = document_type(kind).title.split(" (")[0]
        plain = "-".join(fold(name).split())
        response = self.request.response
        response.setHeader("Content-Type", DOCX)
        whole = quote(f"Mẫu {name}.docx")
        disposition = f"attachment; filename=\"mau-{plain}.docx\"; filename*=UTF-8''{whole}"
        response.setHeader("Content-Disposition", disposition)
        response.setHeader("X-Content-Type-Options", "nosniff")
        return data

    def _known(self, kind, asked):
        directory = getUtility(IDirectory)
        userid = api.user.get_current().getId()
        agency = directory.agency_of(self.context)
        post = directory.main_post(userid, agency.id if agency else None)
        agency_id = agency.id if agency else post.agency if post else ""
        if not agency_id:
            message = _("layout_no_post", default="Anh/chị chưa giữ chức vụ nào tại một cơ quan.")
            raise Refused(Violation("", "no_post", message))
        unit = asked.get("department", post.department if post else "")
        return known_fields(kind, agency_id, unit, asked.get("signatory", ""), asked.get("signing_capacity", ""))
