"""What a record says in additional fields, and which its agency asks of it."""

from Acquisition import aq_base
from qlvb.content.additional.definition import demanded_since
from qlvb.content.additional.interfaces import IAdditionalFields
from qlvb.content.additional.interfaces import ISaysMore
from qlvb.content.additional.interfaces import Said
from qlvb.content.additional.values import as_json
from qlvb.content.additional.values import settled
from qlvb.content.additional.values import shown
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def definition_at(context):
    """IAdditionalFields of the agency in which ``context`` lies, or None outside of agencies."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context) if context is not None else None
    return IAdditionalFields(directory.agency_object(agency.id)) if agency is not None else None


def fields_at(context, portal_type):
    """The AdditionalFields, retired ones too, of records of ``portal_type`` in the agency of ``context``: tuple."""
    definition = definition_at(context)
    return () if definition is None else _of_type(definition, portal_type)


def _of_type(definition, portal_type):
    return tuple(field for field in definition.current().fields if portal_type in field.types)


def stored_values(record):
    """dict id -> str of what the record says."""
    return dict(getattr(aq_base(record), "additional", None) or {})


def settle(portal_type, given, stored, context, complete=False):
    """(values, violations) of what is given of the additional fields of a record; see :func:`.values.settled`.

    :param given: dict of what was typed or sent; all that is demanded has then to be said. None: nothing was given;
        with ``complete`` the fields are demanded that were so when the record (``context``) came into being, else none.
    """
    definition = definition_at(context)
    fields = () if definition is None else _of_type(definition, portal_type)
    demanded = {field.id for field in fields if field.demanded}
    if given is None:
        demanded = {one for one in demanded if complete and _is_older(definition, one, context)}
    return settled(fields, given or {}, stored, demanded)


def _is_older(definition, field_id, record):
    """bool: the field was demanded before the record came into being; of what is only to be made it is."""
    since = demanded_since(list(reversed(definition.versions())), field_id)
    if since is None or not ISaysMore.providedBy(record):
        return since is not None
    return since <= record.created().asdatetime()


def said_by(record):
    """What the record says in fields of its agency, in the order of the definition, whether or not a field is still one
    of the record's type: list of Said.
    """
    values = stored_values(record)
    definition = definition_at(record) if values else None
    fields = definition.current().fields if definition is not None else ()
    return [Said(field, values[field.id]) for field in fields if values.get(field.id)]


def brought_by(record):
    """What came with the record in a package: list of Said."""
    return list(getattr(aq_base(record), "brought", ()))


def all_of(record):
    """Both, the agency's own first: tuple of Said."""
    return (*said_by(record), *brought_by(record))


def shown_by(record):
    """(label, value as people read it) of what the record says, and what came with it: list."""
    own = [(one.field.label, shown(one.field, one.value)) for one in said_by(record)]
    return own + [(f"{one.field.label} ({one.origin})", shown(one.field, one.value)) for one in brought_by(record)]


def words_of(record):
    """str: what the search finds the record by."""
    return " · ".join(value for _label, value in shown_by(record))


def json_of(record):
    """dict id -> value as JSON has it."""
    return {one.field.id: as_json(one.field, one.value) for one in said_by(record)}
