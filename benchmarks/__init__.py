"""Measurements of the budgets in docs/architecture.rst; ``make bench`` runs them all, ``python -m benchmarks
signing`` one.

A module measures one thing: ``measure()`` returns a list of :class:`Result`. Ratios are taken in one run on one
machine.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """``value`` compared with ``budget`` (None: only told); lower is better."""

    name: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def kept(self):
        return self.budget is None or self.value <= self.budget

    def __str__(self):
        word = "kept" if self.kept else "MISSED"
        limit = "" if self.budget is None else f"  budget {self.budget:g} {self.unit}  {word}"
        return f"{self.name:<60} {self.value:8.2f} {self.unit}{limit}"
