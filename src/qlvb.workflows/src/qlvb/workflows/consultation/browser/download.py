"""``@@consultation-table?format=docx``: the table of remarks as a file, docx or xlsx."""

from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.kinds import XLSX
from qlvb.content.files.serving import send
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.table import remarks
from qlvb.workflows.consultation.table import tally
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import DECISION_TITLES
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.consultation.writing import write_docx
from qlvb.workflows.consultation.writing import write_xlsx
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


FORMATS = {
    "docx": (write_docx, DOCX),
    "xlsx": (write_xlsx, XLSX),
}
TITLE = _("consultation_table", default="BẢNG TỔNG HỢP, GIẢI TRÌNH, TIẾP THU Ý KIẾN GÓP Ý")
HEAD = (
    _("consultation_column_number", default="TT"),
    _("consultation_column_place", default="Vị trí trong dự thảo"),
    _("consultation_column_text", default="Ý kiến góp ý"),
    _("consultation_column_who", default="Người, đơn vị góp ý"),
    _("consultation_decision", default="Xử lý"),
    _("consultation_reason", default="Giải trình"),
)
WHOLE = _("consultation_whole", default="Toàn văn")
TALLY = _(
    "consultation_tally_line",
    default="Đã hỏi ${asked}, trả lời ${answered}: đồng ý ${agree}, không đồng ý ${disagree}, ý kiến khác ${other}.",
)


class ConsultationTable(BrowserView):
    """The file; 404 for an unknown format or a draft that was never put to consultation."""

    def __call__(self):
        rounds = IConsultations(self.context).rounds()
        kind = str(self.request.form.get("format", "docx"))
        if kind not in FORMATS or not rounds:
            raise NotFound(self.context, self.__name__, self.request)
        write, mimetype = FORMATS[kind]
        agency = getUtility(IDirectory).agency_of(self.context)
        counted = {name: str(number) for name, number in tally(rounds).items()}
        rows = [
            [
                str(number),
                row.place or self.word(WHOLE),
                ". ".join(part for part in (self.word(ANSWER_TITLES[row.answer]), row.text) if part),
                row.who if row.answered_by == row.who else f"{row.who} ({row.answered_by})",
                self.word(DECISION_TITLES[row.decision]) if row.decision else "",
                row.reason,
            ]
            for number, row in enumerate(remarks(rounds, name_of), 1)
        ]
        line = translate(Message(TALLY, mapping=counted), context=self.request)
        table = write(
            agency.title, self.word(TITLE), self.context.Title(), [line], [self.word(word) for word in HEAD], rows
        )
        return send(self.request, table, f"tong-hop-y-kien-{clock.today():%Y%m%d}.{kind}", mimetype)

    def word(self, message):
        return translate(message, context=self.request)
