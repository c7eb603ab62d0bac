"""Processes beside this one that compute what it writes: see :class:`Beside`."""

from collections import deque
from concurrent.futures import BrokenExecutor
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
import os
from threading import Thread


#: Parts that wait for the one who writes, per process.
AHEAD = 2
#: More processes than this do not help: one writes.
MOST = 4


class Beside:
    """``with Beside(begin, "qlvb") as beside: for answer in beside.each(function, parts): …``

    Every process calls ``begin(*arguments)`` first; what it takes, nobody waits for: see ``ready``. Functions,
    arguments and parts are pickled. The processes end with the block, and with a process that was killed.
    """

    def __init__(self, begin, *arguments):
        self._count = min(os.cpu_count() or 1, MOST)
        # Processes of their own, without what this one has open.
        context = get_context("spawn")
        watched, self._open = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(self._count, context, _begin, (watched, begin, arguments))
        self._first = [self._pool.submit(_nothing) for _process in range(self._count)]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._open.close()

    @property
    def ready(self):
        """bool: a process has begun, and none has failed."""
        begun = [one for one in self._first if one.done()]
        return bool(begun) and not any(one.cancelled() or one.exception() for one in begun)

    def each(self, function, parts, here=None):
        """``function(part)`` of every part, in their order: iterable. Only a few parts are taken ahead. When a process
        dies, what is left is done in this one by ``here``, by default ``function``.
        """
        parts = iter(parts)
        waiting = deque((part, self._asked(function, part)) for part in islice(parts, self._count * AHEAD))
        while waiting:
            part, answer = waiting.popleft()
            try:
                found = answer.result() if answer is not None else (here or function)(part)
            except BrokenExecutor:
                found = (here or function)(part)
            waiting.extend((part, self._asked(function, part)) for part in islice(parts, 1))
            yield found

    def _asked(self, function, part):
        """A Future, or None when there is nobody to ask any more."""
        try:
            return self._pool.submit(function, part)
        except BrokenExecutor:
            return None


def _nothing():
    """What a process does first."""


def _begin(watched, begin, arguments):
    Thread(target=_end_with, args=[watched], daemon=True).start()
    begin(*arguments)


def _end_with(watched):
    # The queue of the pool would not end with a parent that was killed.
    watched.poll(None)
    os._exit(0)
