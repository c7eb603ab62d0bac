"""A transfer: its dossiers with their results, what can be done with it, its minutes."""

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import Paged
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.transfers.indexing import number_text
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import ITEM_STATES
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.schema import ITransferSchema
from qlvb.content.transfers.vocabularies import ITEM_TITLES
from qlvb.content.transfers.vocabularies import KIND_TITLES
from qlvb.content.violations import Refused
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.acts.browser.links import act_links
from qlvb.workflows.acts.faster import sequence_of
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.transfer.browser.section import TONES
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.showing import TO_MEND
from qlvb.workflows.transfer.showing import items_page
from qlvb.workflows.transfer.showing import progress_of
from qlvb.workflows.transfer.showing import to_mend
from qlvb.workflows.transfer.showing import unit_title
from qlvb.workflows.viruses.interfaces import IVirusScanner
import transaction
from zope.component import getUtility
from zope.i18n import translate


JOURNAL = _("dossier_journal", default="Nhật ký")
MENDING = _("transfer_to_mend", default="Cần sửa trước khi nộp")
ALL = _("transfer_all_dossiers", default="Tất cả")
#: Acts on chosen dossiers stand below the table, not among the buttons of the whole.
ON_CHOSEN = ("return_transfer", "waive_faults", "drop_dossiers")
WITH_REASON = ("return_transfer", "waive_faults")
#: While the historical archive decides, the last letter is the agency's own.
LETTER_SENT = _("transfer_letter_sent", default="Văn bản gửi lưu trữ lịch sử")
#: Seconds after which the page of a transfer with a job at work is loaded again, so that its bar moves by itself.
LOOKS_AGAIN = "5"


class TransferView(ActionBar, Paged, BrowserView):
    """While it is being checked only dossiers with faults are shown, unless one asks for others; before it is handed in
    those that the depositor's own check says are to be mended, later what the archive sent back to him.
    """

    shell_section = "archive"
    violations = ()
    #: What was posted and refused, kept in the form.
    chosen, reason = (), ""

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if self.done():
                return self.request.response.redirect(self.context.absolute_url())
        progress = self.progress()
        if progress is not None and progress["state"] != "failed":
            self.request.response.setHeader("Refresh", LOOKS_AGAIN)
        return self.index()

    def done(self):
        """bool: the posted act was done to the chosen dossiers; else what stands against it is shown."""
        form = self.request.form
        act_id = form.get("act", "")
        chosen = form.get("dossiers", [])
        chosen = [chosen] if isinstance(chosen, str) else list(chosen)
        data = {"dossiers": chosen, "expected_seq": form.get("expected_seq", "")}
        if act_id in WITH_REASON:
            data["reason"] = form.get("reason", "")
        try:
            IActs(self.context).perform(act_id if act_id in ON_CHOSEN else "", data)
        except Refused as refused:
            transaction.doom()
            self.violations = refused.violations
            self.chosen, self.reason = chosen, data.get("reason", "")
            self.request.response.setStatus(refused.status)
            return False
        return True

    def problems(self):
        return [translate(violation.message, context=self.request) for violation in self.violations]

    @cached_property
    def state_id(self):
        return state_of(self.context)

    @property
    def state(self):
        return {"title": title_of_state("Transfer", self.state_id), "tone": TONES.get(self.state_id, "info")}

    @property
    def sequence(self):
        return sequence_of(self.context)

    @cached_property
    def counts(self):
        return ITransferItems(self.context).counts()

    @cached_property
    def shown(self):
        """The result whose dossiers are shown, "" for all."""
        asked = self.request.form.get("result")
        if asked in (*ITEM_STATES, TO_MEND, "all"):
            return "" if asked == "all" else asked
        if self.state_id in ("draft", "returned") and to_mend(self.context):
            return TO_MEND
        if self.state_id == "checking" and self.counts["returned"] and self.is_depositor:
            return "returned"
        return "failed" if self.state_id == "checking" and self.counts["failed"] else ""

    @property
    def is_depositor(self):
        return api.user.get_current().getId() == self.context.depositor

    @cached_property
    def found(self):
        return items_page(self.context, self.request, self.shown, self.start, self.page_size)

    def rows(self):
        return self.found[1]

    def rehearsed(self, row):
        """When the depositor's own check looked at the dossier of a row: "" for never."""
        return show_moment(datetime.fromisoformat(row["rehearsed"])) if row["rehearsed"] else ""

    def tabs(self):
        """The results with their numbers, those that there are."""
        total = sum(self.counts.values())
        found = [{"id": "all", "title": translate(ALL, context=self.request), "count": total}]
        found += [
            {"id": state, "title": translate(ITEM_TITLES[state], context=self.request), "count": count}
            for state, count in self.counts.items()
            if count
        ]
        if left := len(to_mend(self.context)):
            found.append({"id": TO_MEND, "title": translate(MENDING, context=self.request), "count": left})
        base = self.context.absolute_url()
        return [
            {**tab, "url": f"{base}?result={tab['id']}", "current": tab["id"] == (self.shown or "all")} for tab in found
        ]

    @property
    def total(self):
        """See Paged."""
        return self.found[0].total

    def asked(self):
        """See Paged."""
        return {"result": self.shown or "all"}

    @cached_property
    def acts(self):
        """Buttons of the whole; choosing dossiers has a page of its own."""
        chooser = f"{self.context.absolute_url()}/@@choose-dossiers"
        found = [link for link in act_links(self.context, self.request) if link.id not in ON_CHOSEN]
        return [replace(link, url=chooser) if link.id == "add_dossiers" else link for link in found]

    def further(self):
        """See ActionBar."""
        return [self.link("journal", JOURNAL, "@@journal")]

    @cached_property
    def on_chosen(self):
        """Buttons for chosen dossiers: list of dict."""
        return [
            {
                "id": act.id,
                "title": act.title,
                "look": "btn-outline-danger" if act.emphasis == "danger" else "btn-secondary",
            }
            for act, violations in IActs(self.context).possible()
            if act.id in ON_CHOSEN and not violations
        ]

    @property
    def asks_reason(self):
        return any(act["id"] in WITH_REASON for act in self.on_chosen)

    def progress(self):
        """dict of the job at work, with percent; None for none."""
        found = progress_of(self.context)
        if found is None:
            return None
        return {**found, "percent": 100 * found["done"] // found["total"] if found["total"] else 0}

    def facts(self):
        """list of (title, str): what is known of the whole."""
        context, person = self.context, getUtility(IDirectory).person
        schema = ITransferSchema
        found = [
            (schema["kind"].title, translate(KIND_TITLES[context.kind], context=self.request)),
            (schema["drafting_unit"].title, unit_title(context)),
            (schema["depositor"].title, person(context.depositor).fullname),
            (schema["receiver"].title, self._receiver()),
            (schema["accepted_on"].title, show_date(context.accepted_on)),
            (schema["number"].title, number_text(context)),
            (schema["registration"].title, context.registration),
            (schema["earliest"].title, show_date(context.earliest)),
            (schema["answer_due"].title, show_date(context.answer_due)),
            (schema["decision_due"].title, show_date(context.decision_due)),
            (LETTER_SENT if state_of(context) == "submitted" else schema["letter"].title, context.letter),
            (schema["basis"].title, context.basis),
            (schema["condition"].title, context.condition),
        ]
        return [(title, value) for title, value in found if value]

    @cached_property
    def packed(self):
        """UIDs of the dossiers whose package for the historical archive is made: set."""
        return {item.uid for item in ITransferItems(self.context).all() if item.package}

    def _receiver(self):
        """Name of the archivist who takes over; the historical archive is no person of the agency."""
        context = self.context
        if context.kind == HISTORICAL or not context.receiver:
            return ""
        return getUtility(IDirectory).person(context.receiver).fullname

    def papers(self):
        """Minutes and list: list of dict; the signed PDF, else the drawn docx with its PDF."""
        base = self.context.absolute_url()
        found = []
        forms = keeping.forms_of(self.context)
        for form in forms.forms:
            file = forms.shown(form)
            if file is not None:
                url = f"{base}/@@file/{file.id}/{file.current.number}"
                ready = forms.official(form) is None and file.current.pdf_state == "ready"
                found.append({"title": form.title, "url": url, "pdf": f"{url}?rendition=pdf" if ready else ""})
        return found

    @property
    def nobody_scans(self):
        """bool: it is being checked, and the site knows no scanner that would look for viruses."""
        return self.state_id in ("proposed", "checking") and not getUtility(IVirusScanner).configured

    @property
    def signatures(self):
        return keeping.forms_of(self.context).signed_by()
