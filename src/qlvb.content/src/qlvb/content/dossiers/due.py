"""The retention of a dossier as it stands."""

from qlvb.content.retention.interfaces import IRetention


def period(dossier):
    """Period of the dossier, or None while it is not determined."""
    return IRetention(dossier).period


def due(dossier):
    """RetentionDue of the dossier, counted from the end of its work; None while no period is determined."""
    return IRetention(dossier).due
