"""Rows and search tokens of generated documents, made by several processes and handed over in order."""

from benchmarks.data.records import Records
from benchmarks.data.rows import RowMaker
from benchmarks.data.rows import Rows
from dataclasses import dataclass
from itertools import islice
from qlvb.content.index.beside import Beside
from qlvb.content.index.fulltext.tokens import tokens
from qlvb.content.index.fulltext.tokens import vocabulary


#: Documents that are handed over together.
PART = 2000
#: Up to so many documents are made by this process itself: others take longer to start.
FEW = 20_000


@dataclass
class Made:
    """A part: ``rows``, of each document its ``searched`` tokens, and the ``words`` of all."""

    rows: Rows
    searched: list
    words: set


def parts(records, bodies=True, start=0):
    """iterable of :class:`Made` of the documents from ``start`` (a multiple of ``PART``) to the last."""
    wanted = range(start, records.count, PART)
    if records.count <= FEW:
        maker = Maker(records, bodies)
        yield from (maker.part(place) for place in wanted)
        return
    with Beside(_begin, records.count, records.seed, bodies) as beside:
        yield from beside.each(_part, wanted, here=Maker(records, bodies).part)


class Maker:
    """Makes parts; they are asked for in order, so the stream of documents only goes forward."""

    def __init__(self, records, bodies):
        self._rows = RowMaker(records, bodies)
        self._stream = iter(records)
        self._at = 0

    def part(self, start):
        """Made of the documents from ``start``."""
        rows = Rows()
        for made in islice(self._stream, start - self._at, start - self._at + PART):
            self._rows.add(rows, made)
        self._at = start + len(rows.records)
        searched, words = [], set()
        for record, (_record_id, texts) in zip(rows.records, rows.texts, strict=True):
            searched.append(" ".join(tokens(texts, (record["issue_day"], record["arrival_day"]))))
            words |= vocabulary(texts)
        return Made(rows, searched, words)


_of_process = {}


def _begin(count, seed, bodies):
    _of_process["maker"] = Maker(Records(count, seed), bodies)


def _part(start):
    return _of_process["maker"].part(start)
