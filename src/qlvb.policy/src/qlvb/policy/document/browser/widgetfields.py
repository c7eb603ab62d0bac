"""z3c.form widgets as :class:`Field`, and their values back as Python values."""

from collective.z3cform.datagridfield.interfaces import IDataGridFieldWidget
from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Violation
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.inputs import Option
from urllib.parse import urlencode
from z3c.form.interfaces import NO_VALUE
from z3c.form.interfaces import IDataConverter
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import Invalid
from zope.schema import interfaces as kinds


PEOPLE = ("qlvb.people",)


def field_of(widget, request, **changes):
    """The :class:`Field` of a widget; ``changes`` replace its attributes (size, required, options, quick …)."""
    schema_field = widget.field
    common = {
        "name": widget.name,
        "key": schema_field.__name__,
        "label": translate(widget.label, context=request),
        "help": translate(schema_field.description, context=request) if schema_field.description else "",
        "required": widget.required,
        "max_length": getattr(schema_field, "max_length", None),
    }
    if kinds.IChoice.providedBy(schema_field):
        common.update(_choice(widget, schema_field, request))
    elif kinds.IBool.providedBy(schema_field):
        common.update(
            kind="checkbox", required=False, token="selected", value="1" if "selected" in (widget.value or ()) else ""
        )
    else:
        common.update(kind=_plain_kind(schema_field), value=widget.value or "")
    return Field(**{**common, **changes})


def _plain_kind(schema_field):
    if kinds.IDate.providedBy(schema_field):
        return "date"
    if kinds.IInt.providedBy(schema_field):
        return "number"
    return "line" if kinds.ITextLine.providedBy(schema_field) else "text"


def is_of_people(schema_field):
    """bool: a choice of one person."""
    return getattr(schema_field, "vocabularyName", None) in PEOPLE


def _choice(widget, schema_field, request):
    if is_of_people(schema_field):
        return _person(widget)
    options = tuple(Option(term.token, translate(term.title, context=request)) for term in widget.terms)
    chosen = tuple(option for option in options if option.id in (widget.value or ()))
    return {"kind": "select", "options": options, "chosen": chosen, "nothing": widget.noValueToken}


def _person(widget):
    """A picker that asks the site: nobody but the chosen one stands in the page."""
    people = widget.terms.terms
    chosen = []
    for token in widget.value or ():
        if token != widget.noValueToken:
            term = people.getTermByToken(token)
            posts = getUtility(IDirectory).person(term.value).posts
            chosen.append(Option(token, term.title, posts[0].title if posts else ""))
    query = urlencode({"agency": people.agency_id, "text": ""})
    return {
        "kind": "picker",
        "people": True,
        "chosen": tuple(chosen),
        "nothing": widget.noValueToken,
        "source": f"{api.portal.get().absolute_url()}/@people?{query}",
    }


def values_of(widgets):
    """``(data, violations)``: what was sent, converted; whether it is allowed is for the rules of documents."""
    data, violations = {}, []
    for widget in widgets.values():
        name = widget.field.__name__
        try:
            data[name] = value_of(widget)
        except (ValueError, Invalid):
            message = _(
                "doc_value_invalid", default="Giá trị của “${field}” không hợp lệ.", mapping={"field": widget.label}
            )
            violations.append(Violation(name, "invalid", message))
    return data, violations


def value_of(widget):
    """The value of one widget. :raises ValueError, Invalid: it has none."""
    if IDataGridFieldWidget.providedBy(widget):
        return rows_of(widget)
    raw = widget.extract()
    if raw is NO_VALUE:
        return False if kinds.IBool.providedBy(widget.field) else widget.field.missing_value
    return getMultiAdapter((widget.field, widget), IDataConverter).toFieldValue(raw)


def rows_of(grid):
    """Rows of a grid as dicts; rows in which no name was entered are left out."""
    found = []
    for row in grid.widgets:
        if row.id.endswith(("AA", "TT")):
            continue
        values = {name: value_of(cell) for name, cell in row.widgets.items()}
        if (values.get("name") or "").strip():
            found.append({name: value if value is not None else "" for name, value in values.items()})
    return found
