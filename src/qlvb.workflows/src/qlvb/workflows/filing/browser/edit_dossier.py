"""Editing a dossier: its own fields, and those that its agency adds."""

from datetime import date
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from qlvb.content.additional.record import fields_at
from qlvb.content.additional.record import settle
from qlvb.content.additional.record import stored_values
from qlvb.content.additional.values import LONGEST_TEXT
from qlvb.content.additional.values import shown
from qlvb.content.dossiers.schema import IDossierSchema
from z3c.form import field
from z3c.form.interfaces import ActionExecutionError
from zope import schema
from zope.event import notify
from zope.i18n import translate
from zope.interface import Invalid
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Begins the names of the inputs of additional fields.
PREFIX = "additional_"


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


def schema_field(asked, value):
    """The schema field that asks for an AdditionalField, with what is there as its default."""
    options = {"__name__": f"{PREFIX}{asked.id}", "title": asked.label, "required": asked.required}
    if asked.kind == "date":
        return schema.Date(**options, default=date.fromisoformat(value) if value else None)
    if asked.kind == "choice":
        # One that is offered no more stays where it was chosen.
        titles = dict.fromkeys((*asked.choices, *filter(None, [value])))
        terms = [SimpleTerm(title, f"c{place}", title) for place, title in enumerate(titles)]
        return schema.Choice(**options, vocabulary=SimpleVocabulary(terms), default=value or None)
    return schema.TextLine(**options, max_length=LONGEST_TEXT, default=shown(asked, value) or None)


class DossierEdit(layout.FormWrapper):
    """The page of the form."""

    form = DossierEditForm
    shell_section = "dossiers"
