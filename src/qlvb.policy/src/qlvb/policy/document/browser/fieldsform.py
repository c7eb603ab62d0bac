"""A z3c.form form over some fields of a document schema, filled from a dict."""

from Acquisition import Implicit
from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.app.z3cform.widgets.datetime import DateFieldWidget
from qlvb.content.documents.senttables import sent_table_violations
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.typedpeople import take_typed_people
from qlvb.policy.document.browser.widgetfields import field_of
from qlvb.policy.document.browser.widgetfields import is_of_people
from qlvb.policy.document.browser.widgetfields import values_of
from z3c.form import field
from z3c.form import form
from z3c.form.browser.checkbox import SingleCheckBoxFieldWidget
from z3c.form.browser.select import SelectFieldWidget
from z3c.form.browser.text import TextFieldWidget
from z3c.form.browser.textarea import TextAreaFieldWidget
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.schema import interfaces as kinds


FACTORIES = (
    (kinds.IChoice, SelectFieldWidget),
    (kinds.IBool, SingleCheckBoxFieldWidget),
    (kinds.IDate, DateFieldWidget),
    (kinds.IList, DataGridFieldFactory),
    (kinds.ITextLine, TextFieldWidget),
    (kinds.IText, TextAreaFieldWidget),
    (kinds.IInt, TextFieldWidget),
)


class Values(Implicit):
    """What the widgets show, lying in the form's context so that value lists know whose agency it is."""


class FieldsForm(form.Form):
    """Widgets only: the page around it draws them, saves and answers."""

    ignoreContext = False
    ignoreReadonly = True

    def __init__(self, context, request, schema, names, content):
        super().__init__(context, request)
        self.fields = field.Fields(schema).select(*names)
        for name in names:
            self.fields[name].widgetFactory = factory_for(schema[name])
        self.content = Values().__of__(context)
        alsoProvides(self.content, schema)
        for name in names:
            value = content.get(name, schema[name].default)
            setattr(self.content, name, schema[name].missing_value if value is None else value)

    def getContent(self):
        return self.content

    def update(self):
        """See z3c.form. :raises Refused: 400 a table was sent with a wrong number of rows, or without all its cells."""
        tables = {name: one.field for name, one in self.fields.items() if kinds.IList.providedBy(one.field)}
        faults = [
            fault
            for name, table in tables.items()
            if isinstance(table.value_type, DictRow)
            for fault in sent_table_violations(
                self.request.form, f"{self.prefix_of_widgets}{name}", table, marked=False
            )
        ]
        if faults:
            raise Refused(faults)
        self.unclear = take_typed_people(self.request, self.prefix_of_widgets, self.people_fields, self.agency_id)
        self.updateWidgets()

    @property
    def people_fields(self):
        """Names of the fields that choose a person."""
        return [name for name in self.fields if is_of_people(self.fields[name].field)]

    @property
    def agency_id(self):
        """The agency whose people are chosen, or None for everybody."""
        agency = getUtility(IDirectory).agency_of(self.context)
        return agency.id if agency else None

    @property
    def prefix_of_widgets(self):
        return f"{self.prefix}widgets."

    def updateWidgets(self, prefix=None):
        super().updateWidgets(prefix)
        if "recipients" in self.widgets:
            self.widgets["recipients"].auto_append = False

    def values(self):
        """``(data, violations)`` of what was sent."""
        data, violations = values_of(self.widgets)
        return data, violations + self.unclear

    def draw(self, name, **changes):
        """The :class:`Field` of one widget."""
        return field_of(self.widgets[name], self.request, **changes)


def factory_for(schema_field):
    """The widget factory of a schema field."""
    return next(factory for kind, factory in FACTORIES if kind.providedBy(schema_field))
