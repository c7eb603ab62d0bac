"""The table of reports back as a file: what the writers of lists (xlsx, docx) ask of a table."""

from io import BytesIO
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.states import title_of_state
from qlvb.policy.exporting.document import write_document
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.exporting.spreadsheet import write_spreadsheet
from qlvb.policy.exporting.table import Columns
from qlvb.policy.exporting.table import FixedColumn
from qlvb.policy.exporting.table import Said
from qlvb.policy.exporting.table import heading_of
from qlvb.policy.finding.words import TIMELINESS
from qlvb.workflows.tasks.rows import rows_of


WRITERS = {"xlsx": write_spreadsheet, "docx": write_document}
COLUMNS = (
    FixedColumn("ordinal", _("column_ordinal", default="STT"), "number"),
    FixedColumn("issuing_body", _("column_executor", default="Đơn vị thực hiện")),
    FixedColumn("subject", _("input_task_answer", default="Nội dung hồi báo")),
    FixedColumn("answered", _("answers_day", default="Ngày hồi báo"), "day"),
    FixedColumn("progress", _("task_progress", default="Tiến độ (%)"), "number"),
    FixedColumn("note", _("input_task_difficulty", default="Khó khăn, vướng mắc")),
    FixedColumn("note", _("input_task_proposal", default="Kiến nghị, đề xuất")),
    FixedColumn("deadline", _("task_deadline", default="Hạn hoàn thành"), "day"),
    FixedColumn("timeliness", _("filter_timeliness", default="Đúng hạn, quá hạn")),
    FixedColumn("chases", _("column_chases", default="Lần đôn đốc"), "number"),
    FixedColumn("state", _("column_state", default="Trạng thái")),
)


class AnswersTable(Columns):
    """See :class:`~qlvb.policy.exporting.table.Table`, whose place it takes."""

    columns = COLUMNS

    def __init__(self, task, language):
        self.task = task
        self.language = language
        self.said = Said(language)
        self.rows = rows_of(task)
        self.total = len(self.rows)
        self.order = self

    def values(self):
        """(typed values, words) of each row."""
        waiting = self.said.translate(_("answers_waiting", default="chưa hồi báo"))
        for number, row in enumerate(self.rows, 1):
            answered = row.answered_at.date() if row.answered_at else None
            state = self.said.translate(title_of_state("Task", row.state))
            timely = self.said.translate(TIMELINESS[row.timeliness]) if row.timeliness else ""
            values = [
                number,
                row.executor,
                row.answer or waiting,
                answered,
                row.progress,
                row.difficulty,
                row.proposal,
                row.deadline,
                timely,
                row.chases,
                state,
            ]
            yield values, [_word(value) for value in values]

    @property
    def heading(self):
        title = self.said.translate(
            _("answers_title", default="Tổng hợp hồi báo: ${subject}", mapping={"subject": self.task.subject})
        )
        total = _("export_total", default="Tổng số: ${count}", mapping={"count": str(self.total)})
        return heading_of(self.said, api.user.get_current().getId(), title, (), total)


def _word(value):
    if value is None:
        return ""
    return show_date(value) if hasattr(value, "isoformat") else str(value)


def answers_file(task, kind, language):
    """(bytes, file name, media type) of the table as ``xlsx`` or ``docx``."""
    target = BytesIO()
    WRITERS[kind](AnswersTable(task, language), target, lambda _rows: None)
    return target.getvalue(), f"hoi-bao-{clock.today():%Y%m%d}.{kind}", FORMATS[kind]
