"""The schema field in which a record keeps what it says in additional fields, and how REST reads and writes it."""

from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from qlvb.content import _
from qlvb.content.additional.interfaces import ISaysMore
from qlvb.content.additional.record import json_of
from qlvb.content.additional.record import settle
from qlvb.content.additional.record import stored_values
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope import schema
from zope.component import adapter
from zope.interface import implementer
from zope.schema.interfaces import IDict


class IAdditionalValues(IDict):
    """dict id -> value."""


@implementer(IAdditionalValues)
class AdditionalValues(schema.Dict):
    """See ISaysMore. What may stand in it the agency's definition says, not the schema."""

    def __init__(self, **options):
        super().__init__(
            title=_("additional_title", default="Thông tin bổ sung"),
            key_type=schema.TextLine(),
            defaultFactory=dict,
            **options,
        )

    def _validate(self, value):
        """Only that it is a dict: what a key and its value may be is for the rules."""
        super(schema.Dict, self)._validate(value)


@implementer(IFieldSerializer)
@adapter(IAdditionalValues, ISaysMore, IQlvbLayer)
class SerializeAdditional:
    """As JSON has it."""

    def __init__(self, field, context, request):
        self.context = context

    def __call__(self):
        return json_of(self.context)


@implementer(IFieldDeserializer)
@adapter(IAdditionalValues, ISaysMore, IQlvbLayer)
class DeserializeAdditional:
    """What is sent laid over what is there. :raises Refused: 400 with everything that is wrong."""

    def __init__(self, field, context, request):
        self.field = field
        self.context = context

    def __call__(self, value):
        if not isinstance(value, dict):
            raise Refused(Violation(self.field.__name__, "field_wrong_value", NO_OBJECT))
        stored = stored_values(self.context)
        values, violations = settle(self.context.portal_type, value, stored, self.context)
        if violations:
            raise Refused(violations)
        return values


NO_OBJECT = _("violation_additional_object", default="“additional” phải là một đối tượng: mã trường và giá trị.")
