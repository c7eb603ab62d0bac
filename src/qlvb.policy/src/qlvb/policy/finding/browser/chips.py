"""The filters in force, in words, each with the address without it."""

from qlvb.policy.finding.browser.fieldsearch import PREFIX
from qlvb.policy.finding.filter_values import value_in_words
from qlvb.policy.finding.words import FILTER_TITLES


class Chips:
    """Part of the search page: ``filters``, ``url`` and ``_titles`` are those of the page."""

    @property
    def chips(self):
        """list of dict title, value, url (the list without it)."""
        result = [
            {"title": FILTER_TITLES[name], "value": text, "url": self.url(**{PREFIX + name: None})}
            for name, text in self.typed_names.items()
        ]
        for name, value in self.filters.items():
            for one in value if isinstance(value, list) else [value]:
                others = [item for item in value if item != one] if isinstance(value, list) else None
                title = FILTER_TITLES.get(name, name)
                shown = self.value_title(name, str(one))
                result.append({"title": title, "value": shown, "url": self.url(**{name: others})})
        return result

    @property
    def without_filters(self):
        return self.url(**dict.fromkeys([*self.filters, *(PREFIX + name for name in self.typed_names)]))

    def value_title(self, name, value):
        """The value of a filter in words: str."""
        return value_in_words(name, value, self._titles, self.translate)
