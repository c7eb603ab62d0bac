"""Numbers of a series of times."""

from statistics import median
from statistics import quantiles


def p50(times):
    """The median."""
    return median(times)


def p95(times):
    """The time that 95 of 100 keep."""
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
