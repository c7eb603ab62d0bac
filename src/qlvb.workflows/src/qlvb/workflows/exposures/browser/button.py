"""The button *Báo tài liệu mật* of records that have files."""

from qlvb.content import _
from qlvb.content.actionbar import BarLink
from qlvb.content.exposures.lid import closed_by
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.exposures.reporting import files_of
from zope.component import getUtility
from zope.i18n import translate


TITLE = _("secret_report_button", default="Báo tài liệu mật")
HELP = _(
    "secret_report_button_help",
    default="Tài liệu có nội dung bí mật nhà nước: phong tỏa ngay ở mọi nơi và báo người đứng đầu cơ quan.",
)


def report_links(record, request):
    """list of BarLink: one, or none where there is nothing to report. Where the record is closed, whoever still opens
    it has to judge it: the button leads to the case.
    """
    agency = getUtility(IDirectory).agency_of(record)
    if (case_id := closed_by(record)) and agency is not None:
        title = translate(_("secret_case_title", default="Vụ việc ${case}", mapping={"case": case_id}), context=request)
        url = f"{getUtility(IDirectory).agency_object(agency.id).absolute_url()}/@@secret-report?case={case_id}"
        return [BarLink("secret-report", title, url, "primary", stays=3)]
    if not files_of(record):
        return []
    title, help_text = (translate(one, context=request) for one in (TITLE, HELP))
    url = f"{record.absolute_url()}/@@report-secret"
    return [BarLink("report-secret", title, url, "danger", help_text)]
