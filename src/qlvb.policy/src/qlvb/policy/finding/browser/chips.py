"""The names that were typed, beside the filters in force: in words, each with the address without it."""

from qlvb.policy.finding.browser.fieldsearch import PREFIX
from qlvb.policy.finding.words import FILTER_TITLES


class Chips:
    """Part of the search page, before :class:`ListPage`."""

    @property
    def chips(self):
        """list of dict title, value, url (the list without it)."""
        result = [
            {"title": FILTER_TITLES[name], "value": text, "url": self.url(**{PREFIX + name: None})}
            for name, text in self.typed_names.items()
        ]
        return result + super().chips

    @property
    def without_filters(self):
        return self.url(**dict.fromkeys([*self.filters, *(PREFIX + name for name in self.typed_names)]))
