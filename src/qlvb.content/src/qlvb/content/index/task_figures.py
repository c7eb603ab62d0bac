"""How many tasks there are by place, by person or by state, in one statement each."""

from qlvb.content.index.question import Question
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import records
from qlvb.content.index.task_filters import UNIT_LINE
from qlvb.content.index.task_filters import extended
from qlvb.content.index.task_filters import timeliness
from sqlalchemy import func
from sqlalchemy import select


#: What figures can be grouped by.
GROUPS = ("executor", "holder", "all")


def count_tasks(group, filters):
    """dict key -> dict (state, timeliness, 1 if its deadline was put off) -> int, of the tasks that the current user
    may view, narrowed by ``filters`` (names of ``filters.FILTERS``). ``group``: ``executor`` (keys are places),
    ``holder`` (userids) or ``all`` (key "").

    :raises Refused: 400 unknown filter or bad value.
    """
    question = Question(types=("Task",), filters=filters)
    viewer = question.viewer()
    clauses = question.clauses(viewer)
    key, source = records.c.holder, records
    if group == "executor":
        key = assignment_lines.c.recipient
        source = records.join(
            assignment_lines,
            (assignment_lines.c.record_id == records.c.id) & (assignment_lines.c.line == UNIT_LINE),
        )
    elif group == "holder":
        clauses = [*clauses, records.c.holder != ""]
    counted = [records.c.state, timeliness().label("timely"), extended().label("extended")]
    columns = counted if group == "all" else [*counted, key.label("key")]
    found = {}
    with reading() as connection:
        within = question.agencies(viewer.scopes(connection))[0]
        statement = select(*columns, func.count()).select_from(source).where(*clauses, *within).group_by(*columns)
        for row in connection.execute(statement):
            found.setdefault(row[3] if group != "all" else "", {})[tuple(row[:3])] = row[-1]
    return found
