"""The documents: one stream, in the order of their days, each with the people concerned and the state it is in.

Rights, boxes and lines are those that a site works out by itself (:mod:`benchmarks.data.rights`).
"""

from benchmarks.data.days import Days
from benchmarks.data.province import make_province
from benchmarks.data.texts import OUTSIDE
from benchmarks.data.texts import body
from benchmarks.data.texts import subject
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from qlvb.content.documents.document_types import document_type
from qlvb.content.registers.symbols import compose_symbol
from random import Random


UNTIL = date(2026, 11, 20)
YEARS = 5
#: Working weeks after which nearly everything is done.
RECENT_DAYS = 45
TYPES = {
    "official_letter": 62,
    "decision": 14,
    "report": 6,
    "plan": 4.5,
    "notice": 4,
    "submission": 3.5,
    "invitation": 3.5,
    "guideline": 0.8,
    "directive": 0.4,
    "minutes": 0.6,
    "official_telegram": 0.3,
    "programme": 0.4,
}
URGENCIES = {"normal": 86, "urgent": 10, "very_urgent": 3, "express": 1}
SECRECIES = {"none": 98, "confidential": 1.4, "secret": 0.5, "top_secret": 0.1}
INCOMING_SHARE = 0.6
CHANNELS = {"interchange": 70, "post": 15, "internal": 10, "email": 5}
OLD_INCOMING = {"finished": 98.6, "in_progress": 1.2, "returned": 0.2}
NEW_INCOMING = {"finished": 55, "in_progress": 28, "to_direct": 6, "registered": 5, "waiting": 5, "returned": 1}
OLD_OUTGOING = {"issued": 99.2, "cancelled": 0.8}
NEW_OUTGOING = {
    "issued": 72,
    "draft": 7,
    "in_review": 6,
    "to_sign": 5,
    "returned": 3,
    "to_issue": 3,
    "numbered": 3,
    "cancelled": 1,
}
NUMBERED = ("numbered", "issued")


class Choice:
    """A draw by shares: ``Choice({"a": 90, "b": 10})(random)``."""

    def __init__(self, shares):
        self.values = list(shares)
        total = sum(shares.values())
        self.sums = [share / total for share in accumulate(shares.values())]

    def __call__(self, draw):
        return self.values[bisect_right(self.sums, draw)]


@dataclass(slots=True)
class Made:
    """A generated document. ``people`` by what they do with it: drafter, reviewer, leader, lead, supports, informed."""

    index: int
    direction: str
    agency: int  # place in the province
    day: date
    state: str
    document_type: str
    urgency: str
    secrecy: str
    subject: str
    register: str
    number: int
    reference: str
    symbol: str
    issuing_body: str
    signatory: str
    recipients: tuple
    channel: str
    drafter: object = None
    reviewer: object = None
    leader: object = None
    lead: object = None
    supports: tuple = ()
    informed: tuple = ()
    deadline: date | None = None

    @property
    def uid(self):
        return f"{self.index:032x}"

    @property
    def incoming(self):
        return self.direction == "incoming"


class Records:
    """``count`` documents of a province; iterating begins anew, with the same documents."""

    def __init__(self, count, seed=1, agencies=20, users=2000, until=UNTIL, states=True, only=None):
        """``states`` False: everything is finished or issued, as what a bulk import brings. ``only``: place of the one
        agency that writes.
        """
        self.count = count
        self.seed = seed
        self.until = until
        self.states = states
        self.province = make_province(agencies, users)
        self._draws = {
            name: Choice(shares)
            for name, shares in (
                ("type", TYPES),
                ("urgency", URGENCIES),
                ("secrecy", SECRECIES),
                ("channel", CHANNELS),
                ("old_incoming", OLD_INCOMING),
                ("new_incoming", NEW_INCOMING),
                ("old_outgoing", OLD_OUTGOING),
                ("new_outgoing", NEW_OUTGOING),
            )
        }
        self._staff = [_Staff(agency) for agency in self.province]
        #: The first agency writes more than the last.
        shares = {place: 3.0 if place == 0 else 1.0 for place in range(len(self.province))}
        self._agency = Choice(shares if only is None else {only: 1.0})

    def __len__(self):
        return self.count

    def __iter__(self):
        random = Random(f"records {self.seed} {self.count}")
        days = Days(self.count, self.until, YEARS)
        numbers = {}
        for index in range(self.count):
            yield self._make(index, days.of(index), random, numbers)

    @cached_property
    def people(self):
        """tuple of Person: all of the province."""
        return tuple(person for agency in self.province for person in agency.people)

    def body_of(self, made):
        """The text of the document's file: the same whenever it is asked for."""
        agency = self.province[made.agency]
        unit = agency.departments[made.index % len(agency.departments)][1]
        said = made.issuing_body if made.incoming else agency.title
        return body(Random(f"body {self.seed} {made.index}"), said, unit, made.day.year, made.day.month)

    def _make(self, index, day, random, numbers):
        draw = random.random
        incoming = draw() < INCOMING_SHARE
        direction = "incoming" if incoming else "outgoing"
        place = self._agency(draw())
        agency, staff = self.province[place], self._staff[place]
        kind = self._draws["type"](draw())
        secrecy = self._draws["secrecy"](draw())
        state = self._state(direction, day, draw())
        made = Made(
            index=index,
            direction=direction,
            agency=place,
            day=day,
            state=state,
            document_type=kind,
            urgency=self._draws["urgency"](draw()),
            secrecy=secrecy,
            subject=subject(random, kind, day.year, day.month),
            register="",
            number=0,
            reference="",
            symbol="",
            issuing_body=agency.title,
            signatory="",
            recipients=(),
            channel="",
        )
        (self._receive if incoming else self._draft)(made, agency, staff, random, numbers)
        return made

    def _state(self, direction, day, draw):
        if not self.states:
            return "finished" if direction == "incoming" else "issued"
        age = "new" if (self.until - day).days < RECENT_DAYS else "old"
        return self._draws[f"{age}_{direction}"](draw)

    def _receive(self, made, agency, staff, random, numbers):
        draw = random.random
        sender = self.province[int(draw() * len(self.province))]
        if draw() < 0.3 or sender is agency:
            made.issuing_body = OUTSIDE[int(draw() * len(OUTSIDE))]
            made.symbol = _symbol(made.document_type, "CTY", "VP")
            made.signatory = "Người đại diện"
        else:
            made.issuing_body = sender.title
            made.symbol = _symbol(made.document_type, sender.symbol, sender.departments[int(draw() * 6)][2])
            made.signatory = sender.people[int(draw() * 4)].fullname
        made.reference = f"{1 + int(draw() * 4000):02d}/{made.symbol}"
        made.channel = self._draws["channel"](draw())
        if made.state not in ("waiting", "returned"):
            made.register = "van-ban-den" if made.secrecy == "none" else "van-ban-mat-den"
            made.number = _next(numbers, made)
        staff.direct(made, random)

    def _draft(self, made, agency, staff, random, numbers):
        draw = random.random
        department = staff.draft(made, random)
        made.signatory = made.leader.fullname
        if made.state in NUMBERED:
            made.register = _register(made)
            made.number = _next(numbers, made)
            made.symbol = _symbol(made.document_type, agency.symbol, department, made.secrecy)
            made.reference = f"{made.number:02d}/{made.symbol}"
        count = 1 + int(draw() ** 3 * 12)
        others = [int(draw() * len(self.province)) for _place in range(count)]
        made.recipients = tuple(dict.fromkeys(self.province[place].title for place in others if place != made.agency))
        if not made.recipients:
            made.recipients = (OUTSIDE[int(draw() * len(OUTSIDE))],)


def _register(made):
    if made.secrecy != "none":
        return "van-ban-mat-di"
    return {"official_letter": "cong-van-di", "decision": "quyet-dinh"}.get(made.document_type, "van-ban-di")


def _next(numbers, made):
    key = made.agency, made.register, made.day.year
    numbers[key] = numbers.get(key, 0) + 1
    return numbers[key]


_symbols = {}


def _symbol(kind, agency, unit, secrecy="none"):
    key = kind, agency, unit, secrecy
    if key not in _symbols:
        suffix = "" if secrecy == "none" else "M"
        _symbols[key] = compose_symbol(document_type(kind).abbreviation, agency, unit, suffix=suffix)
    return _symbols[key]


class _Staff:
    """Who does what in an agency."""

    def __init__(self, agency):
        self.leaders = agency.having("leader")
        self.heads = {head.department: head for head in agency.having("unit_leader")}
        self.units = list(self.heads)
        self.symbols = {department: symbol for department, _title, symbol in agency.departments}
        self.specialists = {unit: agency.having("specialist", unit) or [self.heads[unit]] for unit in self.units}

    def draft(self, made, random):
        """Set drafter, reviewer and signing leader; returns the symbol of the drafting department."""
        draw = random.random
        unit = self.units[int(draw() * len(self.units))]
        people = self.specialists[unit]
        made.drafter = people[int(draw() * len(people))]
        made.reviewer = self.heads[unit]
        made.leader = self.leaders[int(draw() ** 1.5 * len(self.leaders))]
        return self.symbols[unit]

    def direct(self, made, random):
        """Set the leader who directs, the one in charge, those who support and those informed, and the deadline."""
        draw = random.random
        if made.state in ("waiting", "returned", "registered"):
            return
        made.leader = self.leaders[int(draw() ** 1.5 * len(self.leaders))]
        if made.state == "to_direct":
            return
        unit = self.units[int(draw() * len(self.units))]
        people = self.specialists[unit]
        made.reviewer = self.heads[unit]
        made.lead = people[int(draw() * len(people))]
        if draw() < 0.2:
            other = self.heads[self.units[int(draw() * len(self.units))]]
            if other is not made.reviewer:
                made.supports = (other,)
        if draw() < 0.25:
            other = self.heads[self.units[int(draw() * len(self.units))]]
            if other is not made.reviewer and other not in made.supports:
                made.informed = (other,)
        if draw() < 0.7:
            made.deadline = date.fromordinal(made.day.toordinal() + 3 + int(draw() * 25))
