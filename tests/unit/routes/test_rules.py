"""What a review route must look like, and which station comes next."""

import pytest
from qlvb.workflows.routes.rules import ReviewRoute
from qlvb.workflows.routes.rules import RoutesVersion
from qlvb.workflows.routes.rules import Station
from qlvb.workflows.routes.rules import next_station
from qlvb.workflows.routes.rules import route_violations


REVIEW, APPRAISE, SIGN = Station("review", "unit_leader", "drafting"), Station("appraisal", "appraiser"), Station("sign", "signatory")


def route(*stations, title="Quy trình", types=(), id="r1"):
    return ReviewRoute(id, title, stations or (REVIEW, APPRAISE, SIGN), types)


def codes(*routes):
    known = ({"decision", "plan"}.__contains__, {"a", "b"}.__contains__, {"vp"}.__contains__)
    return [(violation.field, violation.code) for violation in route_violations(routes, *known)]


@pytest.mark.parametrize(
    "routes, expected",
    [
        ([route()], []),
        ([route(types=("decision",)), route(id="r2")], []),
        ([route(), route(id="r2")], [("items.1.document_types", "type_claimed")]),
        ([route(types=("novel",))], [("items.0.document_types", "type_unknown")]),
        ([route(title=" ")], [("items.0.title", "title_missing")]),
        ([ReviewRoute("r", "Không bước", ())], [("items.0.stations", "stations_count")]),
        ([route(SIGN, REVIEW)], [("items.0.stations", "sign_last")]),
        ([route(REVIEW)], [("items.0.stations", "sign_last")]),
        ([route(Station("dance", "a"), SIGN)], [("items.0.stations.0.kind", "kind_unknown")]),
        ([route(Station("review", "nobody"), SIGN)], [("items.0.stations.0.who", "who_unknown")]),
        ([route(Station("review", "signatory"), SIGN)], [("items.0.stations.0.who", "who_unknown")]),
        ([route(Station("review", "unit_leader", "nowhere"), SIGN)], [("items.0.stations.0.unit", "unit_unknown")]),
        ([route(Station("initials", "a"), Station("sign", "b"))], []),
    ],
)
def test_violations(routes, expected):
    assert codes(*routes) == expected


def test_next_station():
    stations = (REVIEW, APPRAISE, SIGN)
    assert next_station(stations, []) == (0, REVIEW)
    assert next_station(stations, [0]) == (1, APPRAISE)
    assert next_station(stations, [0, 0, 1]) == (2, SIGN)
    assert next_station(stations, [2]) is None


def test_a_type_of_its_own_comes_first():
    own, others = route(types=("decision",)), route(id="r2")
    version = RoutesVersion(1, (others, own), "a", None)
    assert version.route_for("decision") is own and version.route_for("plan") is others
