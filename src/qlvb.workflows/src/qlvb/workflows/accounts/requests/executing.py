"""What the approval of a request does to accounts, row by row."""

from plone import api
from qlvb.content import _
from qlvb.content.accounts.naming import Named
from qlvb.content.accounts.naming import account_name
from qlvb.content.accounts.naming import numbered
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import create_person
from qlvb.content.organisation.accounts import is_taken
from qlvb.content.organisation.accounts import propose_userid
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import FUNCTION_TITLES
from qlvb.content.organisation.vocabularies import PEOPLE as PEOPLE_FOLDER
from qlvb.content.requests.interfaces import CHANGE
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.interfaces import WITHDRAW
from qlvb.content.requests.rows import AGENCIES
from qlvb.content.requests.rows import PEOPLE
from qlvb.content.requests.rows import TABLES
from qlvb.workflows.accounts.requests.creation import depth_of
from qlvb.workflows.accounts.requests.moving import called
from qlvb.workflows.accounts.requests.moving import leave
from qlvb.workflows.accounts.requests.moving import make_post
from qlvb.workflows.accounts.requests.moving import move
from qlvb.workflows.accounts.requests.moving import obstacle
from qlvb.workflows.accounts.requests.telling import NO_POST
from qlvb.workflows.accounts.requests.telling import tell_moved
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent


#: Kind of an agency's account -> function of the post that it holds, what stands before the agency's name.
FUNCTIONS = {"admin": ("agency_admin", "Quản trị"), "clerk": ("clerk", "Văn thư")}


def proposed(request):
    """Names that the accounts of a request for new ones would get now: list of str, agencies before people."""
    given = []

    def taken(name):
        return name in given or is_taken(name)

    for table in TABLES:
        for row in getattr(request, table):
            given.append(_name(row, table, taken))
    return given


def _name(row, table, taken):
    if table == PEOPLE:
        return propose_userid(row["fullname"], taken)
    directory = getUtility(IDirectory)
    info = directory.agency(row["agency"])
    above = directory.agency(info.parent) if info.parent else None
    return numbered(account_name(row["role"], _named(info), above and _named(above), depth_of(info.id)), taken)


def _named(info):
    return Named(info.title, info.symbol)


def carry_out_rows(request, by):
    """Make, change or withdraw what the rows say; returns a tuple of dict ``account``, one for each row in order.

    :raises Refused: 400 a name cannot be made.
    """
    make = {NEW: _make, CHANGE: _change, WITHDRAW: _withdraw}[request.kind]
    uid = request.UID()
    return tuple(
        {"account": make(row, table, request, by, uid)} for table in TABLES for row in getattr(request, table)
    )


def _make(row, table, request, by, uid):
    agency = getUtility(IDirectory).agency_of(request)
    userid = _name(row, table, is_taken)
    if table == AGENCIES:
        info = getUtility(IDirectory).agency(row["agency"])
        function, prefix = FUNCTIONS[row["role"]]
        person = create_person(userid, f"{prefix} {info.title}"[:150], email=row["email"], home_agency=info.id)
        assign(_post_for(info.id, function), userid)
    else:
        home = agency.id
        person = create_person(userid, row["fullname"], email=row["email"], phone=row["phone"], home_agency=home)
    IJournal(person).append("account.made", by, {"request": uid})
    return userid


def _post_for(agency_id, function):
    """A vacant post with the function in the agency, made when there is none."""
    posts = getUtility(IDirectory).agency_object(agency_id)["posts"]
    vacant = [post for post in posts.objectValues() if not post.holder and function in (post.functions or ())]
    if vacant:
        return vacant[0]
    return make_post(agency_id, translate(FUNCTION_TITLES[function], target_language="vi"), {function})


def _change(row, table, request, by, uid):
    if table == AGENCIES:
        agency = getUtility(IDirectory).agency_object(row["agency"])
        setattr(agency, row["field"], row["value"])
        notify(ObjectModifiedEvent(agency))
        agency.reindexObject()
        return ""
    person, asking = api.portal.get()[PEOPLE_FOLDER][row["account"]], getUtility(IDirectory).agency_of(request).id
    if row["field"] in ("post", "department"):
        old = called(row["account"], asking)
        move(row, asking)
        if (new := called(row["account"], asking)) != old:
            tell_moved(row["account"], request, old or NO_POST, new)
    else:
        if row["field"] == "home_agency" and row["value"] != asking:
            leave(row["account"], asking)
        setattr(person, row["field"], row["value"])
        notify(ObjectModifiedEvent(person))
        person.reindexObject()
    IJournal(person).append("account.changed", by, {"request": uid, "field": row["field"]})
    return row["account"]


def _withdraw(row, table, request, by, uid):
    person = api.portal.get()[PEOPLE_FOLDER][row["account"]]
    if person.active:
        person.active = False
        notify(ObjectModifiedEvent(person))
        person.reindexObject()
        IJournal(person).append("account.withdrawn", by, {"request": uid, "reason": row["reason"]})
    return row["account"]


def still_wrong(request, known):
    """Messages of rows that cannot be carried out any more, because the organisation changed meanwhile: list."""
    gone = [row["account"] for row in request.people if "account" in row and row["account"] not in known.accounts]
    gone += [row["agency"] for row in request.agencies if row["agency"] not in known.agencies]
    meant = [(known.values.get(row.get("field"), {}), row) for row in request.people]
    gone += [row["value"] for values, row in meant if values and row["value"] not in values]
    found = [
        _(
            "violation_account_request_gone",
            default="“${name}” không còn thuộc cơ quan gửi yêu cầu, hoặc đã thu hồi: hãy trả lại yêu cầu.",
            mapping={"name": name},
        )
        for name in gone
    ]
    if found or request.kind != CHANGE:
        return found
    agency = getUtility(IDirectory).agency_of(request)
    return [message for row in request.people if (message := obstacle(row, agency.id)) is not None]
