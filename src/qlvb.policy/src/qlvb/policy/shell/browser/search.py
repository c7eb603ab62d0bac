"""``@@qlvb-search?q=…``: one box over subject, reference, issuing body and people."""

from qlvb.content import _
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.interfaces import IListing
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.shell.browser.lists import ListPage
from zope.component import getUtility


class Search(ListPage):
    """Results of the search box."""

    column_ids = MIXED_COLUMNS
    default_sort = "-changed"
    keep = ("q",)
    shell_section = "search"
    empty_icon = "search"

    @property
    def text(self):
        value = self.request.form.get("q", "")
        return value.strip() if isinstance(value, str) else ""

    def fetch(self, filters, sort, start, size):
        narrowed = {name: value for name, value in filters.items() if name not in ("text", "agency")}
        return getUtility(IListing).search(self.text, filters=narrowed, sort=sort, start=start, size=size)

    @property
    def heading(self):
        if not self.text:
            return _("search_heading", default="Tìm kiếm")
        return _("search_heading_for", default="Kết quả tìm “${text}”", mapping={"text": self.text[:80]})

    @property
    def people(self):
        """People whose name fits: list of dict name, post, agency, phone, email."""
        if len(self.text) < 2:
            return []
        directory = getUtility(IDirectory)
        found = []
        for person in directory.people(text=self.text)[:6]:
            post = person.posts[0] if person.posts else None
            agency = directory.agency(post.agency) if post else None
            department = directory.department(post.agency, post.department) if post and post.department else None
            place = department.title if department else ""
            found.append(
                {
                    "name": person.fullname,
                    "post": ", ".join(word for word in (post.title if post else "", place) if word),
                    "agency": agency.title if agency else "",
                    "phone": person.phone,
                    "email": person.email,
                }
            )
        return found

    @property
    def empty(self):
        if not self.text:
            return _(
                "search_say", default="Gõ vài chữ của trích yếu, số ký hiệu, cơ quan hoặc tên người; không cần dấu."
            )
        return _("search_nothing", default="Không có văn bản nào chứa đủ các từ này mà anh/chị được xem.")

    @property
    def empty_way(self):
        return {"title": _("list_back_home", default="Về trang chủ"), "url": self.shell.portal_url}

    @property
    def way_out(self):
        return self.address
