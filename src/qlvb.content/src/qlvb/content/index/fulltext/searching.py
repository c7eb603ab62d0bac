"""The course of a search, the same on both databases.

Never are hundreds of thousands of hits ranked: a question with few hits has all of them ranked; of one with many, the
best tiers are, newest first and up to a bound, and the other hits follow in the order of their days. So the pages of a
search are the same whichever is asked for first, and its price hangs on the bound, not on the number of records.
"""

from dataclasses import replace
from qlvb.content.index.fulltext import attempts
from qlvb.content.index.fulltext import phrases
from qlvb.content.index.fulltext.found import MOST_COUNTED
from qlvb.content.index.fulltext.found import Found
from qlvb.content.index.fulltext.found import id_at
from qlvb.content.index.fulltext.narrowing import narrowing
from qlvb.content.index.fulltext.questions import hits
from qlvb.content.index.fulltext.questions import tiers
from qlvb.content.index.fulltext.questions import together
from qlvb.content.index.fulltext.ranking import ranked
from qlvb.content.index.tables import records
from sqlalchemy import select
from typing import NamedTuple


#: So many hits are ranked.
MOST_RANKED = 200
#: Of no more hits than this the texts are read to see what stands together in them; of more the index says it.
MOST_LOOKED_INTO = 40
#: As an order: whichever comes first.
UNORDERED = object()
#: With fewer hits than this, what may have been meant is searched too.
FEW_HITS = 5


def search(index, connection, asked, scopes, where, order, start, size, principals):
    """See :meth:`IFullText.search`; ``index`` is the :class:`FullText` of the database."""
    if isinstance(order, tuple):
        column, reverse = order
        order = column.desc() if reverse else column
    if not asked or (scopes is not None and not scopes):
        return Found()
    narrowed = narrowing(connection, scopes, where, principals)
    if narrowed.nothing:
        return Found()
    tree = hits(asked)
    read = bool(phrases.long_phrases(asked))
    most = phrases.MOST_READ if read else MOST_COUNTED
    places = index.places(connection, tree, narrowed, most + 1)
    exact = len(places) <= most
    page = Page(order, start, size)
    if len(places) > MOST_RANKED and not read:
        return _of_many(index, connection, asked, narrowed, places, page)
    places = phrases.in_order(connection, asked, places[:most])
    meant, corrected, further = asked, False, []
    if len(places) < FEW_HITS and exact:
        meant, corrected, further, more = attempts.further_places(index, connection, asked, narrowed, set(places))
        if not places and meant is not asked and more and not read:
            found = _of_many(index, connection, meant, narrowed, more(most + 1), page)
            return replace(found, corrected=meant.text if corrected else None)
        if more:
            # More than were asked for at first: all are counted, and every page has its own.
            known = set(places)
            further = more(most if read else MOST_COUNTED + 1)
            exact = len(further) < (most if read else MOST_COUNTED + 1)
            further = [place for place in further if place not in known]
        further = phrases.in_order(connection, asked, further)
    total = min(len(places) + len(further), MOST_COUNTED)
    if order is UNORDERED or not size:
        ids = [id_at(place) for place in places + further]
    elif order is not None:
        ids = _sorted(connection, [id_at(place) for place in places + further], order)
    else:
        ids = _ranked(index, connection, asked, narrowed, places)
        best, rest = further[:MOST_RANKED], further[MOST_RANKED:]
        ids += ranked(connection, meant, best)
        ids += [id_at(place) for place in rest]
    return Found(page.of(ids[:total]), total, exact, meant.text if corrected else None)


class Page(NamedTuple):
    """What is wanted of the hits: see :meth:`IFullText.search`."""

    order: object
    start: int
    size: int

    def of(self, ids):
        return tuple(ids[self.start : self.start + self.size])


def _of_many(index, connection, asked, narrowed, places, page):
    """The page when there are many hits: ``places``, newest first, up to one more than are counted."""
    exact, places = len(places) <= MOST_COUNTED, places[:MOST_COUNTED]
    total = len(places)
    size = max(0, min(page.size, total - page.start))
    if not size:
        return Found((), total, exact)
    if page.order is UNORDERED:
        return Found(page.of([id_at(place) for place in places]), total, exact)
    if page.order is not None:
        ids = index.sorted_ids(connection, hits(asked), narrowed, page.order, page.start, size)
        return Found(tuple(ids), total, exact)
    within = frozenset(places) if exact else None
    best = index.graded(connection, tiers(asked), narrowed, within, MOST_RANKED)
    if len(best) < MOST_RANKED:
        best = {**dict.fromkeys(places[:MOST_RANKED], 0.0), **best}
    ids = ranked(connection, asked, list(best), best)
    ids += [id_at(place) for place in places if place not in best]
    return Found(tuple(ids[page.start : page.start + size]), total, exact)


def _ranked(index, connection, asked, narrowed, places):
    """Ids of all the hits at ``places``, best first: list."""
    if len(places) <= MOST_LOOKED_INTO:
        return ranked(connection, asked, places)
    close = index.graded(connection, together(asked), narrowed, frozenset(places), len(places))
    return ranked(connection, asked, places, close)


def _sorted(connection, ids, order):
    return list(
        connection.scalars(select(records.c.id).where(records.c.id.in_(ids)).order_by(order, records.c.id.desc()))
    )
