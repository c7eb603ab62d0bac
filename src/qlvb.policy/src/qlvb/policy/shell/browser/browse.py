"""Browsing by agency, year and month, without asking the catalogue what there is."""

from plone import api
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content.documents.interfaces import IPeriodFolder
from qlvb.content.documents.periods import periods
from qlvb.content.index.boxes import INCOMING_COLUMNS
from qlvb.content.index.boxes import ISSUED_COLUMNS
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import ISection
from qlvb.content.organisation.titles import shown_title
from qlvb.content.paging import start_of
from qlvb.policy.shell.browser.lists import ListPage
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component import queryMultiAdapter


_DIRECTIONS = ("incoming", "outgoing")
_PAGE = 50


class SectionView(BrowserView):
    """A section of an agency.

    Of documents it shows years and months. Of other kinds the room concerned draws its own list (a view of the marked
    section, or one named ``<kind>-section``); else the children stand in a plain list, a page at a time.
    """

    def __call__(self):
        own = queryMultiAdapter((self.context, self.request), name=f"{self.context.kind}-section")
        return own() if own is not None else self.index()

    @property
    def shell_section(self):
        return (
            self.context.kind
            if self.context.kind in _DIRECTIONS
            else getMultiAdapter((self.context, self.request), name="qlvb-shell").section
        )

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def title(self):
        """str, in the reader's language."""
        return shown_title(self.context, self.request)

    @property
    def has_periods(self):
        return self.context.kind in _DIRECTIONS

    @property
    def years(self):
        """Years with their months, the newest first: list of dict year, count, url, months (month, count, url)."""
        found = []
        for year in periods(self.agency.id, self.context.kind):
            months = [
                {"month": month.month, "count": month.count, "url": _address(self.context, month)}
                for month in year.months
            ]
            found.append(
                {"year": year.year, "count": year.count, "url": _address(self.context, year), "months": months}
            )
        return found

    @property
    def children(self):
        """A page of the section's children that the person may see: list of dict title, url, kind."""
        checker = api.portal.get_tool("portal_membership").checkPermission
        objects = (
            self.context._getOb(child_id)
            for child_id in list(self.context.objectIds())[self.start : self.start + _PAGE]
        )
        return [
            {
                "title": shown_title(child, self.request),
                "url": child.absolute_url(),
                "kind": child.getTypeInfo().Title(),
            }
            for child in objects
            if checker("View", child)
        ]

    @property
    def start(self):
        return start_of(self.request)

    @property
    def more(self):
        """Address of the next page, or None."""
        if self.start + _PAGE >= len(self.context):
            return None
        return f"{self.context.absolute_url()}?b_start={self.start + _PAGE}"


def _address(section, period):
    tail = period.path[len("/".join(section.getPhysicalPath())) :]
    return f"{section.absolute_url()}{tail}"


class PeriodView(ListPage):
    """The documents of a month, or of a year's months."""

    default_sort = "-number"
    keep = ()
    empty_icon = "calendar3"

    @property
    def section(self):
        parent = self.context.__parent__
        while not ISection.providedBy(parent):
            parent = parent.__parent__
        return parent

    @property
    def shell_section(self):
        return self.section.kind

    @property
    def address(self):
        return self.context.absolute_url()

    @property
    def list_id(self):
        return f"period.{self.section.kind}"

    @property
    def default_columns(self):
        return INCOMING_COLUMNS if self.section.kind == "incoming" else ISSUED_COLUMNS

    @property
    def question(self):
        """The Question that the page asks."""
        tail = "/".join(("", *self.context.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]))
        filters = {**self.shell.scope, **self.filters, "folder": tail}
        return Question(box=f"{self.section.kind}.all", filters=filters, sort=self.sort or self.default_sort)

    def fetch(self, filters, sort, start, size):
        return getUtility(IListing).page(self.question, start, size)

    @property
    def heading(self):
        agency = getUtility(IDirectory).agency_of(self.context)
        names = {
            "agency": agency.symbol,
            "section": shown_title(self.section, self.request),
            "year": self.context.year,
            "month": self.context.month,
        }
        if self.context.month:
            return _("browse_month_heading", default="${section} tháng ${month}/${year} · ${agency}", mapping=names)
        return _("browse_year_heading", default="${section} năm ${year} · ${agency}", mapping=names)

    @property
    def neighbours(self):
        """The periods beside this one in the same folder: list of dict title, url, current."""
        parent = self.context.__parent__
        siblings = [child for child in parent.objectValues() if IPeriodFolder.providedBy(child)]
        siblings.sort(key=lambda child: (child.year, child.month or 0))
        return [
            {
                "title": _("browse_month", default="Tháng ${month}", mapping={"month": child.month})
                if child.month
                else str(child.year),
                "url": child.absolute_url(),
                "current": child.getId() == self.context.getId(),
            }
            for child in siblings
        ]

    @property
    def months(self):
        """Months of a year: list of dict title, url, count."""
        children = sorted(
            (child for child in self.context.objectValues() if IPeriodFolder.providedBy(child)),
            key=lambda child: child.month,
        )
        return (
            [
                {
                    "title": _("browse_month", default="Tháng ${month}", mapping={"month": child.month}),
                    "url": child.absolute_url(),
                    "count": len(child),
                }
                for child in children
            ]
            if not self.context.month
            else []
        )

    @property
    def empty(self):
        return _("browse_empty", default="Không có văn bản nào của kỳ này mà anh/chị được xem.")

    @property
    def empty_way(self):
        return {"title": _("browse_all", default="Xem các năm, tháng"), "url": self.section.absolute_url()}

    @property
    def way_out(self):
        return self.address
