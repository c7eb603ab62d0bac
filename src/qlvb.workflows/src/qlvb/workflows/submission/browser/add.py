"""``@@add-note`` of an agency: a new note, made from scratch."""

from plone import api
from plone.autoform.form import AutoExtensibleForm
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import INoteFactory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.browser.several import several_widget
from qlvb.workflows.submission.inputs import IDraftNoteInput
import transaction
from z3c.form import form
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection


class AddNote(AutoExtensibleForm, form.Form):
    """The texts of a note and its documents; saving leads to the note, where it is submitted."""

    schema = IDraftNoteInput
    ignoreContext = True
    shell_section = "notes"
    title = _("add_note", default="Lập phiếu trình")
    page = ViewPageTemplateFile("add.pt")
    faults = ()

    def updateFieldsFromSchemata(self):
        super().updateFieldsFromSchemata()
        for item in self.fields.values():
            item.field = item.field.bind(self.context)
            if ICollection.providedBy(item.field) and IChoice.providedBy(item.field.value_type):
                item.widgetFactory = several_widget

    def __call__(self):
        self.update()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            data, errors = self.extractData()
            self.faults = [{"field": error.field.__name__, "message": error.message} for error in errors]
            if not errors:
                try:
                    agency = getUtility(IDirectory).agency_of(self.context)
                    note = getUtility(INoteFactory).create(agency.id, data, api.user.get_current().getId())
                except Refused as refused:
                    transaction.doom()
                    self.faults = [violation.as_json(self.request) for violation in refused.violations]
                else:
                    return self.request.response.redirect(note.absolute_url())
            self.request.response.setStatus(400)
        return self.page()

    def field_messages(self, name):
        """list of str: what is wrong with the field ``name``."""
        short = name.rsplit(".", 1)[-1]
        return [translate(fault["message"], context=self.request) for fault in self.faults if fault["field"] == short]
