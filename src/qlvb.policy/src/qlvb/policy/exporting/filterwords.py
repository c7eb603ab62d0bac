"""The filters of an export in words."""

from qlvb.content.index.wording import DIRECTIONS
from qlvb.content.index.wording import TYPES
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.finding.words import FILTER_TITLES
from qlvb.policy.finding.words import VOCABULARIES
from qlvb.policy.finding.words import state_titles
from zope.component import getUtility


#: Filters that only say where the list lies.
_SILENT = ("uid", "folder", "register", "dossier")


def filter_lines(order, said):
    """ "Năm: 2026", one line for each filter: list of str. ``said`` is the Wording."""
    lines = []
    for name, value in order.filters.items():
        if name in _SILENT:
            continue
        values = value if isinstance(value, (list, tuple)) else [value]
        words = ", ".join(_word(name, str(one), said) for one in values)
        lines.append(f"{said.translate(FILTER_TITLES.get(name, name))}: {words}")
    return lines


def _word(name, value, said):
    directory = getUtility(IDirectory)
    if name in VOCABULARIES:
        return said.terms(VOCABULARIES[name]).get(value, value)
    if name == "agency":
        agency = directory.agency(value)
        return agency.title if agency else value
    if name in ("signatory", "holder", "recipient"):
        return directory.person(value).fullname or value
    if name in ("type", "direction"):
        return said.translate({**TYPES, **DIRECTIONS}.get(value, value))
    if name == "state":
        return " / ".join(dict.fromkeys(said.translate(title) for title in state_titles(value))) or value
    if name.endswith(("_from", "_to")) and value[4:5] == "-":
        return "/".join(reversed(value.split("-")))
    return value
