"""What an agency decides for destruction: how long an execution can still be taken back."""

from qlvb.content import _
from qlvb.content.disposals.interfaces import DAYS_TO_EXECUTE
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.settings import AgencySettings
from zope import schema
from zope.component import adapter
from zope.component import getUtility
from zope.interface import Interface
from zope.interface import implementer


#: Hours, of days within which a decision is to be carried out: five are left for what goes wrong.
SHORTEST, USUAL, LONGEST = 1, 24, (DAYS_TO_EXECUTE - 5) * 24


class IDisposalValues(Interface):
    """What can be decided."""

    hours_to_undo = schema.Int(
        title=_("setting_hours_to_undo", default="Thời gian chờ trước khi hủy (giờ)"),
        description=_(
            "setting_hours_to_undo_help",
            default="Từ 1 đến 240 giờ; 24 giờ là mức hệ thống đặt sẵn. Trong thời gian này chưa hủy gì và còn hoàn tác"
            " được. Pháp luật không quy định con số này, nhưng quyết định hủy phải được thực hiện trong 15 ngày"
            " (Thông tư 06/2025/TT-BNV).",
        ),
        min=SHORTEST,
        max=LONGEST,
        default=USUAL,
    )


class IDisposalSettings(Interface):
    """Adapter of an agency; the values of IDisposalValues read as attributes, ``values`` and ``change`` as of
    :class:`~qlvb.workflows.acts.settings.AgencySettings`.
    """


@implementer(IDisposalSettings)
@adapter(IAgency)
class DisposalSettings(AgencySettings):
    """See IDisposalSettings."""

    annotation, schema = "qlvb.disposals.settings", IDisposalValues


def hours_of(disposal):
    """int: hours between the act and the destruction, in the agency of a disposal."""
    directory = getUtility(IDirectory)
    return IDisposalSettings(directory.agency_object(directory.agency_of(disposal).id)).hours_to_undo
