"""Editing a dossier: its own fields, and those that its agency adds."""

from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from qlvb.content.additional.record import fields_at
from qlvb.content.additional.record import settle
from qlvb.content.additional.record import stored_values
from qlvb.content.dossiers.schema import IDossierSchema
from qlvb.workflows.filing.own_fields import PREFIX
from qlvb.workflows.filing.own_fields import schema_field
from z3c.form import field
from z3c.form.interfaces import ActionExecutionError
from zope.event import notify
from zope.i18n import translate
from zope.interface import Invalid
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


class DossierEditForm(DefaultEditForm):
    """The fields of the law, then those of the agency; both are saved or neither."""

    def updateFields(self):
        """See z3c.form."""
        super().updateFields()
        values = stored_values(self.context)
        asked = [one for one in fields_at(self.context, "Dossier") if not one.retired]
        if asked:
            made = (schema_field(one, values.get(one.id, "")) for one in asked)
            self.fields += field.Fields(*made, ignoreContext=True)

    def applyChanges(self, data):
        """See z3c.form. :raises ActionExecutionError: what was typed into the agency's fields breaks a rule."""
        names = [name for name in data if name.startswith(PREFIX)]
        typed = {name.removeprefix(PREFIX): data.pop(name) for name in names}
        stored = stored_values(self.context)
        values, violations = settle("Dossier", typed, stored, self.context)
        if violations:
            words = " ".join(translate(one.message, context=self.request) for one in violations)
            raise ActionExecutionError(Invalid(words))
        changes = super().applyChanges(data)
        if values != stored:
            self.context.additional = values
            notify(ObjectModifiedEvent(self.context, Attributes(IDossierSchema, "additional")))
        return changes


class DossierEdit(layout.FormWrapper):
    """The page of the form."""

    form = DossierEditForm
    shell_section = "dossiers"
