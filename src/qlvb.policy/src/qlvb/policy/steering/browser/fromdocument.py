"""``@@give-tasks`` of a document: its paragraphs, each of which may become a task with owner and date (conclusions of
meetings, steering documents). All that are ticked are given together, or none is and each fault stands at its row.
"""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.sentonce import SentOnce
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.policy.steering.browser.parts import PartsPane
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.tasks.batch import give_all
from qlvb.workflows.tasks.factory import agency_for
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.inputs import IGiveFromInput
from qlvb.workflows.tasks.paragraphs import Paragraph
from qlvb.workflows.tasks.paragraphs import paragraphs_of
from qlvb.workflows.tasks.paragraphs import subject_of
from qlvb.workflows.tasks.proposals import deadline_in
from qlvb.workflows.tasks.proposals import lead_in
from qlvb.workflows.tasks.vocabularies import executors
import transaction
from zope.component import getUtility
from zope.i18n import translate


#: More paragraphs are not shown: people choose the part by pasting it.
MOST = 300


class GiveTasks(SteeringAssets, SentOnce, BrowserView):
    """The page."""

    template = ViewPageTemplateFile("templates/fromdocument.pt")
    faults = None

    def __call__(self):
        if self.request.method == "POST" and "give" in self.request.form:
            CheckAuthenticator(self.request)
            act = IActs(self.context).get("give_task")
            if refused := act.check():
                raise Refused(refused, status=act.status_of(refused))
            return self.give()
        return self.template()

    @property
    def refusals(self):
        """list of str: why nothing can be given from this document now."""
        return self.words(IActs(self.context).get("give_task").check())

    @property
    def shell_section(self):
        return "incoming" if self.context.portal_type == "IncomingDocument" else "outgoing"

    @property
    def remembering(self):
        """See SentOnce."""
        directory = getUtility(IDirectory)
        return directory.agency_object(directory.agency_of(self.context).id)

    @property
    def me(self):
        return api.user.get_current().getId()

    @cached_property
    def pasted(self):
        """str: text that was pasted instead of the document's own."""
        value = self.request.form.get("text", "")
        return value if isinstance(value, str) else ""

    @cached_property
    def paragraphs(self):
        """list of Paragraph: of what was pasted, else of the document's main file."""
        text = self.pasted.replace("\r\n", "\n")
        if not text:
            readable = IFileStore(self.context).readable()
            text = readable[1].text() if readable is not None else ""
        return paragraphs_of(text, self.context.Title())[:MOST]

    @cached_property
    def given(self):
        """Sentences that are tasks already: set of str."""
        return {task.quotation for task in children_of(self.context) if task.quotation}

    @cached_property
    def options(self):
        """To whom the person may give work: list of dict value, title."""
        return [{"value": term.value, "title": term.title} for term in self._terms]

    @cached_property
    def _terms(self):
        return list(executors(self.context))

    @cached_property
    def names(self):
        """Pairs (name, value) by which a sentence may speak of those: of a person without the place, and symbols."""
        return [
            (name, term.value) for term in self._terms for name in (term.title.partition(" (")[0], term.detail) if name
        ]

    @property
    def proposes(self):
        """bool: a sentence said who or until when."""
        return any(row["lead"] or row["deadline"] for row in self.rows) and self.request.form.get("give") is None

    @cached_property
    def rows(self):
        """list of dict: what stands in each row, as it was sent or as it is proposed."""
        sent = self.sent_rows() if self.request.method == "POST" and "give" in self.request.form else None
        found = sent if sent is not None else [self.proposed(*pair) for pair in enumerate(self.paragraphs)]
        for row in found:
            row["faults"] = (self.faults or {}).get(row["number"], [])
            row["known"] = row["quotation"] in self.given
        return found

    def proposed(self, number, paragraph: Paragraph):
        return {
            "number": number,
            "page": paragraph.page,
            "quotation": paragraph.text,
            "subject": subject_of(paragraph.text),
            "order": paragraph.order,
            "chosen": False,
            "lead": lead_in(paragraph.text, self.names),
            "deadline": str(deadline_in(paragraph.text, clock.today()) or ""),
        }

    def sent_rows(self):
        form = self.request.form
        count = form.get("count", "0")
        count = min(int(count), MOST) if str(count).isdecimal() else 0
        return [
            {
                "number": number,
                "page": form.get(f"page-{number}", ""),
                "quotation": form.get(f"quotation-{number}", ""),
                "subject": form.get(f"subject-{number}", ""),
                "order": False,
                "chosen": f"choose-{number}" in form,
                "lead": form.get(f"lead-{number}", ""),
                "deadline": form.get(f"deadline-{number}", ""),
            }
            for number in range(count)
        ]

    def give(self):
        chosen = [row for row in self.sent_rows() if row["chosen"]]
        if not chosen:
            api.portal.show_message(_("give_none_chosen", default="Chưa chọn câu nào."), self.request, type="warning")
            return self.template()
        if self.made_before() is not None:
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@given-tasks")
        fields, faults, outcomes = [], {}, []
        for row in chosen:
            raw = {
                "subject": row["subject"],
                "quotation": row["quotation"],
                "page": row["page"],
                "leads": [row["lead"]] if row["lead"] else [],
                "deadline": row["deadline"],
            }
            values, violations = convert(IGiveFromInput, raw, self.context)
            if violations:
                faults[row["number"]] = self.words(violations)
            fields.append((row["number"], values))
        if not faults:
            outcomes = give_all(agency_for(self.me, self.context), fields, self.me, self.context)
            faults = {one.row: self.words(one.violations) for one in outcomes if one.violations}
        if faults:
            transaction.doom()
            self.faults = faults
            self.request.response.setStatus(400)
            return self.template()
        self.remember(outcomes[0].task)
        told = _("give_done", default="Đã giao ${count} nhiệm vụ.", mapping={"count": str(len(fields))})
        api.portal.show_message(told, self.request)
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@given-tasks")

    def words(self, violations: list[Violation]):
        return [translate(violation.message, context=self.request) for violation in violations]


class GivenTasks(SteeringAssets, BrowserView):
    """``@@given-tasks`` of a document: what became of its sentences, as far as the reader may see the tasks."""

    template = ViewPageTemplateFile("templates/giventasks.pt")

    def __call__(self):
        return self.template()

    @property
    def shell_section(self):
        return "incoming" if self.context.portal_type == "IncomingDocument" else "outgoing"

    @property
    def rows(self):
        """list of dict."""
        pane = PartsPane(self.context, self.request)
        rows = [row for row in pane.rows if row["url"]]
        quotations = {task.absolute_url(): (task.quotation, task.page) for task in children_of(self.context)}
        return [{**row, "quotation": quotations[row["url"]][0], "page": quotations[row["url"]][1]} for row in rows]
