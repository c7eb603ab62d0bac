"""``@review-routes`` of an agency: its routes, and a new version of them."""

from AccessControl import getSecurityManager
from qlvb.content.answering import AnsweringService
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.routes.values import routes_from


class RoutesGet(AnsweringService):
    """The version in force, how many documents are under way on this and earlier ones, and the versions before."""

    def answer(self):
        routes = IReviewRoutes(self.context)
        current = routes.current()
        return {
            "@id": f"{self.context.absolute_url()}/@review-routes",
            "version": current.number,
            "items": [route.as_json() for route in current.routes],
            "running": routes.running(),
            "versions": [
                {"number": one.number, "by": one.by, "when": one.when.isoformat(), "routes": len(one.routes)}
                for one in routes.versions()
            ],
        }


class RoutesPut(RoutesGet):
    """``{"version": the number that was seen, "items": [...]}``: all routes anew; documents under way keep theirs."""

    def answer(self):
        body, by = self.body(), getSecurityManager().getUser().getId()
        expected = body.get("version")
        IReviewRoutes(self.context).save(
            routes_from(body.get("items")), by, expected if isinstance(expected, int) else None
        )
        return super().answer()
