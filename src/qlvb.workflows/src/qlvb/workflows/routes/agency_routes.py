"""The routes of an agency, version by version."""

from dataclasses import replace
from persistent.list import PersistentList
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.document_types import document_types
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import records
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.routes.rules import EMPTY
from qlvb.workflows.routes.rules import RoutesVersion
from qlvb.workflows.routes.rules import route_violations
from sqlalchemy import func
from sqlalchemy import select
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.workflows.review_routes"
UNDER_WAY = ("in_review", "appraisal", "to_sign", "returned")


@implementer(IReviewRoutes)
@adapter(IAgency)
class ReviewRoutes:
    """See IReviewRoutes."""

    def __init__(self, agency):
        self.agency = agency

    @property
    def _kept(self):
        return IAnnotations(self.agency).get(ANNOTATION, ())

    def current(self):
        return self._kept[-1] if self._kept else EMPTY

    def version(self, number):
        return next((one for one in self._kept if one.number == number), EMPTY if number == 0 else None)

    def versions(self):
        return list(reversed(self._kept))

    def save(self, routes, by, expected=None):
        current = self.current()
        if expected is not None and expected != current.number:
            message = _("violation_routes_changed", default="Quy trình vừa được người khác sửa: hãy xem lại.")
            raise Refused(Violation("version", "someone_was_faster", message), 409)
        directory, agency_id = getUtility(IDirectory), self.agency.getId()
        types = document_types()
        violations = route_violations(
            routes,
            types.__contains__,
            lambda userid: directory.main_post(userid, agency_id) is not None,
            lambda unit: unit in [one.id for one in directory.departments(agency_id)],
        )
        if violations:
            raise Refused(violations)
        return self._keep(routes, by)

    def _keep(self, routes, by):
        version = RoutesVersion(self.current().number + 1, tuple(routes), by, clock.now())
        kept_under(self.agency, ANNOTATION, PersistentList).append(version)
        return version

    def hand_on(self, units, heir, by):
        routes = [_named_anew(route, units, heir) for route in self.current().routes]
        if tuple(routes) == tuple(self.current().routes):
            return self.current()
        return self._keep(routes, by)

    def running(self):
        """A number only: whoever administers the routes need not see the drafts themselves."""
        where = (
            records.c.portal_type == "OutgoingDocument",
            records.c.agency == self.agency.getId(),
            records.c.state.in_(UNDER_WAY),
        )
        with reading() as connection:
            return connection.scalar(select(func.count()).select_from(records).where(*where))


def _named_anew(route, units, heir):
    """The ReviewRoute with ``heir`` wherever one of ``units`` stood."""
    stations = (replace(one, unit=heir) if one.unit in units else one for one in route.stations)
    return replace(route, stations=tuple(stations))
