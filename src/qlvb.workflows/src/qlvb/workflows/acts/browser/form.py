"""The z3c.form form of an act."""

from functools import cached_property
from plone.autoform.form import AutoExtensibleForm
from plone.namedfile.interfaces import INamedField
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.workflows.acts.browser.files import file_widget
from qlvb.workflows.acts.browser.files import files_widget
from qlvb.workflows.acts.browser.several import SeveralWidget
from qlvb.workflows.acts.browser.several import several_widget
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.describe import described_effects
from qlvb.workflows.acts.faster import sequence_of
from uuid import uuid4
from z3c.form import form
from z3c.form.interfaces import ISelectWidget
from z3c.form.interfaces import ISingleCheckBoxWidget
from zope.i18n import translate
from zope.interface import Interface
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection


CHOOSE = _("act_choose", default="Hãy chọn…")


def nothing_chosen(widget):
    """bool: the list of ``widget`` has no value, be it that it was sent without one."""
    return not set(widget.value or ()) - {widget.noValueToken}


class INoInput(Interface):
    """Input of an act that needs none."""


class ActForm(AutoExtensibleForm, form.Form):
    """Widgets made from the act's schema, filled with its proposals."""

    ignoreContext = False
    page = ViewPageTemplateFile("act.pt")
    fragment = ViewPageTemplateFile("act_form.pt")

    def __init__(self, context, request, act):
        super().__init__(context, request)
        self.act = act
        self.violations = act.check()
        self.impossible = bool(self.violations)

    @property
    def schema(self):
        return self.act.schema or INoInput

    @property
    def action(self):
        return f"{self.context.absolute_url()}/@@act/{self.act.id}"

    def updateFieldsFromSchemata(self):
        """Choices are asked of the record: the content of the form is only a dict of proposals."""
        super().updateFieldsFromSchemata()
        for item in self.fields.values():
            item.field = item.field.bind(self.context)
            if ICollection.providedBy(item.field) and IChoice.providedBy(item.field.value_type):
                item.widgetFactory = several_widget
            elif ICollection.providedBy(item.field) and INamedField.providedBy(item.field.value_type):
                item.widgetFactory = files_widget
            elif INamedField.providedBy(item.field):
                item.widgetFactory = file_widget

    def updateWidgets(self, *args, **kwargs):
        """Nobody is chosen by being the first of a list: what must be chosen and is not proposed is asked for."""
        super().updateWidgets(*args, **kwargs)
        for widget in self.widgets.values():
            if ISelectWidget.providedBy(widget) and widget.required and not widget.multiple and nothing_chosen(widget):
                widget.value, widget.prompt, widget.promptMessage = (), True, CHOOSE
            if self.why_closed(widget) is not None:
                widget.disabled = "disabled"

    def getContent(self):
        return {**self.act.defaults(), **self.asked()}

    def asked(self):
        """dict: input that the address proposes (``?entry=02.CNTT``), as far as it fits the schema."""
        if self.request.method == "POST":
            return {}
        raw = {name: self.request.form[name] for name in self.schema if name in self.request.form}
        values, violations = convert(self.schema, raw, self.context, self.act.defaults())
        refused = {violation.field for violation in violations}
        fitting = [name for name in raw if name in values and name not in refused]
        return {name: self.as_typed(name, raw[name], values[name]) for name in fitting}

    def as_typed(self, name, raw, value):
        """Lines that name records (field ``read``) are shown as people name these, not by what they stand for."""
        if getattr(getattr(self.schema[name], "value_type", None), "read", None) is None:
            return value
        return raw.splitlines() if isinstance(raw, str) else raw

    def take_bare(self):
        """What came from a form of a few fields, which knows them by their bare names, stands in this one, too."""
        given = self.request.form
        for name in self.schema:
            if isinstance(given.get(name), (str, list)):
                given.setdefault(f"form.widgets.{name}", given[name])

    def show(self, violations):
        """Show why the input was refused: in the summary, and at the fields concerned."""
        self.violations = violations

    @property
    def effects(self):
        """What the act is going to do: list of dict title, values."""
        return [] if self.impossible else described_effects(self.act, self.request)

    @cached_property
    def closed(self):
        """dict name of an input that nobody can use for now -> message: why."""
        return self.act.closed()

    def why_closed(self, widget):
        """Message or None: why the field cannot be used."""
        return self.closed.get(widget.field.__name__)

    @property
    def asks_for_several(self):
        """bool: there is a list of which several are chosen, for which the page has a script."""
        return any(isinstance(widget, SeveralWidget) for widget in self.widgets.values())

    def explained(self, widget):
        """str or None: what the form says below the field; a single checkbox says it itself."""
        return None if ISingleCheckBoxWidget.providedBy(widget) else getattr(widget.field, "description", None)

    def field_messages(self, name):
        """list of str: what is wrong with the field ``name``."""
        short = name.rsplit(".", 1)[-1]
        return [
            translate(violation.message, context=self.request)
            for violation in self.violations
            if violation.field == short
        ]

    def messages(self):
        """list of dict(message, rule, field): the summary at the top."""
        return [
            {
                "message": translate(violation.message, context=self.request),
                "rule": violation.rule,
                "target": f"form-widgets-{violation.field}" if violation.field in self.widgets else "",
            }
            for violation in self.violations
        ]

    @property
    def idempotency_key(self):
        """str: one per rendering, so that a double click on the button acts once."""
        return self.request.form.get("idempotency_key") or uuid4().hex

    @property
    def sequence(self):
        return self.request.form.get("expected_seq") or sequence_of(self.context)

    @property
    def state(self):
        return self.request.form.get("expected_state") or self.act.state

    def render(self):
        if self.request.form.get("ajax_load"):
            return self.fragment()
        return self.page()
