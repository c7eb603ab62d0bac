"""``@@choose-dossiers``: dossiers to put into a transfer; those that are due come first."""

from functools import cached_property
from qlvb.content.clock import show_date
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.lookup import find_record
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import Paged
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.transfer.acts.choosing import due_question
from qlvb.workflows.transfer.candidates import violations_for
from zope.component import getUtility
from zope.i18n import translate


class ChooseDossiers(Paged, PostedForm):
    """A page of dossiers with boxes to tick."""

    shell_section = "archive"
    page_size = 100

    @cached_property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def all(self):
        """bool: every finished dossier, not only those that are due."""
        return self.request.form.get("all") == "1"

    @property
    def historical(self):
        """bool: for the historical archive, which takes other dossiers than the agency's own."""
        return self.context.kind == HISTORICAL

    @cached_property
    def page(self):
        question = due_question(self.context, self.agency.id)
        if self.all:
            state = "archived" if self.historical else "closed"
            question = Question(types=("Dossier",), filters={**question.filters, "state": state}, sort="number")
        return getUtility(IListing).page(question, self.start, self.page_size)

    def rows(self):
        items, directory = ITransferItems(self.context), getUtility(IDirectory)
        found = []
        for row in self.page.rows:
            period = period_of(row.facts.get("retention_kind"), row.facts.get("retention_years"))
            found.append(
                {
                    "uid": row.uid,
                    "url": row.url,
                    "code": row.reference,
                    "year": row.year,
                    "title": row.subject,
                    "holder": directory.person(row.holder).fullname if row.holder else "",
                    "end": show_date(row.arrival_date),
                    "period": translate(period.label, context=self.request) if period is not None else "",
                    "chosen": items.get(row.uid) is not None or row.uid in self.ticked,
                    "why": self.why(row.uid),
                }
            )
        return found

    def why(self, uid):
        """str: why this dossier cannot be ticked (another transfer has it, a disposal, a hold), "" where it can."""
        dossier = find_record(uid)
        found = violations_for(self.context, dossier) if dossier is not None else []
        return " ".join(translate(violation.message, context=self.request) for violation in found)

    @property
    def ticked(self):
        """UIDs that were sent: they stay ticked when something else is refused."""
        chosen = self.request.form.get("dossiers", [])
        return [chosen] if isinstance(chosen, str) else list(chosen)

    def save(self):
        IActs(self.context).perform("add_dossiers", {"dossiers": self.ticked})
        return self.context.absolute_url()

    @property
    def total(self):
        """See Paged."""
        return self.page.total

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@choose-dossiers"

    def asked(self):
        """See Paged."""
        return {"all": int(self.all)}
