"""The retention of a dossier as it stands."""

from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.retention.period import retention_due


def period(dossier):
    """Period of the dossier, or None while it is not determined."""
    return period_of(dossier.retention_kind, dossier.retention_years)


def due(dossier):
    """RetentionDue of the dossier, counted from the end of its work; None while no period is determined."""
    found = period(dossier)
    if found is None:
        return None
    return retention_due(found.kind, found.years, dossier.end_date, dossier.retention_event)
