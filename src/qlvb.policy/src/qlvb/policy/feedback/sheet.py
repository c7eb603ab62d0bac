"""The form "Phiếu tổng hợp lỗi và góp ý" as xlsx or docx, by the writers of the exporting room."""

from dataclasses import dataclass
from io import BytesIO
from plone import api
from qlvb.content import _
from qlvb.content.index.columns import Column
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.exporting.document import write_document
from qlvb.policy.exporting.spreadsheet import write_spreadsheet
from qlvb.policy.exporting.table import Columns
from qlvb.policy.exporting.table import Said
from qlvb.policy.exporting.table import heading_of
from qlvb.policy.feedback.words import COLUMN_TITLES
from qlvb.policy.feedback.words import GROUP_TITLES
from qlvb.policy.feedback.words import KIND_TITLES
from qlvb.policy.feedback.words import STATE_TITLES
from zope.component import getUtility


WRITERS = {"xlsx": write_spreadsheet, "docx": write_document}


@dataclass(frozen=True)
class SheetOrder:
    """What the journal says of the export."""

    where: str
    filters: dict
    format: str
    language: str = "vi"


class FeedbackSheet(Columns):
    """``rows``: list of (AgencyInfo, IRemark); ``body``: name of the agency that gathers, or of the whole province."""

    def __init__(self, rows, body, format, language):
        self.rows = rows
        self.body = body
        self.said = Said(language)
        self.order = SheetOrder("feedback", {"agency": body}, format, language)
        kinds = {"ordinal": "number"}
        self.columns = [Column(name, title, None, kinds.get(name, "text")) for name, title in COLUMN_TITLES.items()]
        self.total = len(rows)

    @property
    def title(self):
        return self.said.translate(_("feedback_list_title", default="Phiếu tổng hợp lỗi và góp ý"))

    @property
    def heading(self):
        """1. agency, 2. who gathered, 3. the remarks: the numbered lines of the form."""
        userid = api.user.get_current().getId()
        who = getUtility(IDirectory).person(userid).fullname
        lines = (
            _("feedback_sheet_agency", default="1. Cơ quan, đơn vị: ${agency}", mapping={"agency": self.body}),
            _("feedback_sheet_who", default="2. Thông tin cán bộ tổng hợp: ${name}", mapping={"name": who}),
            _("feedback_sheet_what", default="3. Nội dung góp ý:"),
        )
        return heading_of(self.said, userid, self.title, tuple(self.said.translate(line) for line in lines))

    def values(self):
        """Row after row: (list of typed values, list of words)."""
        for place, (agency, remark) in enumerate(self.rows, 1):
            words = [
                str(place),
                self.said.translate(GROUP_TITLES[remark.group]),
                remark.text,
                remark.proposal,
                self._note(agency, remark),
            ]
            yield [place, *words[1:]], words

    def _note(self, agency, remark):
        kind = KIND_TITLES[remark.kind] if remark.kind else ""
        parts = [kind, agency.title if agency.title != self.body else "", remark.screen, STATE_TITLES[remark.state]]
        said = [self.said.translate(part) for part in parts if part]
        return "; ".join([*said, *([remark.answer] if remark.answer else [])])


def write(sheet):
    """bytes of the file."""
    target = BytesIO()
    WRITERS[sheet.order.format](sheet, target, lambda _rows: None)
    return target.getvalue()
