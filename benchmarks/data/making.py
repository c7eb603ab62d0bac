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


@dataclass
class Made:
    """A part: ``rows``, of each document its ``searched`` tokens, and the ``words`` of all."""

    rows: Rows
    searched: list
    words: set


def parts(records, bodies=True, start=0, processes=None):
    """iterable of :class:`Made` of the documents from ``start`` (a multiple of ``PART``) to the last."""
    wanted = deque(range(start, records.count, PART))
    processes = processes or min(os.cpu_count() or 1, len(wanted) or 1)
    settings = records.count, records.seed, bodies
    # A process of its own each, without what this one has open.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, settings) as pool:
        waiting = deque()
        while wanted or waiting:
            while wanted and len(waiting) < processes * AHEAD:
                waiting.append(pool.submit(_part, wanted.popleft()))
            yield waiting.popleft().result()


_state = {}


def _begin(count, seed, bodies):
    # The queue does not end with a parent that was killed.
    Thread(target=_end_with, args=[parent_process()], daemon=True).start()
    records = Records(count, seed)
    _state.update(maker=RowMaker(records, bodies), stream=iter(records), at=0)


def _end_with(parent):
    parent.join()
    os._exit(1)


def _part(start):
    """Parts are asked for in order, so the stream of documents only goes forward."""
    maker, rows = _state["maker"], Rows()
    for made in islice(_state["stream"], start - _state["at"], start - _state["at"] + PART):
        maker.add(rows, made)
    _state["at"] = start + len(rows.records)
    searched, words = [], set()
    for record, (_record_id, texts) in zip(rows.records, rows.texts, strict=True):
        searched.append(" ".join(tokens(texts, (record["issue_day"], record["arrival_day"]))))
        words |= vocabulary(texts)
    return Made(rows, searched, words)
