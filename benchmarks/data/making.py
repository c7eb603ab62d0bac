"""Rows and search tokens of generated documents, made by several processes and handed over in order."""

from benchmarks.data.records import Records
from benchmarks.data.rows import RowMaker
from benchmarks.data.rows import Rows
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing import parent_process
import os
from qlvb.content.index.fulltext.tokens import tokens
from qlvb.content.index.fulltext.tokens import vocabulary
from threading import Thread


#: Documents that are handed over together.
PART = 2000
#: Parts that wait for the writer, per process.
AHEAD = 2
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
    wanted = deque(range(start, records.count, PART))
    if records.count <= FEW:
        maker = Maker(records, bodies)
        yield from (maker.part(place) for place in wanted)
        return
    processes = os.cpu_count() or 1
    # A process of its own each, without what this one has open.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (records.count, records.seed, bodies)) as pool:
        waiting = deque()
        while wanted or waiting:
            while wanted and len(waiting) < processes * AHEAD:
                waiting.append(pool.submit(_part, wanted.popleft()))
            yield waiting.popleft().result()


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
    # The queue does not end with a parent that was killed.
    Thread(target=_end_with, args=[parent_process()], daemon=True).start()
    _of_process["maker"] = Maker(Records(count, seed), bodies)


def _end_with(parent):
    parent.join()
    os._exit(1)


def _part(start):
    return _of_process["maker"].part(start)
