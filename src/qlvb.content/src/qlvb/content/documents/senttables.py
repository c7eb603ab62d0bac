"""Tables sent by a form: whether every row came with all its cells.

A browser sends empty cells as well. What sends the form in its place may leave some out, and the widgets of
collective.z3cform.datagridfield fail on such a row while they are made, before any validator is asked.
"""

from qlvb.content import _
from qlvb.content.violations import Violation
import re
from zope.schema import getFieldsInOrder


def sent_table_violations(form, name, table, marked=True):
    """list of Violation, each with the name of the input.

    :param form: the names and values sent, dict of str; ``name``: of the table's widget; ``table``: its schema.List.
        ``marked`` False: the form draws its rows without the marker of z3c.form; only rows that bear one are then read
        by the widgets, and have to be whole.
    """
    sent = form.get(f"{name}.count")
    if sent is None:
        return []  # the table was not sent, and keeps its rows
    if not re.fullmatch(r"[0-9]{1,6}", str(sent)) or int(sent) > table.max_length:
        text = _(
            "violation_table_count",
            default="Bảng “${table}”: số dòng phải là số từ 0 đến ${most}.",
            mapping={"table": table.title, "most": str(table.max_length)},
        )
        return [Violation(f"{name}.count", "table_count", text)]
    rows = [row for row in range(int(sent)) if marked or f"{name}.{row}-empty-marker" in form]
    return [fault for row in rows for fault in _row_violations(form, f"{name}.{row}", table, row + 1)]


def _row_violations(form, name, table, number):
    if f"{name}-empty-marker" not in form:
        text = _(
            "violation_table_row",
            default="Bảng “${table}”: thiếu dòng ${row}.",
            mapping={"table": table.title, "row": str(number)},
        )
        return [Violation(f"{name}-empty-marker", "table_row_missing", text)]
    return [
        Violation(
            f"{name}.widgets.{key}",
            "table_cell_missing",
            _(
                "violation_table_cell",
                default="Bảng “${table}”, dòng ${row}: thiếu ô “${cell}”; ô để trống cũng phải gửi.",
                mapping={"table": table.title, "row": str(number), "cell": column.title},
            ),
        )
        for key, column in getFieldsInOrder(table.value_type.schema)
        if not column.readonly and not {f"{name}.widgets.{key}", f"{name}.widgets.{key}-empty-marker"} & form.keys()
    ]
