"""From the start of the web server to its first page."""

from benchmarks import Result
from benchmarks.sites.kept import KeptSite
from statistics import median
import time


ROUNDS = 3


def measure(options):
    """iterable of Result."""
    site, times = KeptSite().prepare(), []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        with site.served():
            times.append(time.perf_counter() - started)
    yield Result("restart to the first page", median(times), "s", 10)
