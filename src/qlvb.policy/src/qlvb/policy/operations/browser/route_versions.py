"""``@@route-versions``: the review routes of every agency and the version in force."""

from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.routes.interfaces import IReviewRoutes
from zope.component import getUtility


class RouteVersions(BrowserView):
    """Read only; each agency changes its own on ``@@review-routes``, which is linked."""

    shell_section = "administration"

    @property
    def rows(self):
        """list of dict agency, url, number (of the version, 0: none was ever kept), routes (titles), by, when and
        running (documents under way, which finish on the version they began with)."""
        directory = getUtility(IDirectory)
        found = []
        for agency in directory.agencies():
            held = directory.agency_object(agency.id)
            routes = IReviewRoutes(held)
            version = routes.current()
            found.append(
                {
                    "agency": agency.title,
                    "url": f"{held.absolute_url()}/@@review-routes",
                    "number": version.number,
                    "routes": "; ".join(route.title for route in version.routes),
                    "by": directory.person(version.by).fullname if version.number else "",
                    "when": show_moment(version.when) if version.number else "",
                    "running": routes.running(),
                }
            )
        return found
