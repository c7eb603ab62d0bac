"""Where a document stands on the route it follows, and who comes next."""

from persistent.mapping import PersistentMapping
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.routes.interfaces import IFollowedRoute
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.routes.interfaces import Proposal
from qlvb.workflows.routes.rules import OWN_UNIT
from qlvb.workflows.routes.rules import SIGNATORY
from qlvb.workflows.routes.rules import STEP_OF
from qlvb.workflows.routes.rules import next_station
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.workflows.followed_route"


@implementer(IFollowedRoute)
@adapter(IOutgoingDocument)
class FollowedRoute:
    """See IFollowedRoute."""

    def __init__(self, document):
        self.document = document

    @property
    def _routes(self):
        directory = getUtility(IDirectory)
        agency = directory.agency_of(self.document)
        return IReviewRoutes(directory.agency_object(agency.id)) if agency is not None else None

    def begin(self):
        annotations = IAnnotations(self.document)
        if ANNOTATION in annotations:
            return
        version = self._routes.current()
        route = version.route_for(self.document.document_type)
        annotations[ANNOTATION] = PersistentMapping(version=version.number, route=route.id if route else "")

    def route(self):
        routes = self._routes
        if routes is None:
            return None
        kept = IAnnotations(self.document).get(ANNOTATION)
        if kept is None:
            return routes.current().route_for(self.document.document_type)
        version = routes.version(kept["version"])
        return version.get(kept["route"]) if version is not None else None

    def proposal(self):
        route = self.route()
        if route is None:
            return None
        passed = self._passed(route)
        while (found := next_station(route.stations, passed)) is not None:
            place, station = found
            people = self.people(station)
            if people:
                return Proposal(people, STEP_OF[station.kind], station, place)
            passed = [*passed, place]  # nobody holds it today: the next one is asked
        return None

    def people(self, station):
        """userids who can take a station of this document: tuple."""
        directory, document = getUtility(IDirectory), self.document
        agency = directory.agency_of(document)
        if station.who == SIGNATORY:
            return (document.signatory,) if document.signatory else ()
        if directory.person(station.who).active and directory.main_post(station.who, agency.id) is not None:
            return (station.who,)
        unit = document.drafting_unit or "" if station.unit == OWN_UNIT else station.unit
        if station.unit == OWN_UNIT and not unit:
            return ()
        return tuple(directory.holders(agency.id, station.who, unit or None))

    def _passed(self, route):
        """Places of the stations behind the document: those whose people had it, in their order, and the one that has
        it now.
        """
        place, passed = 0, []
        for step in IRoute(self.document).steps():
            if step.kind not in ("review", "appraise", "sign") or step.outcome in ("withdrawn", "returned"):
                continue
            for number in range(place, len(route.stations)):
                station = route.stations[number]
                if STEP_OF[station.kind] == step.kind and step.person in self.people(station):
                    passed.append(number)
                    place = number + 1
                    break
        return passed
