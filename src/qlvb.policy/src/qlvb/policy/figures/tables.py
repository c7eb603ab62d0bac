"""What a table of figures is made of."""

from dataclasses import dataclass
from dataclasses import field
from plone import api
from urllib.parse import urlencode


@dataclass(frozen=True)
class FigureColumn:
    """One way of counting; ``tone`` is how a number looks that is not 0."""

    id: str
    title: str
    tone: str = ""


@dataclass(frozen=True)
class Counted:
    """A number with the question that was counted: ``asked``, dict of what a worklist takes (``box``, filters); empty
    where no list says it.
    """

    number: int
    asked: dict = field(default_factory=dict)

    @property
    def page(self):
        """Address of the list for people."""
        return self._address("@@worklist")

    @property
    def service(self):
        """Address of the same list over REST."""
        return self._address("@worklist")

    def _address(self, view):
        return f"{api.portal.get().absolute_url()}/{view}?{urlencode(self.asked, doseq=True)}" if self.asked else ""


@dataclass(frozen=True)
class FigureRow:
    """Whom or what is counted: ``key`` for programs, ``title`` and ``detail`` for people, ``counted``: dict id of the
    column -> Counted, ``url``: where the title leads, or "".
    """

    key: str
    title: str
    counted: dict
    detail: str = ""
    url: str = ""

    def number(self, column_id):
        """int"""
        return self.counted[column_id].number


@dataclass(frozen=True)
class FigureTable:
    """``head``: title of the first column, "" for none that is seen; ``total``: FigureRow of all together, or None."""

    id: str
    title: str
    columns: tuple
    rows: tuple
    head: str = ""
    total: FigureRow | None = None
