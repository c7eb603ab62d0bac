"""``@@filing-state``: per unit and person, dossiers built and documents in none (NĐ 30/2020 Điều 6, 31)."""

from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.workflows.filing.unfiled import list_url
from qlvb.workflows.filing.unfiled import unfiled_of
from qlvb.workflows.filing.unfiled import units
from urllib.parse import urlencode


class FilingState(BrowserView):
    """Only records that the reader may view are counted."""

    shell_section = "dossiers"

    @property
    def year(self):
        """The year asked for, "" for all."""
        text = str(self.request.form.get("year", ""))
        return text if text.isascii() and text.isdigit() and len(text) == 4 else ""

    @property
    def years(self):
        return [str(clock.today().year - back) for back in range(6)]

    def units(self):
        """list of Unit."""
        return units(self.context.getId(), self._number)

    @property
    def whole(self):
        """str: the agency as the filter names it."""
        return f"@{self.context.getId()}"

    @property
    def unfiled(self):
        """int: of the whole agency, those too whose people have left it."""
        return unfiled_of(self.context.getId(), self.whole, self._number)

    @property
    def _number(self):
        return int(self.year) if self.year else None

    def unfiled_url(self, whose):
        """Address of the list of documents in no dossier; ``whose`` as the filter ``unfiled`` says it."""
        return list_url(self.context.getId(), whose, self._number)

    def unit_url(self, unit):
        """The same of a Unit."""
        return self.unfiled_url(f"{self.whole}.{unit.unit}")

    def dossiers_url(self, keeper, state=None):
        """Address of the list of a Keeper's dossiers, of those that are counted under ``state``."""
        asked = {"tab": "all", "holder": keeper.userid, "state": state, "year": self.year}
        asked = {name: value for name, value in asked.items() if value}
        return f"{self.context.absolute_url()}/dossiers?{urlencode(asked)}"
