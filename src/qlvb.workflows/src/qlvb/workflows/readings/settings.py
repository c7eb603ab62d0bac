"""What an agency decides for reading and lending."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.rules import LOAN_DAYS
from qlvb.workflows.acts.settings import AgencySettings
from zope import schema
from zope.component import adapter
from zope.component import getUtility
from zope.interface import Interface
from zope.interface import implementer


class IReadingValues(Interface):
    """What can be decided."""

    loan_days = schema.Int(
        title=_("setting_loan_days", default="Hồ sơ giấy: cho mượn tối đa (ngày) mỗi lần"),
        description=_(
            "setting_loan_days_help",
            default="Pháp luật không quy định con số này; 90 ngày là mức hệ thống đặt sẵn. Cơ quan đặt theo nội quy của"
            " mình. Bản đọc và bản sao luôn không quá 15 ngày (Thông tư 05/2025/TT-BNV).",
        ),
        min=1,
        max=3650,
        default=LOAN_DAYS,
    )


class IReadingSettings(Interface):
    """Adapter of an agency; the values of IReadingValues read as attributes, ``values`` and ``change`` as of
    :class:`~qlvb.workflows.acts.settings.AgencySettings`.
    """


@implementer(IReadingSettings)
@adapter(IAgency)
class ReadingSettings(AgencySettings):
    """See IReadingSettings."""

    annotation, schema = "qlvb.readings.settings", IReadingValues


def loan_days_of(record):
    """int: days for which the agency of a record (a request, a box) lends paper at most."""
    directory = getUtility(IDirectory)
    return IReadingSettings(directory.agency_object(directory.agency_of(record).id)).loan_days
