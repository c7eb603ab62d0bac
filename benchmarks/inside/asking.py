"""Ask lists or searches as people of the province, many times; prints milliseconds by name."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import SimpleUser
from benchmarks.data.province import make_province
from benchmarks.inside.claim import claim
from contextlib import contextmanager
import json
from plone import api
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.persons import acting_as
import sys
import time
import transaction
from zope.component import getUtility


#: Typed without accents, as people do: frequent and rare words, phrases, numbers.
SEARCHES = (
    "chuyen doi so",
    "bao cao ket qua giai ngan von dau tu cong",
    "phong chong thien tai",
    "tuyen sinh lop 10",
    "nha o xa hoi quy iv",
    "an toan thuc pham dip tet",
    "123/QD-SNV",
    "nguyen thi thu ha",
    "ke hoach kiem tra an toan giao thong ban ho",
    "thong bao ket luan cuoc hop",
)
DOCUMENTS = ("IncomingDocument", "OutgoingDocument")


def lists(agency):
    """name -> (Person, None for a manager of the site; callable of the listing)."""
    clerk, leader = agency.having("clerk")[0], agency.having("leader")[0]
    specialist = agency.having("specialist")[0]
    year = {"year": 2026}
    return {
        "worklist of a clerk (overdue)": (clerk, lambda ask: ask.query("incoming.overdue_agency", size=25)),
        "worklist of a leader (done)": (leader, lambda ask: ask.query("incoming.done", size=25)),
        "worklist of a specialist (in progress)": (specialist, lambda ask: ask.query("incoming.in_progress", size=25)),
        "outgoing documents of a year": (
            specialist,
            lambda ask: ask.query("outgoing.all", filters=year, sort="-issue_date", size=25),
        ),
        "a register of arrivals": (
            clerk,
            lambda ask: ask.page(
                Question(
                    types=("IncomingDocument",),
                    filters={"register": f"{agency.id}.van-ban-den.2026"},
                    sort="-number",
                ),
                0,
                25,
            ),
        ),
        "dossiers of an agency": (
            leader,
            lambda ask: ask.page(
                Question(types=("Dossier",), filters={"agency": agency.id, "year": 2026}, sort="number"), 0, 50
            ),
        ),
        "counts of a clerk's home": (
            clerk,
            lambda ask: ask.counts(
                ["incoming.waiting", "incoming.to_distribute", "incoming.overdue_agency", "outgoing.issued"]
            ),
        ),
    }


def paging(agency):
    """Page 1 of everything a leader may see, and page 10,000, or the middle of what is shorter."""
    leader = agency.having("leader")[0]
    everything = Question(types=DOCUMENTS, sort="-changed")

    cursor = {}

    def following(ask):
        if not cursor:
            total = ask.count(everything)
            start = min(10_000, total // 50) * 25
            cursor.update(start=start, after=ask.page(everything, start - 25, 25).next)
        return ask.page(everything, cursor["start"], 25, cursor["after"])

    def jumped(ask):
        total = ask.count(everything)
        return ask.page(everything, min(10_000, total // 50) * 25, 25)

    return {
        "page 1": (leader, lambda ask: ask.page(everything, 0, 25)),
        "page far back by its cursor": (leader, following),
        "page far back by its number": (leader, jumped),
    }


def searches(agency):
    specialist = agency.having("specialist")[0]
    return {f"search {text}": (specialist, lambda ask, text=text: ask.search(text, size=25)) for text in SEARCHES}


def searches_of_all(agency):
    """The same by a manager of the site, who sees nearly every record."""
    return {name: (None, call) for name, (_person, call) in searches(agency).items()}


@contextmanager
def acting_as_manager():
    before = getSecurityManager()
    manager = SimpleUser("manager", "", ["Manager", "Authenticated"], [])
    newSecurityManager(None, manager.__of__(api.portal.get().acl_users))
    try:
        yield
    finally:
        setSecurityManager(before)


KINDS = {"lists": lists, "paging": paging, "searches": searches, "searches_of_all": searches_of_all}


def main(kind, rounds):
    start_zope()
    agency = make_province()[2]
    found = {}
    with application("qlvb"):
        claim()
        for name, (person, call) in KINDS[kind](agency).items():
            with acting_as(person.userid) if person else acting_as_manager():
                times = []
                for _round in range(rounds + 3):
                    transaction.begin()
                    ask = getUtility(IListing)
                    started = time.perf_counter()
                    answer = call(ask)
                    times.append((time.perf_counter() - started) * 1000)
                    transaction.abort()
                total = answer.total if hasattr(answer, "total") else sum(answer.values())
                found[name] = {"total": total, "times": times[3:], "first": times[0]}
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
