"""A dossier: facts, retention, contents list."""

from plone import api
from plone.base.batch import Batch
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.schema import IDossierSchema
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.browser.links import act_links
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.browser.rows import person_name
from qlvb.workflows.filing.browser.rows import shown_date
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.contents_list import COLUMNS
from qlvb.workflows.filing.contents_list import rows_of
from zope.component import getUtility


#: Lines of the contents list on one page.
PAGE_SIZE = 200
TABS = (
    ("list", _("dossier_tab_list", default="Mục lục văn bản")),
    ("outgoing", _("dossier_tab_outgoing", default="Văn bản đi")),
    ("incoming", _("dossier_tab_incoming", default="Văn bản đến")),
    ("check", _("dossier_tab_check", default="Kiểm tra")),
)


class DossierView(BrowserView):
    """The dossier; documents keep their own rights, so what the reader may not see shows only its place."""

    shell_section = "dossiers"
    columns = COLUMNS

    def __call__(self):
        wanted = self.request.form.get("tab", "list")
        self.tab = wanted if wanted in dict(TABS) else "list"
        self.all_rows = rows_of(self.context)
        self.closed = api.content.get_state(self.context) == "closed"
        self.may_file = not self.closed and may(FILE, self.context)
        self.acts = act_links(self.context, self.request)
        return self.index()

    def tabs(self):
        base = self.context.absolute_url()
        return [
            {"title": title, "url": f"{base}?tab={name}", "current": name == self.tab, "count": self.count(name)}
            for name, title in TABS
        ]

    def count(self, tab):
        """int, or None for the check."""
        return None if tab == "check" else len(self.rows(tab))

    def rows(self, tab=None):
        """Lines of a tab: list of ContentsRow."""
        tab = tab or self.tab
        if tab == "list":
            return self.all_rows
        return [row for row in self.all_rows if row.readable and row.row.direction == tab]

    @property
    def batch(self):
        """The page of the tab's lines that is shown."""
        start = str(self.request.form.get("b_start", "0"))
        return Batch(self.rows(), size=PAGE_SIZE, start=int(start) if start.isdecimal() and len(start) < 9 else 0)

    def page_url(self, start):
        return f"{self.context.absolute_url()}?tab={self.tab}&b_start={start}"

    def steps(self):
        """Addresses of the pages (before, after), None for none."""
        first = self.batch.start - 1
        end = first + PAGE_SIZE
        before = self.page_url(max(first - PAGE_SIZE, 0)) if first > 0 else None
        return before, self.page_url(end) if end < self.batch.sequence_length else None

    def faults(self):
        """What keeps the dossier from being closed: list of Violation."""
        return violations(self.context)

    @property
    def totals(self):
        return IDossierContents(self.context).totals()

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def holder(self):
        return person_name(self.context.holder)

    @property
    def retention(self):
        """Message id of the period, or ""."""
        kept = period(self.context)
        return kept.label if kept else ""

    @property
    def due(self):
        """RetentionDue, or None."""
        return due(self.context)

    @property
    def due_date(self):
        ends = self.due
        return shown_date(ends.date) if ends else ""

    def day(self, value):
        return shown_date(value)

    @property
    def language(self):
        """Message id of the language, or ""."""
        field = IDossierSchema["language"].bind(self.context)
        return (
            field.vocabulary.getTerm(self.context.language).title if self.context.language in field.vocabulary else ""
        )

    @property
    def may_edit(self):
        return may("Modify portal content", self.context)

    @property
    def may_export(self):
        return may("qlvb: Export dossier", self.context)
