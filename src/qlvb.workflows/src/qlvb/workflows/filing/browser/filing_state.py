"""``@@filing-state``: per unit and person, dossiers built and documents in none (NĐ 30/2020 Điều 6, 31)."""

from itertools import groupby
from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.workflows.filing.unfiled import keepers
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
        """list of dict title, rows (Keepers), unfiled."""
        found = keepers(self.context.getId(), int(self.year) if self.year else None)
        return [
            {"title": title, "rows": rows, "unfiled": sum(one.unfiled for one in rows)}
            for title, rows in ((title, list(some)) for title, some in groupby(found, key=lambda one: one.unit_title))
        ]

    def dossiers_url(self, keeper, state=None):
        """Address of the list of a Keeper's dossiers, of those that are counted under ``state``."""
        asked = {"tab": "all", "holder": keeper.userid, "state": state, "year": self.year}
        asked = {name: value for name, value in asked.items() if value}
        return f"{self.context.absolute_url()}/dossiers?{urlencode(asked)}"
