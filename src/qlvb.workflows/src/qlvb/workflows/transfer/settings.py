"""What an agency decides for its transfers: periods, and whether it is a source of the historical archive."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.transfers.deadlines import Terms
from qlvb.workflows.acts.settings import AgencySettings
from qlvb.workflows.transfer.interfaces import ITransferSettings
from zope import schema
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


ANNOTATION = "qlvb.transfer.settings"


class ITransferValues(Interface):
    """What can be decided."""

    digital_days = schema.Int(
        title=_(
            "setting_transfer_digital_days", default="Hồ sơ điện tử: nộp lưu trong (ngày) sau khi công việc kết thúc"
        ),
        description=_(
            "setting_transfer_digital_days_help",
            default="Thông tư 05/2025/TT-BNV: 60 ngày. Đến hạn này hệ thống nhắc, chưa tính là quá hạn.",
        ),
        min=1,
        max=366,
        default=60,
    )
    years = schema.Int(
        title=_("setting_transfer_years", default="Nộp lưu chậm nhất sau (năm)"),
        description=_(
            "setting_transfer_years_help",
            default="Luật Lưu trữ 2024 Điều 17, Nghị định 30/2020/NĐ-CP Điều 30: 01 năm. Sau hạn này hồ sơ là quá hạn.",
        ),
        min=1,
        max=10,
        default=1,
    )
    by_year = schema.Bool(
        title=_("setting_transfer_by_year", default="Tính từ hết năm công việc kết thúc"),
        description=_(
            "setting_transfer_by_year_help",
            default="Luật Lưu trữ 2024 tính từ năm công việc kết thúc; Nghị định 30/2020 tính từ ngày kết thúc.",
        ),
        required=False,
        default=False,
    )
    construction_months = schema.Int(
        title=_("setting_transfer_construction", default="Hồ sơ xây dựng cơ bản: sau quyết toán (tháng)"),
        min=1,
        max=60,
        default=3,
    )
    construction_headings = schema.TextLine(
        title=_(
            "setting_transfer_headings", default="Ký hiệu đề mục của hồ sơ xây dựng cơ bản, cách nhau bằng dấu phẩy"
        ),
        required=False,
        max_length=200,
        default="",
        missing_value="",
    )
    historical_source = schema.Bool(
        title=_("setting_historical_source", default="Cơ quan thuộc nguồn nộp lưu tài liệu vào lưu trữ lịch sử"),
        required=False,
        default=False,
    )
    historical_years = schema.Int(
        title=_("setting_historical_years", default="Nộp vào lưu trữ lịch sử chậm nhất sau (năm)"),
        description=_(
            "setting_historical_years_help",
            default="Luật Lưu trữ 2024 Điều 17: 05 năm từ năm nộp vào lưu trữ hiện hành; luật khác có thể đến 30 năm.",
        ),
        min=1,
        max=30,
        default=5,
    )
    closing_pdfa = schema.Bool(
        title=_("setting_closing_pdfa", default="Chỉ kết thúc hồ sơ khi mọi tệp PDF trong hồ sơ là PDF/A"),
        description=_(
            "setting_closing_pdfa_help",
            default="Thông tư 05/2025/TT-BNV nhận cả PDF thường của văn bản điện tử; PDF/A là yêu cầu khi nộp lưu. "
            "Đánh dấu thì hệ thống hỏi ngay khi kết thúc hồ sơ, không đợi đến khi nộp lưu.",
        ),
        required=False,
        default=False,
    )


@implementer(ITransferSettings)
@adapter(IAgency)
class TransferSettings(AgencySettings):
    """See ITransferSettings."""

    annotation, schema = ANNOTATION, ITransferValues

    @property
    def historical_source(self):
        """bool. It stands on the agency, for disposal asks it, too: sources hear the competent body first."""
        return bool(self.agency.archive_source)

    @property
    def terms(self):
        return Terms(self.digital_days, self.years, self.construction_months, self.by_year, self.historical_years)

    @property
    def stamp(self):
        return self._kept.get("changed")

    def is_construction(self, heading):
        """bool: dossiers under the catalogue heading with this symbol count from final settlement."""
        named = {symbol.strip().upper() for symbol in self.construction_headings.split(",")}
        return bool(heading) and heading.upper() in named

    def keep(self, values):
        """See AgencySettings."""
        self.agency.archive_source = bool(values.pop("historical_source"))
        super().keep({**values, "changed": clock.now()})
