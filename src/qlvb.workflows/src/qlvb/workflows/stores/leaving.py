"""What leaves the archive leaves its place: destroyed, or deposited in the historical archive."""

from qlvb.content.stores.interfaces import IPlaces
from zope.component import getUtility


GONE = ("destroyed", "historical")


def state_changed(dossier, event):
    """After a transition of a dossier."""
    if event.new_state.id in GONE:
        getUtility(IPlaces).take(dossier, "system", event.new_state.id)
