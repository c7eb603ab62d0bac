"""Dossiers and catalogues of an agency."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.additional.values import shown
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.opened import opened_counts
from qlvb.content.index.filters import given
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.paging import start_of
from qlvb.content.text import name_key
from qlvb.content.violations import Refused
from qlvb.workflows.filing.access import MANAGE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.asked import FILTERS
from qlvb.workflows.filing.asked import choices_of
from qlvb.workflows.filing.asked import dossiers_question
from qlvb.workflows.filing.browser.rows import TONES
from qlvb.workflows.filing.browser.rows import listed_rows
from qlvb.workflows.filing.new_catalogue import make_catalogue
from qlvb.workflows.filing.new_catalogue import year_of
from qlvb.workflows.filing.own_fields import asked_at
import transaction
from urllib.parse import urlencode
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


PAGE_SIZE = 50
TABS = (
    ("mine", _("dossiers_tab_mine", default="Hồ sơ của tôi")),
    ("all", _("dossiers_tab_all", default="Tất cả hồ sơ")),
    ("catalogues", _("dossiers_tab_catalogues", default="Danh mục hồ sơ")),
)
STATES = {
    "open": _("dossier_state_open", default="Đang thực hiện"),
    "closed": _("dossier_state_closed", default="Đã kết thúc"),
    "archived": _("dossier_state_archived", default="Đã nộp lưu trữ hiện hành"),
    "historical": _("dossier_state_historical", default="Đã nộp lưu trữ lịch sử"),
    "destroyed": _("dossier_state_destroyed", default="Đã tiêu hủy"),
}
CATALOGUE_STATES = ("draft", "approved")
#: Filter -> (what it is called, what stands for all values), in the order of the screen.
CHOICES = {
    "state": (_("dossiers_state", default="Trạng thái"), _("dossiers_any_state", default="Mọi trạng thái")),
    "year": (_("dossiers_year", default="Năm"), _("dossiers_any_year", default="Mọi năm")),
    "heading": (_("dossiers_heading", default="Đề mục"), _("dossiers_any_heading", default="Mọi đề mục")),
    "unit": (_("dossiers_unit", default="Đơn vị"), _("dossiers_any_unit", default="Mọi đơn vị")),
    "holder": (_("dossier_holder", default="Người lập hồ sơ"), _("dossiers_any_holder", default="Mọi người lập")),
    "retention": (
        _("dossier_retention_kind", default="Thời hạn bảo quản"),
        _("dossiers_any_retention", default="Mọi thời hạn"),
    ),
}


class DossiersView(BrowserView):
    """The dossiers one may see and the catalogues, on tabs; filters are those of :mod:`qlvb.workflows.filing.asked`."""

    shell_section = "dossiers"
    tones = TONES

    def __call__(self):
        wanted = self.request.form.get("tab", "mine")
        self.tab = wanted if wanted in dict(TABS) else "mine"
        self.finder = getUtility(IDossierFinder)
        self.agency = getUtility(IDirectory).agency_of(self.context)
        self.filters = given(self.request.form, FILTERS)
        if self.tab == "mine":
            self.filters.pop("holder", None)
        self.start = start_of(self.request)
        self.page = self.refused = None
        try:
            self.page = self.found()
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    def found(self):
        """The Page of the tab with the filters."""
        question = dossiers_question(self.agency.id, {**self.filters, **self.own})
        if self.tab == "catalogues":
            filters = {"agency": self.agency.id, **({"state": self.catalogue_state} if self.catalogue_state else {})}
            question = Question(types=("DossierCatalogue",), filters=filters, sort="-number")
        return getUtility(IListing).page(question, self.start, PAGE_SIZE, self.request.form.get("after"))

    @property
    def catalogue_state(self):
        """str: the state to which the list of catalogues is narrowed, "" for all."""
        asked = self.request.form.get("state")
        return asked if asked in CATALOGUE_STATES else ""

    def tabs(self):
        base = self.context.absolute_url()
        return [{"title": title, "url": f"{base}?tab={name}", "current": name == self.tab} for name, title in TABS]

    def rows(self):
        return listed_rows(self.page.rows)

    def state_title(self, state):
        """Message id of a dossier's state."""
        return STATES.get(state, state)

    @property
    def own(self):
        """Filters of the tab itself: dict."""
        return {"holder": api.user.get_current().getId()} if self.tab == "mine" else {}

    @property
    def text(self):
        value = self.filters.get("text", "")
        return value if isinstance(value, str) else " ".join(value)

    def choices(self):
        """The filters to choose from: list of dict id, title, any, options (list of dict value, title, chosen)."""
        found = choices_of(self.agency.id)
        found["unit"] = [(one.id, None) for one in getUtility(IDirectory).departments(self.agency.id)]
        return [*self._of_law(found), *self._own()]

    @property
    def own_fields(self):
        """AdditionalFields that are columns of the list."""
        return asked_at(self.context)

    @staticmethod
    def said(field, row):
        """str: what a row of the list says in an AdditionalField."""
        value = row["additional"].get(field.id, "")
        return shown(field, value) if value else ""

    def _own(self):
        """Filters by the fields of the agency whose values are chosen, as :meth:`choices` has them."""
        chosen = self.chosen("additional")
        return [
            {
                "id": "additional",
                "key": f"additional-{field.id}",
                "title": field.label,
                "any": _("dossiers_any_value", default="${field}: tất cả", mapping={"field": field.label}),
                "options": [
                    {"value": f"{field.id}={value}", "title": value, "chosen": f"{field.id}={value}" in chosen}
                    for value in field.choices
                ],
            }
            for field in self.own_fields
            if field.kind == "choice"
        ]

    def _of_law(self, found):
        names = [name for name in CHOICES if name not in self.own]
        return [
            {
                "id": name,
                "key": name,
                "title": CHOICES[name][0],
                "any": CHOICES[name][1],
                "options": [
                    {"value": value, "title": title, "chosen": value in self.chosen(name)}
                    for value, title in self.titled(name, [value for value, _count in found[name]])
                ],
            }
            for name in names
            if found[name]
        ]

    def chosen(self, name):
        """The values of a filter in force: list of str."""
        value = self.filters.get(name, [])
        return [str(one) for one in (value if isinstance(value, list) else [value])]

    def titled(self, name, values):
        """(value, title) of the values of a filter, in the order in which people look for them: list."""
        if name == "year":
            return [(value, value) for value in sorted(values, reverse=True)]
        if name == "state":
            return [(value, STATES[value]) for value in STATES if value in values]
        if name == "retention":
            kinds = getUtility(IVocabularyFactory, "qlvb.retention_kinds")(self.context)
            return [(term.value, term.title) for term in kinds if term.value in values]
        if name == "unit":
            return [(one.id, one.title) for one in getUtility(IDirectory).departments(self.agency.id)]
        if name == "holder":
            return sorted(((value, name_of(value)) for value in values), key=lambda pair: name_key(pair[1]))
        return [(value, value) for value in sorted(values)]

    def page_url(self, start, after):
        asked = {"tab": self.tab, **self.filters, "b_start": start, "after": after}
        pairs = {key: value for key, value in asked.items() if value}
        return f"{self.context.absolute_url()}?{urlencode(pairs, doseq=True)}"

    def newer(self):
        if not self.start and not self.page.previous:
            return None
        return self.page_url(max(self.start - PAGE_SIZE, 0), self.page.previous)

    def older(self):
        end = self.start + PAGE_SIZE
        return self.page_url(end, self.page.next) if self.page.next or end < self.page.total else None

    def catalogue_rows(self):
        """list of dict."""
        site = "/".join(api.portal.get().getPhysicalPath())
        opened = opened_counts([row.path.removeprefix(site) for row in self.page.rows])
        return [
            {
                "url": row.url,
                "title": row.subject,
                "year": row.year,
                "approved": row.state == "approved",
                "entries": row.facts.get("entries", 0),
                "opened": opened[row.path.removeprefix(site)],
            }
            for row in self.page.rows
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
        try:
            year = year_of(self.context, self.request.form.get("year", ""))
        except Refused as refused:
            return self.refuse(back, refused.violations[0].message)
        by_units = self.request.form.get("headings") == "units"
        catalogue = make_catalogue(self.context, year, api.user.get_current().getId(), by_units)
        return self.request.response.redirect(catalogue.absolute_url())

    def refuse(self, back, message):
        transaction.doom()
        api.portal.show_message(message, self.request, type="error")
        return self.request.response.redirect(back)
