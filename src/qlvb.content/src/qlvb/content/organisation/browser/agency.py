"""Screen: an agency, its departments, its posts and who holds them."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_date
from qlvb.content.clock import today
from qlvb.content.organisation.directory import is_valid
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import CAPACITY_TITLES
from qlvb.content.organisation.vocabularies import FUNCTION_TITLES
from zope.component import getUtility
from zope.i18n import translate


class AgencyView(BrowserView):
    """For everybody with an account: facts and tree; with buttons for who administers the agency."""

    shell_section = "administration"

    @property
    def info(self):
        return getUtility(IDirectory).agency(self.context.getId())

    def parent(self):
        parent = getUtility(IDirectory).agency(self.info.parent)
        return {"title": parent.title, "url": f"{api.portal.get().absolute_url()}/{parent.id}"} if parent else None

    def may_manage(self):
        return api.user.has_permission("qlvb: Manage organisation", obj=self.context)

    def sections(self):
        """Sections that the person may open: list of dict."""
        return [
            {"title": section.title, "url": section.absolute_url()}
            for kind in ("incoming", "outgoing", "registers", "dossiers")
            if (section := self.context._getOb(kind, None)) is not None
            and api.user.has_permission("View", obj=section)
        ]

    def units(self):
        """The leaders first, then each department: list of dict with title, symbol, url, posts."""
        directory = getUtility(IDirectory)
        posts = [self._post(post) for post in self.context["posts"].objectValues()]
        posts.sort(key=lambda post: (post["rank"], post["id"]))
        found = [{"id": "", "title": "", "symbol": "", "url": "", "posts": [p for p in posts if not p["department"]]}]
        for info in directory.departments(self.context.getId()):
            found.append(
                {
                    "id": info.id,
                    "title": info.title,
                    "symbol": info.symbol,
                    "url": self.context["departments"][info.id].absolute_url(),
                    "posts": [post for post in posts if post["department"] == info.id],
                }
            )
        return found

    def _post(self, post):
        directory = getUtility(IDirectory)
        return {
            "id": post.getId(),
            "rank": post.rank or 0,
            "title": post.title,
            "department": post.department or "",
            "url": post.absolute_url(),
            "functions": [
                self._word(title) for name, title in FUNCTION_TITLES.items() if name in (post.functions or ())
            ],
            "capacity": self._word(CAPACITY_TITLES[post.capacity or "none"]) if post.capacity != "none" else "",
            "holder": directory.person(post.holder).fullname if post.holder else "",
            "userid": post.holder or "",
            "period": _period(post.valid_from, post.valid_to) if post.valid_from or post.valid_to else "",
            "in_force": is_valid(post, today()),
            "past": [self._past(item) for item in post.past_holders or ()],
        }

    def _past(self, item):
        name = getUtility(IDirectory).person(item["holder"]).fullname
        period = _period(item["valid_from"], item["valid_to"]).strip(" –")
        return f"{name} ({period})" if period else name

    def _word(self, message):
        return translate(message, context=self.request)


class ToAgency(BrowserView):
    """A department or post has no page of its own: it is shown in the tree of its agency."""

    def __call__(self):
        agency = getUtility(IDirectory).agency_of(self.context)
        url = f"{api.portal.get().absolute_url()}/{agency.id}"
        return self.request.response.redirect(f"{url}#{self.context.getId()}")


def _period(first, last):
    return f"{show_date(first)} – {show_date(last)}"
