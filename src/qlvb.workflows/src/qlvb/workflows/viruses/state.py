"""How it stands with the scanner, for the administrator of the system."""

from qlvb.workflows.viruses.interfaces import IVirusScanner
from qlvb.workflows.viruses.interfaces import ScannerDown
from qlvb.workflows.viruses.settings import ScannerSettings
from zope.component import getUtility


def state_of_scanner():
    """dict of JSON values: address, state (none, answers, silent), engine, signatures. Asks the scanner."""
    found = {"address": ScannerSettings().address, "state": "none", "engine": "", "signatures": ""}
    if found["address"]:
        try:
            engine, signatures = getUtility(IVirusScanner).version()
        except ScannerDown:
            found["state"] = "silent"
        else:
            found.update(state="answers", engine=engine, signatures=signatures)
    return found
