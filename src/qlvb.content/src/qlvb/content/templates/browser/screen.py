"""``@@templates``: the agency's templates, a new one, and what a template may use."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.document_types import document_type
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.violations import Refused
import transaction
from zope.component import getUtility
from zope.schema.vocabulary import getVocabularyRegistry


class TemplatesView(BrowserView):
    """List, upload, removal; a refused upload shows every fault at its field and stores nothing."""

    template = ViewPageTemplateFile("templates.pt")
    shell_section = "administration"
    faults = ()

    def __call__(self):
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        form = self.request.form
        try:
            if form.get("remove"):
                IAgencyTemplates(self.context).remove(str(form["remove"]))
                message = _("docx_template_removed", default="Đã bỏ mẫu.")
            else:
                self.add(form)
                message = _("docx_template_added", default="Đã thêm mẫu.")
        except Refused as refused:
            transaction.doom()
            self.faults = [violation.as_json(self.request) for violation in refused.violations]
            self.request.response.setStatus(refused.status)
            return self.template()
        api.portal.show_message(message, self.request, type="info")
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@templates")

    def add(self, form):
        """Keep what was sent."""
        upload = form.get("file")
        data = upload.read() if getattr(upload, "filename", "") else b""
        filename = getattr(upload, "filename", "") or ""
        by = api.user.get_current().getId()
        title, kind = str(form.get("title", "")), str(form.get("document_type", ""))
        IAgencyTemplates(self.context).add(title, kind, filename, data, by)

    def rows(self):
        """list of dict."""
        directory = getUtility(IDirectory)
        base = f"{self.context.absolute_url()}/@@template-file?id="
        return [
            {
                "id": one.id,
                "title": one.title,
                "kind": document_type(one.document_type).title if one.document_type else "",
                "by": directory.person(one.by).fullname,
                "when": one.when.strftime("%d/%m/%Y"),
                "url": f"{base}{one.id}",
                "preview": f"{base}{one.id}&preview=1",
            }
            for one in IAgencyTemplates(self.context).all()
        ]

    def kinds(self):
        """Terms of the kinds of documents."""
        return list(getVocabularyRegistry().get(self.context, "qlvb.document_types"))

    def fields(self):
        """list of (name, title)."""
        return [(name, title) for name, (title, _example) in FIELDS.items()]

    def faults_of(self, name):
        """list of str."""
        return [fault["message"] for fault in self.faults if fault["field"] == name]
