"""The tables of an overview: one statement each. Every number is of what the person who looks may view."""

from qlvb.content import _
from qlvb.content.index.question import Question
from qlvb.content.index.reading import reading
from qlvb.content.index.work import MEASURES
from qlvb.content.index.work import Work
from qlvb.content.index.work import count_work
from qlvb.content.index.work import people_of
from qlvb.content.index.work import recipients_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.figures.tables import Counted
from qlvb.policy.figures.tables import FigureColumn
from qlvb.policy.figures.tables import FigureRow
from qlvb.policy.figures.tables import FigureTable
from qlvb.policy.finding.words import MEASURE_TITLES
from zope.component import getUtility


#: How a number of a measure looks that is not 0.
TONES = {"overdue": "bad", "late": "warn", "due": "info"}


def tables_of(asked, scope):
    """The tables of an :class:`~qlvb.policy.overview.asked.Asked`: list. ``scope``: filters that narrow every list of
    the person.
    """
    found = [_units(asked, scope)] if asked.whole and not asked.unit and asked.departments else []
    return [*found, _people(asked, scope)]


def _units(asked, scope):
    rows = {f"@{asked.agency}.{one.id}": (one.title, one.symbol) for one in asked.departments}
    members = {who: recipients_of(who[1:]) for who in rows}
    title = _("overview_by_unit", default="Theo đơn vị")
    head = _("overview_unit", default="Đơn vị")
    return _table("units", title, head, asked, scope, rows, members, f"@{asked.agency}")


def _people(asked, scope):
    directory = getUtility(IDirectory)
    rows = {}
    for userid in people_of(asked.unit_id):
        person = directory.person(userid)
        rows[userid] = (person.fullname, person.posts[0].title if person.posts else "")
    members = {userid: [userid] for userid in rows}
    title = _("overview_by_person", default="Theo người")
    head = _("overview_person", default="Người")
    return _table("people", title, head, asked, scope, rows, members, f"@{asked.unit_id}")


def _table(table_id, title, head, asked, scope, rows, members, everybody):
    question = Question(box="work", filters=dict(scope))
    clauses = question.clauses(question.viewer())
    # The total is that of the unit as a whole, not of its parts: whoever stands in no row counts too.
    whole = {everybody: recipients_of(everybody[1:])}
    with reading() as connection:
        counted = count_work(connection, clauses, {**members, **whole}, asked.first, asked.last)
    columns = tuple(FigureColumn(one, MEASURE_TITLES[one], TONES.get(one, "")) for one in MEASURES)
    lines = tuple(_row(who, *words, counted[who], asked) for who, words in rows.items())
    return FigureTable(table_id, title, columns, lines, head, _row(everybody, "", "", counted[everybody], asked))


def _row(who, title, detail, counts, asked):
    """The FigureRow of ``who``, as the filter ``work`` names it."""
    counted = {
        measure: Counted(counts[measure], {"box": "work", "work": str(Work(measure, who, asked.first, asked.last))})
        for measure in MEASURES
    }
    return FigureRow(who, title, counted, detail)
