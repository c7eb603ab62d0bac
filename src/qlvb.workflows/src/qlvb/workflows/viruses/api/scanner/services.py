"""``GET @virus-scanner``, ``PATCH @virus-scanner``."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.viruses.settings import ScannerSettings
from qlvb.workflows.viruses.state import state_of_scanner


class ScannerGet(AnsweringService):
    """Where the scanner answers, whether it does now, and what it is."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@virus-scanner", **state_of_scanner()}


class ScannerPatch(ScannerGet):
    """Change ``address``: a socket (``/run/clamav/clamd.ctl``) or ``host:port``; empty: no scanner."""

    def answer(self):
        ScannerSettings().change(self.body())
        return super().answer()
