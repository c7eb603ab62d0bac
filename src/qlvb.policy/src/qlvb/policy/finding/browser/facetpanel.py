"""What narrows a search beside the results: counts are those of the person who looks."""

from plone.memoize.view import memoize
from qlvb.content.index.interfaces import IListing
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.policy.finding.words import FILTER_TITLES
from zope.component import getUtility


FACETS = ("type", "document_type", "year", "agency", "issuing_body", "state", "urgency", "secrecy")
#: Values of a facet that are shown before the rest is unfolded.
FIRST = 6
#: Values that say nothing.
_PLAIN = {"urgency": {"normal"}, "secrecy": {"none"}}


class FacetPanel:
    """Part of the search page."""

    @property
    @memoize
    def facets(self):
        """list of dict id, title, first, rest: lists of dict title, count, url, chosen."""
        if self.page is None or not self.page.total:
            return []
        try:
            found = getUtility(IListing).facets(self.question, FACETS)
        except Refused:  # the page has said so already
            return []
        panels = []
        for name in FACETS:
            values = self._values(name, found.get(name, ()))
            if len(values) > 1 or any(value["chosen"] for value in values):
                title = FILTER_TITLES[name]
                panels.append({"id": name, "title": title, "first": values[:FIRST], "rest": values[FIRST:]})
        return panels

    def _values(self, name, counted):
        chosen = self.chosen(name)
        if name == "year":
            counted = sorted(counted, key=lambda pair: pair[0], reverse=True)
        if {value for value, _count in counted} <= _PLAIN.get(name, set()):
            return []
        return [
            {
                "title": self.value_title(name, value),
                "count": show_number(count),
                "url": self.url(**{name: [one for one in chosen if one != value] + [value] * (value not in chosen)}),
                "chosen": value in chosen,
            }
            for value, count in counted
        ]
