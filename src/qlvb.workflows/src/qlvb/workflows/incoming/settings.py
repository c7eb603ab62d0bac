"""What an agency decides for its incoming documents: may the clerk distribute without asking a leader, how long may a
document of the highest urgency lie unread before the next person is told.
"""

from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.workflows.acts.conversion import convert
from zope import schema
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer
from zope.schema import getFieldsInOrder


ANNOTATION = "qlvb.incoming.settings"
UNREAD_MINUTES = 30


class IIncomingValues(Interface):
    """What can be decided."""

    direct_distribution = schema.Bool(
        title=_("setting_direct_distribution", default="Văn thư được chuyển xử lý mà không trình lãnh đạo"),
        description=_(
            "setting_direct_distribution_help",
            default="Theo quy chế của cơ quan, khi đã rõ đơn vị xử lý (Nghị định 30/2020/NĐ-CP Điều 23).",
        ),
        required=False,
        default=True,
    )
    unread_minutes = schema.Int(
        title=_("setting_unread_minutes", default="Văn bản hỏa tốc chưa đọc: báo người tiếp theo sau (phút)"),
        description=_(
            "setting_unread_minutes_help", default="0: không báo. Sau mỗi khoảng này, báo lên một cấp nữa."
        ),
        min=0,
        max=1440,
        default=UNREAD_MINUTES,
    )


class IIncomingSettings(IIncomingValues):
    """Adapter of an agency; the values read as attributes."""

    def values():
        """dict name -> value."""

    def change(values):
        """Keep some of the values, raw or converted. :raises Refused: 400 wrong or unknown ones."""


@implementer(IIncomingSettings)
@adapter(IAgency)
class IncomingSettings:
    """See IIncomingSettings: plain values in an annotation, made on first write."""

    def __init__(self, agency):
        self.agency = agency

    def __getattr__(self, name):
        fields = dict(getFieldsInOrder(IIncomingValues))
        if name not in fields:
            raise AttributeError(name)
        return IAnnotations(self.agency).get(ANNOTATION, {}).get(name, fields[name].default)

    def change(self, values):
        data, violations = convert(IIncomingValues, values, self.agency, self.values())
        if violations:
            raise Refused(violations)
        annotations = IAnnotations(self.agency)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = PersistentMapping()
        annotations[ANNOTATION].update(data)

    def values(self):
        return {name: getattr(self, name) for name, _field in getFieldsInOrder(IIncomingValues)}
