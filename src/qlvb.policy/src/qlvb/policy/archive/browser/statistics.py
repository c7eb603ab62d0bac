"""``<agency>/@@archive-statistics``: Kho số and Báo cáo."""

from qlvb.content.text import show_number
from qlvb.policy.archive.figures import GROUPS
from qlvb.policy.archive.figures import contents_of
from qlvb.policy.archive.figures import lines_of
from qlvb.policy.archive.figures import list_url
from qlvb.policy.archive.figures import narrowing
from qlvb.policy.archive.figures import title_of
from qlvb.policy.archive.figures import total_of
from qlvb.policy.archive.figures import use_lines
from qlvb.policy.figures.page import FigurePage
from urllib.parse import urlencode


#: Kinds of retention are told to services; on the screen the periods say them, too.
SHOWN = {name: title for name, title in GROUPS.items() if name != "retention"}


class Statistics(FigurePage):
    """A table for each way of counting; a value chosen narrows the others."""

    shell_section = "archive"
    view_name = "archive-statistics"
    total = documents = pages = 0

    def count(self):
        """See FigurePage."""
        self.filters = narrowing(self.request.form)
        self.total = total_of(self.context.getId(), self.filters)
        self.documents, self.pages = contents_of(self.context.getId(), self.filters)
        found = lines_of(self.context.getId(), self.filters)
        self.tables = [{"id": name, "title": title, "lines": found[name]} for name, title in SHOWN.items()]

    @property
    def whole_url(self):
        """The list of all that is counted."""
        return list_url({"agency": self.context.getId(), **self.filters})

    def narrow_url(self, group, line):
        """This page for one value of a group; None where it is narrowed to it already, or by the agency."""
        if group == "agency" or self.filters.get(group) == line.value:
            return None
        return f"{self.address}?{urlencode({**self.filters, group: line.value})}"

    @property
    def chosen(self):
        """What the figures are narrowed to: list of dict title, url (without it)."""
        found = []
        for group, value in self.filters.items():
            rest = {name: other for name, other in self.filters.items() if name != group}
            url = f"{self.address}?{urlencode(rest)}" if rest else self.address
            found.append({"group": GROUPS[group], "title": title_of(group, value), "url": url})
        return found

    def number(self, count):
        """``1.234``."""
        return show_number(count)

    use = staticmethod(use_lines)
