"""Fields that an agency adds to its dossiers, asked for in forms and acts."""

from dataclasses import replace
from datetime import date
from qlvb.content.additional.record import fields_at
from qlvb.content.additional.record import settle
from qlvb.content.additional.values import LONGEST_TEXT
from qlvb.content.additional.values import shown
from zope import schema
from zope.interface.interface import InterfaceClass
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Begins the names of the inputs of additional fields.
PREFIX = "additional_"


def asked_at(context):
    """The AdditionalFields that dossiers of the agency of ``context`` are asked for: list."""
    return [one for one in fields_at(context, "Dossier") if not one.retired]


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


def input_schema(base, context):
    """``base`` with a field for each that the agency of ``context`` asks of its dossiers; itself where it asks none."""
    asked = asked_at(context)
    if not asked:
        return base
    fields = {f"{PREFIX}{one.id}": schema_field(one, "") for one in asked}
    return InterfaceClass(base.__name__, (base,), fields, __doc__=base.__doc__, __module__=base.__module__)


def settled_input(data, context):
    """(values as a dossier keeps them, list of Violation) of what an act was given for the fields of
    :func:`input_schema`; the violations name its inputs.
    """
    typed = {name.removeprefix(PREFIX): value for name, value in data.items() if name.startswith(PREFIX)}
    values, violations = settle("Dossier", typed, {}, context)
    return values, [replace(one, field=one.field.replace(".", "_", 1)) for one in violations]
