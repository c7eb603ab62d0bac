"""A list as it is written into a file: heading, what it is narrowed to, columns, rows of words."""

from dataclasses import dataclass
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.index.columns import Reader
from qlvb.content.index.columns import columns_of
from qlvb.content.index.filters import MAX_SIZE
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import box_of
from qlvb.content.index.wording import Wording
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.exporting.filterwords import filter_lines
from zope.component import getUtility
from zope.i18n import translate


class Said(Wording):
    """Words in a language of their own: a job has no request of the person's."""

    def __init__(self, language):
        super().__init__(None)
        self.language = language

    def translate(self, message):
        return translate(message, target_language=self.language)


@dataclass(frozen=True)
class Heading:
    """``above``: the agency's superior body, ``agency`` its name; ``filters``: one line each; ``mark``: who made the
    file and when (NĐ 30/2020 Phụ lục VI mục 6k).
    """

    above: str
    agency: str
    title: str
    filters: tuple
    total: str
    mark: str
    page: str  # "Trang", before the number of a page


def heading_of(said, userid, title, filters, total=""):
    """The Heading of a file that ``userid`` makes; ``said``: Said, ``filters``: lines, ``total``: message or ""."""
    directory = getUtility(IDirectory)
    post = directory.main_post(userid)
    agency = directory.agency(post.agency) if post else None
    parent = directory.agency(agency.parent) if agency and agency.parent else None
    person = directory.person(userid)
    mapping = {"name": person.fullname, "when": show_moment(clock.now())}
    return Heading(
        above=parent.title.upper() if parent else "",
        agency=agency.title.upper() if agency else "",
        title=title.upper(),
        filters=filters,
        total=said.translate(total) if total else "",
        mark=said.translate(_("list_printed_by", default="In từ hệ thống QLVB: ${name}, ${when}", mapping=mapping)),
        page=said.translate(_("export_page", default="Trang")),
    )


@dataclass(frozen=True)
class FixedColumn:
    """A column of a table that is no list of records; ``id`` decides how wide it is, as with lists."""

    id: str
    title: str
    kind: str = "text"


class Columns:
    """The heads of a table's ``columns``, in the words of ``said``."""

    @property
    def titles(self):
        return [self.said.translate(column.title) for column in self.columns]

    @property
    def kinds(self):
        """The kinds of the columns, by which cells are set."""
        return [column.kind for column in self.columns]


class Table(Columns):
    """What the current person sees of the list of an Order. ``total`` rows, at least."""

    def __init__(self, order):
        self.order = order
        self.columns = columns_of(order.columns)
        self.said = Said(order.language)
        self.userid = api.user.get_current().getId()
        self.total = getUtility(IListing).count(order.question)
        #: UIDs of the records in the rows that were given.
        self.named = set()

    def values(self):
        """Row after row: (list of typed values, list of words). All rows are of one moment."""
        listing = getUtility(IListing)
        question = self.order.question
        start, after = 0, None
        while True:
            page = listing.page(question, start, MAX_SIZE, after) if after else listing.page(question, start, MAX_SIZE)
            for place, row in enumerate(page.rows, start + 1):
                reader = Reader(self.userid, place)
                self.named.add(row.uid)
                yield (
                    [column.value(row, reader) for column in self.columns],
                    [self.said.text(column, row, reader) for column in self.columns],
                )
            start += MAX_SIZE
            after = getattr(page, "next", None)
            if len(page.rows) < MAX_SIZE or start >= page.total:
                return

    @property
    def heading(self):
        total = _("export_total", default="Tổng số: ${count}", mapping={"count": str(self.total)})
        return heading_of(self.said, self.userid, self.title, tuple(filter_lines(self.order, self.said)), total)

    @property
    def title(self):
        if self.order.title:
            return self.order.title
        if self.order.question.box:
            return self.said.translate(box_of(self.order.question.box).title)
        return self.said.translate(_("export_title", default="Kết quả tìm kiếm"))
