"""Who is looking, and for which agency: asked of Plone's groups and of the directory."""

from plone import api
from plone.memoize.view import memoize
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.shell import menu
from qlvb.workflows.delegation.interfaces import IDelegations
from zope.component import getMultiAdapter
from zope.component import getUtility


#: The agency worked for, of those who have posts in several.
AGENCY_COOKIE = "qlvb_agency"


class Visitor:
    """Part of the shell view; answers are kept for the request."""

    @property
    @memoize
    def _portal_state(self):
        return getMultiAdapter((self.context, self.request), name="plone_portal_state")

    @property
    def language(self):
        return self._portal_state.language()

    @property
    def site_title(self):
        return self._portal_state.portal_title()

    @property
    def anonymous(self):
        return self._portal_state.anonymous()

    @property
    @memoize
    def userid(self):
        return None if self.anonymous else self._portal_state.member().getId()

    @property
    @memoize
    def person(self):
        """PersonInfo of the directory, or None (site managers have none)."""
        return getUtility(IDirectory).person(self.userid) if self.userid else None

    @property
    @memoize
    def stands_in(self):
        """bool: somebody has delegated to the person, today."""
        return bool(self.userid and getUtility(IDelegations).principals(self.userid))

    @property
    @memoize
    def fullname(self):
        member = self._portal_state.member()
        return member.getProperty("fullname", "") or self.userid

    @property
    def initials(self):
        """First letter of the given name, which Vietnamese write last."""
        return (self.fullname.split() or ["?"])[-1][:1].upper()

    @property
    def posts(self):
        return [post.title for post in self.person.posts] if self.person else []

    @property
    @memoize
    def groups(self):
        return tuple(self._portal_state.member().getGroups()) if self.userid else ()

    @property
    @memoize
    def is_manager(self):
        return not self.anonymous and self.check_permission("Plone Site Setup: Site", api.portal.get())

    def check_permission(self, permission, obj):
        return api.portal.get_tool("portal_membership").checkPermission(permission, obj)

    @property
    @memoize
    def agency(self):
        """Path id of the agency the person works for now, or None."""
        mine = menu.agencies_of(self.groups)
        chosen = self.request.cookies.get(AGENCY_COOKIE)
        if chosen in mine:
            return chosen
        if self.person and self.person.posts:
            return self.person.posts[0].agency
        return mine[0] if mine else None

    @property
    @memoize
    def functions(self):
        """Functions in that agency: set of str; ``manager`` for a site manager."""
        found = menu.functions_of(self.groups, self.agency)
        return found | {"manager"} if self.is_manager else found

    @property
    @memoize
    def agencies(self):
        """The agencies to choose from: list of dict id, title, post, current."""
        directory = getUtility(IDirectory)
        result = []
        for agency_id in menu.agencies_of(self.groups):
            info = directory.agency(agency_id)
            if info is None:
                continue
            post = directory.main_post(self.userid, agency_id)
            current = agency_id == self.agency
            result.append(
                {
                    "id": agency_id,
                    "title": info.title,
                    "symbol": info.symbol,
                    "post": post.title if post else "",
                    "current": current,
                }
            )
        return result

    @property
    def agency_label(self):
        return next((agency["title"] for agency in self.agencies if agency["current"]), "")
