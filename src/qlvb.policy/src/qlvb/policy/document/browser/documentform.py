"""What the forms of outgoing and incoming documents share: their fields in two parts, linked documents, corrections."""

from dataclasses import replace
from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.additional.record import stored_values
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.additional import AdditionalInputs
from qlvb.policy.document.browser.filesinput import ids
from qlvb.policy.document.browser.filesinput import store_files
from qlvb.policy.document.browser.formpage import FormPage
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.pickers import document_option
from qlvb.policy.document.browser.records import visible_record
from zope.component import getUtility


class DocumentForm(AdditionalInputs, FormPage):
    """Base: a subclass names the fields that are always seen and those in the fold: (name, size) each."""

    first = ()
    more = ()

    @cached_property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def fields_source(self):
        """str: where the fields of work are asked for while somebody types one."""
        agency = getUtility(IDirectory).agency_object(self.agency.id)
        return f"{agency.absolute_url()}/@fields-of-work?text="

    @property
    def first_fields(self):
        return self.fields(self.first) + self.additional_inputs(required=True)

    @property
    def more_fields(self):
        return self.fields(self.more) + self.additional_inputs(required=False)

    @property
    def more_open(self):
        """bool: the fold shows a field that was refused."""
        return bool(self.broken & {"additional", *(name for name, *_rest in self.more)})

    def entered(self, data):
        return {**data, "additional": self.typed_additional()}

    def related_uids(self):
        """UIDs of the documents that are linked when the form is opened: list of str."""
        return []

    @cached_property
    def linked(self):
        """Documents that stand in "Danh sách văn bản liên quan": list of objects the person may view."""
        uids = ids(self.request.form, "related_documents") if self.request.method == "POST" else self.related_uids()
        return [record for uid in uids if (record := visible_record(uid)) is not None]

    @property
    def related_field(self):
        return Field(
            name="related_documents",
            label=api.portal.translate(_("doc_related_list", default="Danh sách văn bản liên quan")),
            kind="picker",
            size="full",
            multiple=True,
            source=f"{api.portal.get().absolute_url()}/@@pick-document?text=",
            chosen=tuple(document_option(record) for record in self.linked),
        )

    def links(self):
        """dict: linked documents, for the record's fields."""
        return {"related_documents": [record.UID() for record in self.linked]}


class Correction:
    """Mixed into the form of a document that is there already, which is its context."""

    @cached_property
    def document(self):
        return self.context

    def related_uids(self):
        return list(self.context.related_documents)

    def stored_additional(self):
        return stored_values(self.context)

    @property
    def revision(self):
        return IDocumentEditor(self.context).revision()

    @property
    def main(self):
        return IFileStore(self.context).main()

    @property
    def annexes(self):
        return IFileStore(self.context).files("annex")

    def links(self):
        """Linked documents that the person may not view stay linked."""
        hidden = [uid for uid in self.context.related_documents if visible_record(uid) is None]
        return {"related_documents": [record.UID() for record in self.linked] + hidden}

    def change(self, data):
        """Change the fields, unless somebody else has changed the document since the form was drawn: then the refusal
        leads to what it is now, to lay it beside what was typed.
        """
        revision = self.request.form.get("revision") or None
        try:
            IDocumentEditor(self.context).change({**data, **self.links()}, self.me, revision=revision)
        except Refused as refused:
            raise Refused([self._with_place(one) for one in refused.violations], refused.status) from refused

    def _with_place(self, violation):
        if violation.code != "document_changed":
            return violation
        mapping = {"what": violation.message, "url": self.context.absolute_url()}
        message = _("violation_document_changed_at", default="${what} (${url})", mapping=mapping)
        return replace(violation, message=message)

    def store(self, *role):
        """Store the files that were sent, say so, and return the document. ``role``: of the first file."""
        store_files(self.context, self.request.form, self.me, *role)
        api.portal.show_message(_("doc_changes_saved", default="Đã lưu thay đổi."), self.request)
        return self.context
