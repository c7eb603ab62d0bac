"""Dossiers and catalogues of an agency."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.catalogue import counts
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.filing.access import MANAGE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.browser.rows import listed_rows
import transaction
from urllib.parse import urlencode
from zope.component import getUtility


PAGE_SIZE = 50
TABS = (
    ("mine", _("dossiers_tab_mine", default="Hồ sơ của tôi")),
    ("all", _("dossiers_tab_all", default="Tất cả hồ sơ")),
    ("catalogues", _("dossiers_tab_catalogues", default="Danh mục hồ sơ")),
)


class DossiersView(BrowserView):
    """The dossiers one may see and the catalogues, on tabs; ``text``, ``state`` and ``year`` narrow."""

    shell_section = "dossiers"

    def __call__(self):
        wanted = self.request.form.get("tab", "mine")
        self.tab = wanted if wanted in dict(TABS) else "mine"
        self.finder = getUtility(IDossierFinder)
        self.agency = getUtility(IDirectory).agency_of(self.context)
        self.text = str(self.request.form.get("text", ""))
        state = self.request.form.get("state", "")
        self.state = state if state in ("open", "closed") else ""
        year = str(self.request.form.get("year", ""))
        self.year = int(year) if year.isdigit() else None
        start = str(self.request.form.get("b_start", "0"))
        self.start = int(start) if start.isdecimal() and len(start) < 16 else 0
        self.page = self.refused = None
        try:
            self.page = None if self.tab == "catalogues" else self.found(self.tab)
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    def found(self, tab):
        """The Page of a tab with the filters."""
        filters = {"agency": self.agency.id, "state": self.state, "year": self.year, "text": self.text}
        if tab == "mine":
            filters["holder"] = api.user.get_current().getId()
        question = Question(types=("Dossier",), filters=filters, sort="number")
        return getUtility(IListing).page(question, self.start, PAGE_SIZE, self.request.form.get("after"))

    def tabs(self):
        base = self.context.absolute_url()
        return [{"title": title, "url": f"{base}?tab={name}", "current": name == self.tab} for name, title in TABS]

    def rows(self):
        return listed_rows(self.page.rows)

    def years(self):
        return [catalogue.year for catalogue in self.catalogues_shown()]

    def page_url(self, start, after):
        chosen = {"tab": self.tab, "text": self.text, "state": self.state, "year": self.year or ""}
        asked = {**chosen, "b_start": start, "after": after}
        return f"{self.context.absolute_url()}?{urlencode({key: value for key, value in asked.items() if value})}"

    def newer(self):
        if not self.start and not self.page.previous:
            return None
        return self.page_url(max(self.start - PAGE_SIZE, 0), self.page.previous)

    def older(self):
        end = self.start + PAGE_SIZE
        return self.page_url(end, self.page.next) if self.page.next or end < self.page.total else None

    def catalogues_shown(self):
        """Catalogues that the reader may see, newest year first."""
        return [catalogue for catalogue in self.finder.catalogues(self.agency.id) if may("View", catalogue)]

    def catalogue_rows(self):
        """list of dict."""
        return [
            {
                "url": catalogue.absolute_url(),
                "title": catalogue.title,
                "year": catalogue.year,
                "approved": api.content.get_state(catalogue) == "approved",
                "entries": counts(catalogue)[0],
                "opened": len(self.finder.dossiers_in(catalogue)),
            }
            for catalogue in self.catalogues_shown()
        ]

    @property
    def may_manage(self):
        return may(MANAGE, self.context)

    @property
    def next_year(self):
        """The year proposed for a new catalogue."""
        years = {catalogue.year for catalogue in self.finder.catalogues(self.agency.id)}
        year = clock.today().year
        while year in years:
            year += 1
        return year


class NewCatalogue(BrowserView):
    """``@@new-catalogue``: POST makes the draft of a year's catalogue, filled from the newest one before it."""

    def __call__(self):
        back = f"{self.context.absolute_url()}?tab=catalogues"
        if self.request.method != "POST":
            return self.request.response.redirect(back)
        CheckAuthenticator(self.request)
        text = str(self.request.form.get("year", ""))
        this_year = clock.today().year
        if not text.isdigit() or not this_year - 5 <= int(text) <= this_year + 1:
            return self.refuse(
                back,
                _(
                    "violation_catalogue_year",
                    default="Năm của danh mục phải từ ${first} đến ${last}.",
                    mapping={"first": str(this_year - 5), "last": str(this_year + 1)},
                ),
            )
        if text in self.context:
            message = _(
                "violation_catalogue_exists", default="Năm ${year} đã có danh mục hồ sơ.", mapping={"year": text}
            )
            return self.refuse(back, message)
        catalogue = make_catalogue(self.context, int(text), api.user.get_current().getId())
        return self.request.response.redirect(catalogue.absolute_url())

    def refuse(self, back, message):
        transaction.doom()
        api.portal.show_message(message, self.request, type="error")
        return self.request.response.redirect(back)


def make_catalogue(section, year, by):
    """Create the draft catalogue of ``year``; headings and entries are those of the newest catalogue before it."""
    agency = getUtility(IDirectory).agency_of(section)
    before = [found for found in getUtility(IDossierFinder).catalogues(agency.id) if found.year < year]
    catalogue = createContentInContainer(
        section,
        "DossierCatalogue",
        checkConstraints=False,
        id=str(year),
        title=f"Danh mục hồ sơ năm {year}",
        year=year,
        headings=[dict(row) for row in before[0].headings] if before else [],
        entries=renewed(before[0].entries, before[0].year, year) if before else [],
    )
    detail = {"year": year, "from": before[0].year} if before else {"year": year}
    IJournal(catalogue).append("created", by, detail)
    return catalogue


def renewed(entries, old, new):
    """Entries of the year ``old`` for the year ``new``: a year named in a title moves along."""
    return [{**row, "title": row["title"].replace(str(old), str(new))} for row in entries]
