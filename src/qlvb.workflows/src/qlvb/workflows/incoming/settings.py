"""What an agency decides for its incoming documents: may the clerk distribute without asking a leader, how long may a
document of the highest urgency lie unread before the next person is told.
"""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IAgency
from qlvb.workflows.acts.settings import AgencySettings
from zope import schema
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


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
    """Adapter of an agency; the values read as attributes, ``values`` and ``change`` as of
    :class:`~qlvb.workflows.acts.settings.AgencySettings`.
    """


@implementer(IIncomingSettings)
@adapter(IAgency)
class IncomingSettings(AgencySettings):
    """See IIncomingSettings."""

    annotation, schema = "qlvb.incoming.settings", IIncomingValues
