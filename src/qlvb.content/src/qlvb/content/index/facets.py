"""How many records of a list have which type, year, agency …"""

from dataclasses import replace
from qlvb.content import _
from qlvb.content.index import fulltext
from qlvb.content.index.tables import records
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from sqlalchemy import Text
from sqlalchemy import case
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import select
from sqlalchemy import union_all


FACETS = {
    name: records.c[name]
    for name in (
        "direction",
        "document_type",
        "year",
        "agency",
        "state",
        "urgency",
        "secrecy",
        "issuing_body",
        "heading",
        "retention",
        "holder",
    )
}
FACETS["type"] = records.c.portal_type.label("type")
#: Of dossiers: how long they are kept, ``permanent`` or ``years:10``.
FACETS["period"] = case(
    (records.c.retention_years > 0, records.c.retention + ":" + records.c.retention_years.cast(Text)),
    else_=records.c.retention,
).label("period")
#: How many values of one facet are told.
SHOWN = 20


def count_facets(connection, question, viewer, clauses, names, most=SHOWN):
    """dict name -> list of (value, count), the commonest first; values as str, empty ones left out.

    A search is counted over the same records as its total, without the filter of the facet itself: its counts say what
    one more value would add. ``clauses``: function (Question) -> list of clauses on ``records``.

    :raises Refused: 400 unknown facet.
    """
    unknown = [name for name in names if name not in FACETS]
    if unknown:
        text = _(
            "violation_list_unknown_facet", default="Không có nhóm lọc “${name}”.", mapping={"name": unknown[0][:80]}
        )
        raise Refused(Violation("facets", "unknown_facet", text))
    if not names:
        return {}
    groups = {name: [name] for name in names if name in question.filters}
    groups[""] = [name for name in names if name not in question.filters]
    found = {}
    for left_out, some in groups.items():
        if some:
            others = {name: value for name, value in question.filters.items() if name != left_out}
            found.update(_counted(connection, replace(question, filters=others), viewer, clauses, some))
    return {name: found[name][:most] for name in names}


def _counted(connection, question, viewer, clauses, names):
    """The facets ``names`` of a Question, its filters as they are: dict."""
    clauses = clauses(question)
    if question.asked:
        scopes = viewer.scopes(connection)
        clauses = [*clauses, fulltext.among(connection, question.asked, scopes, clauses, viewer.tokens)]
    base = select(*{FACETS[name] for name in names}).where(*clauses).cte("answers")
    parts = [
        select(literal(name).label("facet"), base.c[name].cast(Text).label("value"), func.count().label("count"))
        .select_from(base)
        .group_by(base.c[name])
        for name in names
    ]
    found = {name: [] for name in names}
    for facet, value, count in connection.execute(union_all(*parts)):
        if value not in (None, "", "0"):
            found[facet].append((value, count))
    return {name: sorted(rows, key=lambda row: (-row[1], row[0])) for name, rows in found.items()}
