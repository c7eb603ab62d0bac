"""Dexterity's edit form of a document, under the rules that every change of a document is under."""

from plone import api
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.interfaces import IDocumentRules
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import Invalid


class DocumentEditForm(DefaultEditForm):
    """What the widgets read is checked by IDocumentRules and stored by IDocumentEditor."""

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors)
        if errors:
            return data, errors
        violations = IDocumentRules(self.context).check(data)
        return data, tuple(self._snippet(violation, setErrors) for violation in violations)

    def applyChanges(self, data):
        return IDocumentEditor(self.context).change(data, api.user.get_current().getId())

    def _snippet(self, violation, show):
        name = violation.field.partition("[")[0]
        widget = self.widgets.get(name)
        error = Invalid(translate(violation.message, context=self.request))
        field = widget.field if widget is not None else None
        snippet = getMultiAdapter((error, self.request, widget, field, self, self.context), IErrorViewSnippet)
        snippet.update()
        if show and widget is not None:
            widget.error = snippet
        return snippet


DocumentEditView = layout.wrap_form(DocumentEditForm)
