"""What the report says (account regulation Điều 23.6, Phụ lục Mẫu 04)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from plone import api
from qlvb.content import clock
from qlvb.content.accounts.accounts import last_login
from qlvb.content.index.lookups import records_with
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import PEOPLE
from qlvb.policy.feedback.interfaces import IRemarks
from zope.component import getUtility


#: Remarks of the year that stand under "Vướng mắc, kiến nghị".
MOST_REMARKS = 20


@dataclass(frozen=True)
class Held:
    """One account: the day it was made, the last sign-in, whether it was withdrawn (the person has left)."""

    made: date
    last_login: date | None
    withdrawn: bool


@dataclass(frozen=True)
class Figures:
    """Numbers of one year, up to the day of the report."""

    total: int  # accounts that the agency has
    unused: int  # of these, nobody signed in with during the year
    made: int
    changed: int
    withdrawn: int


@dataclass(frozen=True)
class Report:
    """``contact``: dict fullname, post, phone, email of who makes it; ``remarks``: list of str."""

    agency: object  # AgencyInfo
    year: int
    day: date
    figures: Figures
    remarks: tuple
    contact: dict


def figures_of(accounts, year, changes):
    """Figures of Held accounts; ``changes``: dict kind of request -> rows that were carried out in the year. Pure."""
    kept = [one for one in accounts if not one.withdrawn]
    return Figures(
        total=len(kept),
        unused=sum(one.last_login is None or one.last_login.year < year for one in kept),
        made=sum(one.made.year == year for one in accounts),
        changed=changes.get("change", 0),
        withdrawn=changes.get("withdraw", 0),
    )


def report_of(agency_id, userid):
    """The Report of the agency for this year; ``userid`` makes it."""
    directory, today = getUtility(IDirectory), clock.today()
    person, post = directory.person(userid), directory.main_post(userid, agency_id)
    contact = {
        "fullname": person.fullname,
        "post": post.title if post is not None else "",
        "phone": person.phone,
        "email": person.email,
    }
    figures = figures_of(_accounts(agency_id), today.year, _changes(agency_id, today.year))
    remarks = IRemarks(directory.agency_object(agency_id)).all()
    said = tuple(one.text for one in remarks if one.when.year == today.year)[:MOST_REMARKS]
    return Report(directory.agency(agency_id), today.year, today, figures, said, contact)


def _accounts(agency_id):
    people, found = api.portal.get()[PEOPLE], []
    for userid in getUtility(IDirectory).accounts_of(agency_id):
        if userid in people:
            person, moment = people[userid], last_login(userid)
            made = clock.local(person.created()).date()
            found.append(Held(made, moment.date() if moment else None, not person.active))
    return found


def _changes(agency_id, year):
    """Rows of requests that were carried out in the year, by kind: Counter."""
    found = Counter()
    for row in records_with({"portal_type": "AccountRequest", "agency": agency_id, "state": "done"}, "id"):
        request = find_record(row.uid)
        if request is not None and request.answered_on.year == year:
            found[request.kind] += len(request.agencies) + len(request.people)
    return found
