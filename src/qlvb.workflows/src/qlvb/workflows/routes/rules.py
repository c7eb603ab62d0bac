"""What a review route is and where a document stands on it: pure functions (features B6, C9)."""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from qlvb.content import _
from qlvb.content.violations import Violation


#: What is done at a station. Initials (ký nháy) are a review whose opinion says so; the state machine is fixed.
KINDS = ("review", "initials", "appraisal", "sign")
#: Kind of a station -> kind of the step on the document.
STEP_OF = {"review": "review", "initials": "review", "appraisal": "appraise", "sign": "sign"}
#: In whose unit a function is looked for.
OWN_UNIT = "drafting"
FUNCTIONS = ("unit_leader", "appraiser", "leader")
SIGNATORY = "signatory"
MOST_STATIONS, MOST_ROUTES = 8, 40
SOURCE = "NĐ 30/2020 Điều 11, Điều 12, Điều 13"


@dataclass(frozen=True)
class Station:
    """``who``: "signatory", a function, or a userid; ``unit``: of a function: "" the agency, "drafting" the unit that
    drafts, or a department's id; ``signing``: a digital signature is asked for here.
    """

    kind: str
    who: str
    unit: str = ""
    signing: bool = False


@dataclass(frozen=True)
class ReviewRoute:
    """``document_types``: () = all that no other route names."""

    id: str
    title: str
    stations: tuple
    document_types: tuple = ()

    def as_json(self):
        """dict of JSON values."""
        stations = [asdict(station) for station in self.stations]
        return {**asdict(self), "document_types": list(self.document_types), "stations": stations}


@dataclass(frozen=True)
class RoutesVersion:
    """All routes of an agency from one moment on; number 0, without routes, before there was any."""

    number: int
    routes: tuple
    by: str
    when: datetime | None

    def route_for(self, document_type):
        """The route that names the type, else the one for all others, or None."""
        named = next((route for route in self.routes if document_type in route.document_types), None)
        return named or next((route for route in self.routes if not route.document_types), None)

    def get(self, route_id):
        """The route, or None."""
        return next((route for route in self.routes if route.id == route_id), None)


EMPTY = RoutesVersion(0, (), "", None)


def next_station(stations, passed):
    """(place, Station) after the stations that were passed (places from 0), or None at the end."""
    place = max(passed) + 1 if passed else 0
    return (place, stations[place]) if place < len(stations) else None


def route_violations(routes, known_types, known_people, known_units):
    """list of Violation of the routes of a version; ``known_…`` are callables str -> bool."""
    found = []
    if len(routes) > MOST_ROUTES:
        message = _("violation_routes_many", default="Tối đa ${max} quy trình.", mapping={"max": str(MOST_ROUTES)})
        found.append(Violation("items", "too_many_routes", message))
    claimed = {}
    for place, route in enumerate(routes):
        found += _route(route, place, known_types, known_people, known_units)
        for one in route.document_types or ("",):
            if one in claimed:
                message = _(
                    "violation_route_claimed",
                    default="“${title}” và “${other}” cùng áp dụng cho một loại văn bản.",
                    mapping={"title": route.title, "other": claimed[one]},
                )
                found.append(Violation(f"items.{place}.document_types", "type_claimed", message))
            claimed.setdefault(one, route.title)
    return found


def _route(route, place, known_types, known_people, known_units):
    at = f"items.{place}"
    if not route.title.strip() or len(route.title) > 200:
        message = _("violation_route_title", default="Tên quy trình là bắt buộc, tối đa 200 ký tự.")
        yield Violation(f"{at}.title", "title_missing", message)
    if any(not known_types(one) for one in route.document_types):
        message = _("violation_route_type", default="Loại văn bản không có trong danh mục.")
        yield Violation(f"{at}.document_types", "type_unknown", message)
    stations = route.stations
    if not 1 <= len(stations) <= MOST_STATIONS:
        message = _(
            "violation_route_stations",
            default="Quy trình có từ 1 đến ${max} bước.",
            mapping={"max": str(MOST_STATIONS)},
        )
        yield Violation(f"{at}.stations", "stations_count", message)
        return
    for number, station in enumerate(stations):
        yield from _station(station, f"{at}.stations.{number}", known_people, known_units)
    signs = [number for number, station in enumerate(stations) if station.kind == "sign"]
    if signs != [len(stations) - 1]:
        message = _("violation_route_sign", default="Bước cuối cùng, và chỉ bước này, là ký.")
        yield Violation(f"{at}.stations", "sign_last", message, SOURCE)


def _station(station, at, known_people, known_units):
    if station.kind not in KINDS:
        message = _("violation_route_kind", default="Loại bước không có.")
        yield Violation(f"{at}.kind", "kind_unknown", message)
    known = station.who in (*FUNCTIONS, SIGNATORY) or known_people(station.who)
    if not known or (station.who == SIGNATORY and station.kind != "sign"):
        message = _("violation_route_who", default="Người hoặc chức năng này không nhận bước được.")
        yield Violation(f"{at}.who", "who_unknown", message)
    if station.unit not in ("", OWN_UNIT) and not known_units(station.unit):
        message = _("violation_route_unit", default="Không có phòng ban này.")
        yield Violation(f"{at}.unit", "unit_unknown", message)
