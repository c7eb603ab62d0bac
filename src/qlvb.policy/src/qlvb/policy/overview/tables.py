"""The tables of an overview: one statement each. Every number is of what the person who looks may view."""

from dataclasses import dataclass
from plone import api
from qlvb.content import _
from qlvb.content.index.question import Question
from qlvb.content.index.reading import reading
from qlvb.content.index.work import MEASURES
from qlvb.content.index.work import Work
from qlvb.content.index.work import count_work
from qlvb.content.index.work import people_of
from qlvb.content.organisation.interfaces import IDirectory
from urllib.parse import urlencode
from zope.component import getUtility


@dataclass(frozen=True)
class Line:
    """A row: ``who`` as the filter ``work`` names it; ``counts``: dict measure -> int; ``work``: dict measure -> value
    of the filter that finds just those.
    """

    who: str
    title: str
    detail: str
    counts: dict
    work: dict


@dataclass(frozen=True)
class OverviewTable:
    """``id``: units or people; ``total``: the Line of all together, each record once."""

    id: str
    title: str
    lines: tuple
    total: Line


def tables_of(asked, scope):
    """The tables of an :class:`~qlvb.policy.overview.asked.Asked`: list. ``scope``: filters that narrow every list of
    the person.
    """
    found = [_units(asked, scope)] if asked.whole and not asked.unit and asked.departments else []
    return [*found, _people(asked, scope)]


def list_url(work):
    """Address of the list that a number counted."""
    return f"{api.portal.get().absolute_url()}/@@worklist?{urlencode({'box': 'work', 'work': work})}"


def _units(asked, scope):
    rows = {f"@{asked.agency}.{one.id}": (one.title, one.symbol) for one in asked.departments}
    members = {who: people_of(who[1:]) for who in rows}
    title = _("overview_by_unit", default="Theo đơn vị")
    return _table("units", title, asked, scope, rows, members, f"@{asked.agency}")


def _people(asked, scope):
    directory = getUtility(IDirectory)
    rows = {}
    for userid in people_of(asked.unit_id):
        person = directory.person(userid)
        rows[userid] = (person.fullname, person.posts[0].title if person.posts else "")
    members = {userid: [userid] for userid in rows}
    title = _("overview_by_person", default="Theo người")
    return _table("people", title, asked, scope, rows, members, f"@{asked.unit_id}")


def _table(table_id, title, asked, scope, rows, members, everybody):
    question = Question(box="work", filters=dict(scope))
    clauses = question.clauses(question.viewer())
    # The total is that of the unit as a whole, not of its parts: whoever stands in no row counts too.
    whole = {everybody: people_of(everybody[1:])}
    with reading() as connection:
        counted = count_work(connection, clauses, {**members, **whole}, asked.first, asked.last)
    lines = tuple(_line(who, *words, counted[who], asked) for who, words in rows.items())
    return OverviewTable(table_id, title, lines, _line(everybody, "", "", counted[everybody], asked))


def _line(who, title, detail, counts, asked):
    work = {measure: str(Work(measure, who, asked.first, asked.last)) for measure in MEASURES}
    return Line(who, title, detail, counts, work)


