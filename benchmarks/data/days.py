"""When documents arise: working days, more of them at the end of a quarter and of the year, few around Tết."""

from bisect import bisect_right
from datetime import date
from datetime import timedelta
from itertools import accumulate


WEEKDAYS = (1.15, 1.1, 1.05, 1.0, 0.9, 0.05, 0.01)
MONTHS = (0.9, 0.6, 1.1, 1.0, 1.0, 1.2, 0.95, 0.95, 1.1, 1.05, 1.15, 1.45)


def weight(day):
    """How many documents a day sees, compared with others: float."""
    closing = 1.3 if day.month % 3 == 0 and day.day >= 20 else 1.0
    return WEEKDAYS[day.weekday()] * MONTHS[day.month - 1] * closing


class Days:
    """The days of ``years`` years up to ``until``, shared out among ``count`` records in their order."""

    def __init__(self, count, until, years):
        first = date(until.year - years + 1, 1, 1)
        self.days = [first + timedelta(days=offset) for offset in range((until - first).days + 1)]
        self._sums = list(accumulate(weight(day) for day in self.days))
        self._step = self._sums[-1] / count

    def of(self, index):
        """The day of the record with this index: never before that of a smaller index."""
        return self.days[min(bisect_right(self._sums, (index + 0.5) * self._step), len(self.days) - 1)]
