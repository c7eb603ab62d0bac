"""``@@personal-documents``: what the person keeps for himself; the page of one document."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.paging import Paged
from qlvb.content.personal.documents import ROLE
from qlvb.content.personal.finding import own
from qlvb.content.personal.interfaces import IPersonalDocuments
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


PLACE = "@@personal-documents"


def sent_file(request):
    """(filename, open file) of the field ``file``, or None."""
    sent = request.form.get("file")
    name = getattr(sent, "filename", "")
    return (name, sent) if name else None


class DocumentsPage(Paged, PostedForm):
    """The list, a search in it, and the form of a new one."""

    shell_section = ""

    @property
    def text(self):
        value = self.request.form.get("q", "")
        return value.strip() if isinstance(value, str) else ""

    @cached_property
    def page(self):
        return getUtility(IListing).page(own(self.text), self.start, self.page_size)

    @property
    def total(self):
        return self.page.total

    @property
    def list_url(self):
        return f"{self.context.absolute_url()}/{PLACE}"

    def asked(self):
        return {"q": self.text}

    def rows(self):
        """list of dict url, subject, changed."""
        return [
            {"url": row.url, "subject": row.subject, "day": row.issue_date.strftime("%d/%m/%Y")}
            for row in self.page.rows
        ]

    def save(self):
        values = {name: self.value(name) for name in ("subject", "note")}
        upload = sent_file(self.request)
        if not values["subject"] and upload is None:
            text = _("violation_personal_nothing", default="Hãy đặt tên tài liệu, hoặc chọn một tệp.")
            raise Refused(Violation("subject", "required", text))
        document = getUtility(IPersonalDocuments).add(api.user.get_current().getId(), values, upload)
        return document.absolute_url()


class DocumentPage(PostedForm):
    """Name, note and files of one document, each changed where it stands."""

    shell_section = ""

    @property
    def store(self):
        return IFileStore(self.context)

    @property
    def files(self):
        """list of dict id, name, url, pdf, when, size."""
        found = []
        for stored in self.store.files():
            version = stored.current
            address = f"{self.context.absolute_url()}/@@file/{stored.id}/{version.number}"
            found.append(
                {
                    "id": stored.id,
                    "name": version.filename,
                    "url": f"{address}?download=1",
                    "pdf": (f"{address}/pdf" if version.mimetype != "application/pdf" else address)
                    if version.pdf_state == "ready"
                    else "",
                    "when": show_moment(version.created),
                    "version": version.number,
                }
            )
        return found

    def shown(self, name):
        """str: what was typed, else what is kept."""
        return self.value(name, getattr(self.context, name) or "")

    def save(self):
        by = api.user.get_current().getId()
        here = self.context.absolute_url()
        if self.value("remove"):
            getUtility(IPersonalDocuments).remove(self.context)
            api.portal.show_message(_("personal_removed", default="Đã xóa tài liệu."), self.request)
            return f"{api.portal.get().absolute_url()}/{PLACE}"
        if self.value("drop"):
            self.store.remove(self.value("drop"), by)
            return here
        upload = sent_file(self.request)
        if self.value("add"):
            if upload is None:
                text = _("violation_personal_file", default="Hãy chọn một tệp.")
                raise Refused(Violation("file", "required", text))
            same = next((one for one in self.store.files() if one.current.filename == upload[0]), None)
            if same is not None:
                self.store.replace(same.id, upload[0], upload[1], by)
            else:
                self.store.add(ROLE, upload[0], upload[1], by)
            return here
        values = {name: self.value(name) for name in ("subject", "note")}
        getUtility(IPersonalDocuments).change(self.context, values)
        api.portal.show_message(_("settings_saved", default="Đã lưu."), self.request)
        return here
