"""How long a request waits that met another one in the same object and is run again.

Zope waits a random time of up to 1, 2, 4, 8 … seconds. Two people rarely meet, and whoever was faster has finished
when the other learns of it: a few hundredths of a second are enough, and the waiting is what people feel.

Many people meet when twenty clerks issue at once. PostgreSQL refuses at once whoever reads what another one is writing,
and takes a second to find two who wait for each other: ten tries of less than two seconds together were over before
that, and one of twenty was told to come again. So the later waits grow to two seconds, and there are twenty tries
(``max-conflict-retries`` in ``profiles/base.cfg``): some fifteen seconds before somebody is sent away.
"""

from functools import partial
from random import uniform
from time import sleep
from zope.component import adapter
from ZPublisher.interfaces import IPubFailure


FIRST = 0.03
LONGEST = 2.0


def longest_wait(attempt):
    """Seconds: the bound of the random wait after the ``attempt``-th try (0 for the first) has failed.

    >>> [longest_wait(attempt) for attempt in (0, 1, 2, 10)]
    [0.03, 0.06, 0.12, 2.0]
    """
    return min(FIRST * 2**attempt, LONGEST)


@adapter(IPubFailure)
def retry_soon(event):
    """Let this request wait for our time: the publisher asks the request itself to wait."""
    if event.retry:
        request = event.request
        request.delay_retry = partial(sleep, uniform(0, longest_wait(request.retry_count)))
