"""Acts as JSON: what REST clients and the screen's scripts see."""

from collective.z3cform.datagridfield.row import DictRow
from plone.namedfile.interfaces import INamedField
from qlvb.workflows.acts.base import journal_values
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema import interfaces as fields


TYPES = (
    (fields.IBool, {"type": "boolean"}),
    (fields.IInt, {"type": "integer"}),
    (fields.IDatetime, {"type": "string", "format": "date-time"}),
    (fields.IDate, {"type": "string", "format": "date"}),
)


def describe_act(act, violations, request):
    """dict: id, title, description, emphasis, possible, violations and the JSON schema of the input."""
    effects = [] if violations else described_effects(act, request)
    return {
        "@id": f"{act.record.absolute_url()}/@acts/{act.id}",
        "id": act.id,
        "title": translate(act.title, context=request),
        "description": translate(act.description, context=request),
        "emphasis": act.emphasis,
        "possible": not violations,
        "violations": [violation.as_json(request) for violation in violations],
        "schema": json_schema(act, request),
        **({"preview": effects} if effects else {}),
    }


def described_effects(act, request):
    """list of dict title, values (list of str): what the act is going to do, in the words of the reader."""
    return [
        {
            "title": translate(effect.label, context=request),
            "values": [translate(value, context=request) for value in effect.values],
        }
        for effect in act.preview()
    ]


def json_schema(act, request):
    """The act's input as a JSON schema; choices carry their ``vocabulary`` as a list of token and title."""
    defaults, closed = act.defaults(), act.closed()
    properties, required = {}, []
    for name, field in getFieldsInOrder(act.schema) if act.schema is not None else ():
        field = field.bind(act.record)
        properties[name] = described(field, request)
        if name in closed:
            properties[name]["closed"] = translate(closed[name], context=request)
        default = defaults.get(name, field.default)
        if default not in (None, "", [], ()):
            properties[name]["default"] = journal_values(default)
        if field.required:
            required.append(name)
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def described(field, request):
    """One property of the schema."""
    found = {"title": translate(field.title, context=request)}
    if field.description:
        found["description"] = translate(field.description, context=request)
    found.update(type_of(field, request))
    if getattr(field, "min_length", None):
        found["minLength"] = field.min_length
    if getattr(field, "max_length", None):
        found["maxLength"] = field.max_length
    return found


def type_of(field, request):
    if INamedField.providedBy(field):
        return {
            "type": "object",
            "properties": {"filename": {"type": "string"}, "data": {"type": "string", "contentEncoding": "base64"}},
        }
    if isinstance(field, DictRow):
        inner = {name: described(item.bind(field.context), request) for name, item in getFieldsInOrder(field.schema)}
        return {"type": "object", "properties": inner}
    if fields.IChoice.providedBy(field):
        terms = [{"token": term.token, "title": translate(term.title, context=request)} for term in field.vocabulary]
        return {"type": "string", "vocabulary": terms}
    if fields.ICollection.providedBy(field):
        items = described(field.value_type.bind(field.context), request) if field.value_type is not None else {}
        return {"type": "array", "items": items}
    for provided, found in TYPES:
        if provided.providedBy(field):
            return dict(found)
    return {"type": "string"}
