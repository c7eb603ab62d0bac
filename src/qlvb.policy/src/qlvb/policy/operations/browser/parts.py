"""A page of several parts, one of which is shown: its tabs lead to the others."""

from Products.Five.browser import BrowserView


class PartsPage(BrowserView):
    """``titles``: dict id of a part -> Message, the first is shown unless another is asked for by ``parameter``."""

    shell_section = "administration"
    titles = {}
    parameter = "show"

    @property
    def shown(self):
        """Id of the part that is shown."""
        asked = self.request.form.get(self.parameter)
        return asked if isinstance(asked, str) and asked in self.titles else next(iter(self.titles))

    @property
    def heading(self):
        """Message."""
        return self.titles[self.shown]

    @property
    def tabs(self):
        """list of dict title, url, current."""
        address = f"{self.context.absolute_url()}/@@{self.__name__}?{self.parameter}="
        return [
            {"title": title, "url": address + name, "current": name == self.shown}
            for name, title in self.titles.items()
        ]
