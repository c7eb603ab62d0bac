"""The utility that knows accounts: their lists, passwords, suspension, use."""

from datetime import datetime
from datetime import timedelta
from plone import api
from qlvb.content import clock
from qlvb.content.accounts import rules
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import Account
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.interfaces import Leaving
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.accounts.passwords import password_due
from qlvb.content.accounts.settings import account_rules
from qlvb.content.index.open_work import count_open
from qlvb.content.organisation.accounts import people_folder_ids
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.text import name_key
from zope.component import getUtility
from zope.interface import implementer


_NEVER = 2000  # Plone's year for accounts that never signed in
NOTED = timedelta(days=7)  # so seldom it is written down that somebody works


@implementer(IAccounts)
class Accounts:
    """See IAccounts."""

    def of(self, agency_id):
        directory = getUtility(IDirectory)
        userids = {*directory.holders(agency_id, "member"), *directory.accounts_of(agency_id)}
        people = _people(userids)
        work = count_open([person.getId() for person in people], agency_id)
        found = [_account(person, agency_id, directory, work[person.getId()]) for person in people]
        return sorted(found, key=lambda account: name_key(account.fullname))

    def listed(self, agency_id, state="current", text="", department=""):
        wanted, today, in_force = fold(text).split(), clock.today(), account_rules()
        return [
            account
            for account in self.of(agency_id)
            if rules.is_in(account, state, today, in_force)
            and all(word in f"{fold(account.fullname)} {account.userid}" for word in wanted)
            and (not department or department in [unit.id for unit in account.departments])
        ]

    def counts(self, agency_id):
        accounts, today, in_force = self.of(agency_id), clock.today(), account_rules()
        return {state: sum(rules.is_in(account, state, today, in_force) for account in accounts) for state in STATES}

    def suspension(self, userid):
        kept = remembered(userid)
        return kept.suspension if kept is not None else None

    def must_change_password(self, userid):
        kept = remembered(userid)
        return kept is not None and kept.issued is not None

    def password_due(self, userid):
        return password_due(userid)

    def set_suspension(self, userid, suspension):
        kept = to_remember(userid)
        kept.suspension, kept.resumed = suspension, None if suspension else clock.now()

    def one(self, userid, agency_id):
        people = _people([userid])
        return _account(people[0], agency_id, getUtility(IDirectory), 0) if people else None

    def warned(self, userid):
        kept = remembered(userid)
        return kept.warned if kept is not None else None

    def note_warned(self, userid):
        to_remember(userid).warned = clock.today()

    def note_use(self, userid):
        today = clock.today()
        kept = remembered(userid)
        if userid in people_folder_ids() and (kept is None or kept.used is None or today - kept.used >= NOTED):
            to_remember(userid).used = today

    def leaving(self, agency_id):
        directory = getUtility(IDirectory)
        last = clock.today() + rules.LEAVES_SOON
        ends = {}
        for post in directory.agency_object(agency_id)["posts"].objectValues():
            if post.holder and post.valid_to and post.valid_to <= last:
                ends[post.holder, post.getId()] = (post.title, post.valid_to)
        for person in _people(directory.accounts_of(agency_id)):
            if not person.active:
                ends[person.getId(), ""] = ("", None)
        work = count_open([userid for userid, _post in ends], agency_id)
        found = [
            Leaving(userid, directory.person(userid).fullname, title, post_id, day, work[userid])
            for (userid, post_id), (title, day) in ends.items()
            if work[userid]
        ]
        return sorted(found, key=lambda one: (one.day is not None, one.day or last, name_key(one.fullname)))


def _account(person, agency_id, directory, open_work):
    userid = person.getId()
    kept = remembered(userid)
    posts = [post for post in directory.person(userid).posts if post.agency == agency_id]
    units = dict.fromkeys(post.department for post in posts if post.department)
    made = clock.local(person.created())
    resumed = kept.resumed if kept is not None else None
    return Account(
        userid=userid,
        fullname=person.title,
        email=person.email or "",
        phone=person.phone or "",
        posts=tuple(post.title for post in posts),
        departments=tuple(directory.department(agency_id, name) for name in units),
        active=bool(person.active),
        last_login=last_login(userid),
        since=max(made, resumed).date() if resumed else made.date(),
        first_password=kept is not None and kept.issued is not None,
        suspension=kept.suspension if kept is not None else None,
        open_work=open_work,
        path="/".join(person.getPhysicalPath()),
        last_act=kept.used if kept is not None else None,
    )


def last_login(userid) -> datetime | None:
    """When the account last signed in, None for never."""
    member = api.user.get(userid=userid)
    moment = member.getProperty("last_login_time", None) if member is not None else None
    if not moment or moment.year() <= _NEVER:
        return None
    return clock.local(moment)


def _people(userids):
    folder = people_folder_ids()
    return [folder[userid] for userid in userids if userid in folder]
