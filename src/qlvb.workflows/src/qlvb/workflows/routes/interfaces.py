"""Review routes: kept on the agency, followed by documents."""

from dataclasses import dataclass
from zope.interface import Interface


@dataclass(frozen=True)
class Proposal:
    """Who should have the document next: ``people`` userids, the first is proposed; ``kind`` of the step (review,
    appraise, sign), ``station`` of the route, ``place`` from 0.
    """

    people: tuple
    kind: str
    station: object
    place: int


class IReviewRoutes(Interface):
    """Adapter of IAgency. Every change makes a version; documents under way finish on the version they began with."""

    def current():
        """RoutesVersion."""

    def version(number):
        """RoutesVersion, or None."""

    def versions():
        """Newest first: list of RoutesVersion."""

    def save(routes, by, expected=None):
        """Keep routes (list of ReviewRoute) as a new version; returns it. ``expected``: number that was seen.

        :raises Refused: 400 with every mistake, 409 somebody has changed them meanwhile.
        """

    def hand_on(units, heir, by):
        """Keep a version in which the department ``heir`` stands wherever one of ``units`` (ids) did, if any did;
        returns the version in force.
        """

    def running():
        """int: how many documents of the agency are under way now, which a change leaves as they are."""


class IFollowedRoute(Interface):
    """Adapter of IOutgoingDocument."""

    def begin():
        """Note the agency's present version when the document sets out; kept for its whole way."""

    def route():
        """ReviewRoute that the document follows (or would, were it submitted now), or None."""

    def proposal():
        """Proposal for the next station, or None: no route, or its end."""
