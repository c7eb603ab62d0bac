"""The fields of an act's schema as the dialogs draw them."""

from dataclasses import replace
from datetime import date
from plone import api
from plone.namedfile.interfaces import INamedField
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.fieldsofwork.closed import NAME as FIELD_OF_WORK
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.inputs import Option
from qlvb.workflows.incoming.drawing import IPenField
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from urllib.parse import urlencode
from zope.component import getUtility
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema import interfaces as kinds


#: People are searched by typing; other choices are shown in a list up to this length.
LONGEST_LIST = 60
#: So many choices of a picker stand in the page; more are asked for.
MOST_CARRIED = 12
#: Inputs that the quick buttons of a date make needless on the screen.
COVERED = {"working_days": "deadline"}
#: Inputs that are asked for only when a rule names them.
LATE = ("duplicate_reason",)
QUICK_DAYS = (1, 2, 3, 5, 10, 15)


def fields_of(act, request):
    """tuple of Field of an act's input, filled with its proposals."""
    if act.schema is None:
        return ()
    defaults, closed = act.defaults(), act.closed()
    found = []
    inputs = getFieldsInOrder(act.schema)
    names = {name for name, _field in inputs}
    for name, schema_field in inputs:
        if COVERED.get(name) in names:
            continue
        bound = schema_field.bind(act.record)
        query = urlencode({"act": act.id, "field": name, "text": ""})
        source = f"{act.record.absolute_url()}/@@pick-choice?{query}"
        shown = describe(bound, defaults.get(name, bound.default), request, source)
        if name == FIELD_OF_WORK:
            shown = replace(shown, source=fields_source(act.record))
        found.append(replace(shown, why=translate(closed[name], context=request)) if name in closed else shown)
    return tuple(found)


def fields_source(record):
    """str: where the fields of work are asked for while somebody types one."""
    agency = getUtility(IDirectory).agency_of(record)
    found = getUtility(IDirectory).agency_object(agency.id) if agency is not None else api.portal.get()
    return f"{found.absolute_url()}/@fields-of-work?text="


def describe(field, default, request, source=""):
    """A :class:`Field` for a bound schema field; ``source`` answers for a field of many choices."""
    common = {
        "name": field.__name__,
        "label": translate(field.title, context=request),
        "help": translate(field.description, context=request) if field.description else "",
        "required": field.required,
        "max_length": getattr(field, "max_length", None),
    }
    if kinds.IChoice.providedBy(field):
        return _choices(common, field, [default] if default not in (None, "") else [], False, request, source)
    if kinds.ICollection.providedBy(field):
        if kinds.IChoice.providedBy(field.value_type):
            common["max_length"] = None
            return _choices(common, field.value_type.bind(field.context), list(default or ()), True, request, source)
        if INamedField.providedBy(field.value_type):
            common["max_length"] = None
            return Field(**common, kind="file", multiple=True)
        return Field(**common, kind="unknown")
    if kinds.IBool.providedBy(field):
        late = field.__name__.startswith("confirm_")
        return Field(**{**common, "required": False}, kind="checkbox", value="1" if default else "", late=late)
    if kinds.IDate.providedBy(field):
        return Field(
            **common,
            kind="date",
            value=default.isoformat() if default else "",
            quick=quick_days(request, field.context) if is_deadline(field.__name__) else (),
        )
    if kinds.IInt.providedBy(field):
        return Field(**common, kind="number", value="" if default is None else str(default))
    if INamedField.providedBy(field):
        return Field(**common, kind="pen" if IPenField.providedBy(field) else "file")
    if kinds.ITextLine.providedBy(field) or kinds.INativeStringLine.providedBy(field):
        return Field(**common, kind="line", value=default or "")
    if kinds.IText.providedBy(field):
        return Field(**common, kind="text", value=default or "", late=field.__name__ in LATE)
    return Field(**common, kind="unknown")


def _choices(common, field, values, multiple, request, source):
    """``source``: where the choices are asked for while somebody types, if they are more than a page should carry."""
    terms = list(field.vocabulary)
    people = any(map(is_person, terms))
    chosen = tuple(option_of(term, request) for term in terms if term.value in values)
    kind = "picker" if multiple or people or len(terms) > LONGEST_LIST else "select"
    if kind == "picker" and len(terms) > MOST_CARRIED:
        return Field(**common, kind=kind, multiple=multiple, people=people, chosen=chosen, source=source)
    options = tuple(option_of(term, request) for term in terms)
    return Field(**common, kind=kind, multiple=multiple, people=people, chosen=chosen, options=options)


def is_person(term):
    """bool: the value of the term is the userid of somebody."""
    return isinstance(term.value, str) and getUtility(IDirectory).person(term.value).active


def option_of(term, request):
    """A term as an :class:`Option`; a person's with the post, others with what their vocabulary calls ``detail``."""
    title = translate(term.title, context=request) if term.title else str(term.value)
    posts = getUtility(IDirectory).person(term.value).posts if isinstance(term.value, str) else ()
    detail = posts[0].title if posts else getattr(term, "detail", "")
    return Option(term.token, title, "" if detail and detail in title else detail)


def is_deadline(name):
    """bool: an input of this name is a day by which something has to be done."""
    return name == "deadline" or name.endswith("due_date")


def quick_days(request, place):
    """Buttons for deadlines, in working days of the agency of ``place``: tuple of (label, ISO date, shown date)."""
    calendar, today = getUtility(IWorkingCalendar), clock.today()
    agency = getUtility(IDirectory).agency_of(place)
    buttons = []
    for days in QUICK_DAYS:
        day: date = calendar.add(today, days, agency.id if agency else None)
        label = _("doc_quick_days", default="${days} ngày", mapping={"days": str(days)})
        buttons.append((translate(label, context=request), day.isoformat(), show_date(day)))
    return tuple(buttons)
