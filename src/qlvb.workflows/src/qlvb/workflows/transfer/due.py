"""When a dossier is to be handed over, by what its agency has set; and the boxes in which that puts it."""

from qlvb.content.dossiers.codes import place_in_catalogue
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.states import state_of
from qlvb.content.transfers.deadlines import current_deadlines
from qlvb.content.transfers.deadlines import historical_deadline
from qlvb.content.transfers.deadlines import to_be_transferred
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.workflows.transfer import completing
from qlvb.workflows.transfer.interfaces import ITransferSettings
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: Journal word of the act by which a dossier is taken over.
TAKEN_OVER = "act.archive_dossier"


def settings_of(dossier):
    """ITransferSettings of the agency of a record, or None outside of one."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(dossier)
    return ITransferSettings(directory.agency_object(agency.id)) if agency is not None else None


@implementer(ITransferDeadlines)
@adapter(IDossier)
class DossierDeadlines:
    """See ITransferDeadlines. Construction counts from its final settlement, the day that stands as the dossier's
    event, else from the end of the work. The work of a part ends with that of the whole, with which it is handed in.
    """

    def __init__(self, dossier):
        self.dossier = dossier

    def deadlines(self):
        dossier, settings = self.dossier, settings_of(self.dossier)
        if settings is None or state_of(dossier) != "closed" or not dossier.end_date:
            return None
        whole = whole_of(dossier)
        if whole is not None and state_of(whole) == "open":
            return None
        if not to_be_transferred(dossier.retention_kind, dossier.retention_years):
            return None
        parsed = place_in_catalogue(dossier.code)
        construction = settings.is_construction(parsed[1] if parsed else "")
        ended = (dossier.retention_event if construction else None) or dossier.end_date
        if whole is not None and whole.end_date:
            ended = max(ended, whole.end_date)
        return current_deadlines(ended, settings.terms, construction, IKeptBack(dossier).until)


def transferred_on(dossier):
    """date on which the dossier came into the current archive, or None."""
    entry = next(iter(IJournal(dossier).entries(newest_first=True, events=(TAKEN_OVER,))), None)
    return entry.when.date() if entry is not None else None


def historical_due(dossier):
    """date: the last day for the historical archive; None for a dossier that does not go there."""
    settings = settings_of(dossier)
    if settings is None or not settings.historical_source or state_of(dossier) != "archived":
        return None
    since = transferred_on(dossier) if dossier.retention_kind == "permanent" else None
    return historical_deadline(since, settings.terms) if since is not None else None


@implementer(IBoxTokens)
@adapter(IDossier)
class DossierTokens:
    """Due, overdue: for its holder and the archivists; what a transfer has is due no more, but may have come back."""

    def __init__(self, dossier):
        self.dossier = dossier

    def tokens(self):
        """See IBoxTokens."""
        dossier = self.dossier
        if IClaims(dossier).transfer:
            return completing.tokens(dossier)
        if state_of(dossier) not in ("closed", "archived"):
            return []
        agency = getUtility(IDirectory).agency_of(dossier)
        archivists = group_id(agency.id, "archivist") if agency is not None else ""
        found = ITransferDeadlines(dossier).deadlines()
        if found is not None:
            first = max(found.warn, found.kept_until) if found.kept_until else found.warn
            days = (("transfers.due", first), ("transfers.overdue", found.last))
            people = [who for who in (dossier.holder, archivists) if who]
            return [f"{box}|{who}|{day.toordinal()}" for box, day in days for who in people]
        last = historical_due(dossier)
        return [f"transfers.to_deposit|{archivists}|{last.toordinal()}"] if last is not None else []


@implementer(IRowFacts)
@adapter(IDossier)
class DossierDue:
    """``deposit_last`` (ISO date): the last day for handing the dossier over; none where it need not be.
    ``sent_back``: why the archive sent it back, while it is to be completed.
    """

    def __init__(self, dossier):
        self.dossier = dossier

    def facts(self):
        """See IRowFacts."""
        found = ITransferDeadlines(self.dossier).deadlines()
        last = found.last if found is not None else historical_due(self.dossier)
        facts = {"deposit_last": last.isoformat()} if last is not None else {}
        _transfer, item = completing.returned(self.dossier)
        return {**facts, "sent_back": item.reason} if item is not None else facts
