"""Measurements of the budgets; ``make bench`` runs them all, ``make bench BENCH="lists search"`` some, and
``BENCH="lists records=200000 databases=sqlite,postgresql"`` with other sizes (see ``_options``).

A module of this package measures one thing: ``measure(options)`` returns an iterable of :class:`Result`. Ratios are
taken in one run on one machine. Results are kept as JSON in ``results/``, data sets in ``var/``; both may be removed.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """``value`` compared with ``budget`` (None: only told); lower is better, or higher with ``at_least``."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    at_least: bool = False

    @property
    def kept(self):
        if self.budget is None:
            return True
        return self.value >= self.budget if self.at_least else self.value <= self.budget

    @property
    def verdict(self):
        """str: met, or by how much it is missed."""
        if self.budget is None:
            return ""
        if self.kept:
            return "met"
        share = (
            self.budget / self.value if self.at_least and self.value else self.value / self.budget if self.budget else 0
        )
        return f"MISSED {share:.1f} times" if share else "MISSED"

    def __str__(self):
        sign = ">=" if self.at_least else "<="
        limit = "" if self.budget is None else f"{sign} {self.budget:g}"
        return f"{self.name:<70} {limit:>9} {self.value:>10.2f} {self.unit:<8} {self.verdict}"
