"""The filters in force, in words, each with the address without it."""

from qlvb.content.index.wording import DIRECTIONS
from qlvb.content.index.wording import TYPES
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.finding.browser.fieldsearch import PREFIX
from qlvb.policy.finding.words import FILTER_TITLES
from qlvb.policy.finding.words import VOCABULARIES
from qlvb.policy.finding.words import state_titles
from zope.component import getUtility
from zope.i18n import translate


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
        directory = getUtility(IDirectory)
        if name in VOCABULARIES:
            return self._titles(VOCABULARIES[name]).get(value, value)
        if name == "agency":
            agency = directory.agency(value)
            return agency.title if agency else value
        if name in ("signatory", "holder", "recipient"):
            return directory.person(value).fullname or value
        if name == "type":
            return translate(TYPES.get(value, value), context=self.request)
        if name == "direction":
            return translate(DIRECTIONS.get(value, value), context=self.request)
        if name == "state":
            titles = [translate(title, context=self.request) for title in state_titles(value)]
            return " / ".join(dict.fromkeys(titles)) or value
        if name in ("register", "dossier"):
            return self.title_of_uid(value)
        if name.endswith(("_from", "_to")) and value[4:5] == "-":
            return "/".join(reversed(value.split("-")))
        return value
