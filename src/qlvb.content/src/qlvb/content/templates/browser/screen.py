"""``@@templates``: the agency's templates, a new one, and what a template may use."""

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.document_types import document_type
from qlvb.content.organisation.browser.collections import CollectionView
from qlvb.content.templates.fields import FIELDS
from qlvb.content.templates.interfaces import IAgencyTemplates
from zope.schema.vocabulary import getVocabularyRegistry


class TemplatesView(CollectionView):
    """List, upload, removal; a refused upload shows every fault at its field and stores nothing."""

    index = ViewPageTemplateFile("templates.pt")
    provided = IAgencyTemplates
    removed = _("docx_template_removed", default="Đã bỏ mẫu.")

    def changed(self):
        if self.value("remove"):
            return super().changed()
        upload = self.request.form.get("file")
        filename = getattr(upload, "filename", "") or ""
        data = upload.read() if filename else b""
        by = api.user.get_current().getId()
        self.collection.add(self.value("title"), self.value("document_type"), filename, data, by)
        return _("docx_template_added", default="Đã thêm mẫu.")

    def row(self, item):
        address = f"{self.context.absolute_url()}/@@template-file?id={item.id}"
        kind = document_type(item.document_type).title if item.document_type else ""
        return {"kind": kind, "url": address, "preview": f"{address}&preview=1"}

    def kinds(self):
        """Terms of the kinds of documents."""
        return list(getVocabularyRegistry().get(self.context, "qlvb.document_types"))

    def fields(self):
        """list of (name, title)."""
        return [(name, title) for name, (title, _example) in FIELDS.items()]

    def faults_of(self, name):
        """list of str."""
        return [problem["message"] for problem in self.problems() if problem["field"] == name]
