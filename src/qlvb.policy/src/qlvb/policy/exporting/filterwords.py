"""The filters of an export in words."""

from qlvb.policy.finding.filter_values import value_in_words
from qlvb.policy.finding.words import FILTER_TITLES


#: Filters that only say where the list lies.
_SILENT = ("uid", "folder")


def filter_lines(order, said):
    """ "Năm: 2026", one line for each filter: list of str. ``said`` is the Wording."""
    lines = []
    for name, value in order.filters.items():
        if name in _SILENT:
            continue
        values = value if isinstance(value, (list, tuple)) else [value]
        words = ", ".join(value_in_words(name, str(one), said.terms, said.translate) for one in values)
        lines.append(f"{said.translate(FILTER_TITLES.get(name, name))}: {words}")
    return lines
