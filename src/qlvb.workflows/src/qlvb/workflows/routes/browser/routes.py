"""``@@review-routes``: the routes of an agency, each with its stations; saving makes a version."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.documents.document_types import document_types
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import FUNCTION_TITLES
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.routes.rules import FUNCTIONS
from qlvb.workflows.routes.rules import KINDS
from qlvb.workflows.routes.rules import OWN_UNIT
from qlvb.workflows.routes.rules import SIGNATORY
from qlvb.workflows.routes.rules import ReviewRoute
from qlvb.workflows.routes.rules import Station
from uuid import uuid4
from zope.component import getUtility


KIND_TITLES = {
    "review": _("route_kind_review", default="Duyệt"),
    "initials": _("route_kind_initials", default="Ký nháy"),
    "appraisal": _("route_kind_appraisal", default="Thẩm định"),
    "sign": _("route_kind_sign", default="Ký"),
}
#: Lines of stations and routes that stand empty for more.
SPARE = 2


class Routes(PostedForm):
    """One form over all routes: a title emptied takes the route out, a station without kind is passed over."""

    @property
    def routes(self):
        return IReviewRoutes(self.context)

    @property
    def version(self):
        return self.routes.current().number

    @property
    def running(self):
        return self.routes.running()

    def history(self):
        """Versions, newest first: list of dict."""
        directory = getUtility(IDirectory)
        return [
            {"number": one.number, "by": directory.person(one.by).fullname, "when": show_moment(one.when)}
            for one in self.routes.versions()
        ]

    def blocks(self):
        """The routes as the form shows them, with an empty one at the end: list of dict."""
        shown = self.typed() if self.request.method == "POST" else list(self.routes.current().routes)
        new = ReviewRoute("", "", ())
        return [self.block(place, route) for place, route in enumerate([*shown, new])]

    def block(self, place, route):
        stations = [*route.stations, *(Station("", "") for _spare in range(SPARE))]
        return {
            "place": place,
            "id": route.id,
            "title": route.title,
            "types": [
                {"value": kind.identifier, "title": kind.title, "chosen": kind.identifier in route.document_types}
                for kind in document_types().values()
                if kind.group != "archival_only"
            ],
            "stations": [self.station(number, station) for number, station in enumerate(stations)],
        }

    def station(self, number, station):
        return {
            "number": number,
            "kinds": [
                {"value": kind, "title": KIND_TITLES[kind], "chosen": kind == station.kind} for kind in KINDS
            ],
            "people": [{**one, "chosen": one["value"] == station.who} for one in self.people],
            "units": [{**one, "chosen": one["value"] == station.unit} for one in self.units],
        }

    @property
    def people(self):
        """Functions, the signer, then everybody: list of dict."""
        directory, agency_id = getUtility(IDirectory), self.context.getId()
        found = [{"value": SIGNATORY, "title": _("route_who_signatory", default="Người ký của văn bản")}]
        found += [{"value": name, "title": FUNCTION_TITLES[name]} for name in FUNCTIONS]
        return found + [{"value": one.userid, "title": one.fullname} for one in directory.people(agency_id)]

    @property
    def units(self):
        """Where a function is looked for: list of dict."""
        found = [
            {"value": "", "title": _("route_unit_agency", default="Cả cơ quan")},
            {"value": OWN_UNIT, "title": _("route_unit_own", default="Đơn vị soạn thảo")},
        ]
        departments = getUtility(IDirectory).departments(self.context.getId())
        return found + [{"value": one.id, "title": one.title} for one in departments]

    def typed(self):
        """The routes as they were typed: list of ReviewRoute."""
        found, form = [], self.request.form
        for place in range(self._count("routes")):
            title = self.value(f"title-{place}")
            if not title:
                continue
            types = form.get(f"types-{place}", [])
            stations = [
                Station(kind, self.value(f"who-{place}-{number}"), self.value(f"unit-{place}-{number}"), kind == "sign")
                for number in range(self._count(f"stations-{place}"))
                if (kind := self.value(f"kind-{place}-{number}"))
            ]
            types = (types,) if isinstance(types, str) else tuple(types)
            found.append(ReviewRoute(self.value(f"id-{place}") or uuid4().hex[:12], title, tuple(stations), types))
        return found

    def _count(self, name):
        text = self.value(name)
        return min(int(text), 100) if text.isdecimal() else 0

    def save(self):
        seen = self.value("version")
        version = self.routes.save(
            self.typed(), getSecurityManager().getUser().getId(), int(seen) if seen.isdecimal() else None
        )
        message = _(
            "routes_saved",
            default="Đã lưu quy trình, phiên bản ${number}. ${count} văn bản đang xử lý vẫn theo phiên bản cũ.",
            mapping={"number": str(version.number), "count": str(self.running)},
        )
        api.portal.show_message(message, self.request)
        return f"{self.context.absolute_url()}/@@review-routes"
