"""When dossiers are to be handed over: pure functions.

Sources: Luật Lưu trữ 33/2024/QH15 Điều 17 (01 year; 05 years on to the historical archive), NĐ 30/2020 Điều 30.2 (01
year, construction 03 months from final settlement), Điều 31.3.c (retention of 05 years or more), Điều 31.3.d (kept
back for at most 02 years), TT 05/2025/TT-BNV Chương IV (digital dossiers: 60 days). Two deadlines stand side by side:
people are warned at the earlier one, and a dossier is overdue after the later one.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


#: Shortest retention, in years, of dossiers that are handed over.
LEAST_YEARS = 5
#: Longest time, in years, that a unit may keep a dossier back.
MOST_KEPT_BACK = 2
#: Days of notice before a deadline (NĐ 30/2020 Phụ lục VI, III.5.b).
NOTICE_DAYS = 30
RULE = "NĐ 30/2020 Điều 30, 31; Luật Lưu trữ 33/2024/QH15 Điều 17"


@dataclass(frozen=True)
class Terms:
    """What an agency has set. ``digital_days``: days for digital dossiers; ``years``: years for all;
    ``construction_months``: months for construction; ``by_year``: the years count from the end of the year in which the
    work ended (Luật 2024), not from that day (NĐ 30/2020).
    """

    digital_days: int = 60
    years: int = 1
    construction_months: int = 3
    by_year: bool = False
    historical_years: int = 5


@dataclass(frozen=True)
class Deadlines:
    """``warn``: the earlier deadline; ``latest``: the last day, overdue after it; ``kept_until``: the last day by
    written consent, or None.
    """

    warn: date
    latest: date
    kept_until: date | None = None

    @property
    def last(self):
        """date: the last day with the consent counted in."""
        return max(self.latest, self.kept_until) if self.kept_until else self.latest

    def status(self, today):
        """``overdue``, ``due`` (within the days of notice, or the earlier deadline is over), ``kept`` or ``later``."""
        if today > self.last:
            return "overdue"
        if self.kept_until and today <= self.kept_until and today > self.warn - timedelta(days=NOTICE_DAYS):
            return "kept"
        return "due" if today >= self.warn - timedelta(days=NOTICE_DAYS) else "later"


def in_months(day, months):
    """``day`` so many months later; a day that the month has not becomes its last.

    >>> in_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_years(day, years, by_year=False):
    """``day`` so many years later, or the last day of that year.

    >>> in_years(date(2024, 2, 29), 1), in_years(date(2026, 3, 12), 1, by_year=True)
    (datetime.date(2025, 2, 28), datetime.date(2027, 12, 31))
    """
    return date(day.year + years, 12, 31) if by_year else in_months(day, 12 * years)


def to_be_transferred(kind, years):
    """bool: dossiers of this retention go to the archive (NĐ 30/2020 Điều 31.3.c). ``kind`` as in qlvb.retention_kinds;
    only a number of years can be too short.
    """
    if not kind:
        return False
    return kind != "years" or (years or 0) >= LEAST_YEARS


def current_deadlines(ended, terms, construction=False, kept_until=None):
    """Deadlines of a dossier whose work ended on ``ended`` (date; for construction the day of final settlement)."""
    if construction:
        last = in_months(ended, terms.construction_months)
        first = min(last, ended + timedelta(days=terms.digital_days))
    else:
        first, last = sorted((ended + timedelta(days=terms.digital_days), in_years(ended, terms.years, terms.by_year)))
    return Deadlines(first, last, kept_until)


def historical_deadline(transferred, terms):
    """Last day for the historical archive: so many years from the year of the transfer to the current archive."""
    return in_years(transferred, terms.historical_years, by_year=True)


def longest_kept_back(latest):
    """The last day until which a dossier may be kept back."""
    return in_years(latest, MOST_KEPT_BACK)
