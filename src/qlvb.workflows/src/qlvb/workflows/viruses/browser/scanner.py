"""``@@virus-scanner``: where the scanner answers, and whether it does."""

from functools import cached_property
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.viruses.settings import ScannerSettings
from qlvb.workflows.viruses.state import state_of_scanner


class ScannerPage(PostedForm):
    """For the administrator of the system."""

    saved = False

    @cached_property
    def scanner(self):
        """dict address, state, engine, signatures."""
        return state_of_scanner()

    @property
    def address(self):
        return self.value("address", self.scanner["address"])

    def save(self):
        ScannerSettings().change({"address": self.value("address")})
        self.saved = True
