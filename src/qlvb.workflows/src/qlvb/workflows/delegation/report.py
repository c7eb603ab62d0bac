"""Everything done under a delegation, line by line: what the report of workflows 3.6 lists."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.delegation.using import USED
from zope.component import getUtility
from zope.component import queryAdapter
from zope.i18n import translate


TITLES = (
    _("delegation_report_when", default="Thời điểm"),
    _("delegation_report_who", default="Người thực hiện"),
    _("delegation_report_for", default="Thay mặt"),
    _("delegation_report_basis", default="Căn cứ"),
    _("delegation_report_act", default="Thao tác"),
    _("delegation_report_reference", default="Số ký hiệu"),
    _("delegation_report_subject", default="Trích yếu"),
)


@dataclass(frozen=True)
class Done:
    """One act: ``subject`` and ``url`` are "" where the reader may not see the document."""

    when: datetime
    by: str
    on_behalf: str
    basis: str
    act: str
    act_title: str
    record: str
    reference: str
    subject: str
    url: str


def done_under(delegation, request):
    """Newest first: list of Done."""
    directory = getUtility(IDirectory)
    found = []
    for entry in IJournal(delegation).entries(newest_first=True, events={USED}):
        detail = entry.detail
        document = visible_record(detail["record"])
        act = queryAdapter(document, IAct, name=detail["act"]) if document is not None else None
        found.append(
            Done(
                when=entry.when,
                by=directory.person(entry.actor).fullname,
                on_behalf=directory.person(entry.on_behalf).fullname,
                basis=detail.get("basis", ""),
                act=detail["act"],
                act_title=translate(act.title, context=request) if act is not None else detail["act"],
                record=detail["record"],
                reference=detail["reference"] if document is not None else "",
                subject=detail["subject"] if document is not None else "",
                url=document.absolute_url() if document is not None else "",
            )
        )
    return found


def as_spreadsheet(rows, title, request):
    """bytes of an xlsx file. Text stays text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title="Uy quyen")
    sheet.append([_cell(sheet, title, bold=True)])
    sheet.append([_cell(sheet, translate(head, context=request), bold=True) for head in TITLES])
    for row in rows:
        when = show_moment(row.when)
        values = (when, row.by, row.on_behalf, row.basis, row.act_title, row.reference, row.subject)
        sheet.append([_cell(sheet, value) for value in values])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet, text, bold=False):
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
