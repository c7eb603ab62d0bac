"""The utility that lists, suspends and resumes accounts."""

from datetime import datetime
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.accounts import rules
from qlvb.content.accounts.interfaces import BASES
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import Account
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.interfaces import Leaving
from qlvb.content.accounts.interfaces import Suspension
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.index.open_work import count_open
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import may_be_reset_by_agency
from qlvb.content.organisation.accounts import people_folder_ids
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.text import name_key
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.interface import implementer


SHORTEST, LONGEST = 10, 500  # characters of a reason
_NEVER = 2000  # Plone's year for accounts that never signed in
RULE = "Quy chế tài khoản Điều 8"


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
        wanted, today = fold(text).split(), clock.today()
        return [
            account
            for account in self.of(agency_id)
            if rules.is_in(account, state, today)
            and all(word in f"{fold(account.fullname)} {account.userid}" for word in wanted)
            and (not department or department in [unit.id for unit in account.departments])
        ]

    def counts(self, agency_id):
        accounts, today = self.of(agency_id), clock.today()
        return {state: sum(rules.is_in(account, state, today) for account in accounts) for state in STATES}

    def suspension(self, userid):
        kept = remembered(userid)
        return kept.suspension if kept is not None else None

    def must_change_password(self, userid):
        kept = remembered(userid)
        return kept is not None and kept.issued is not None

    def suspend(self, userid, basis, reason, by):
        person, reason = _person(userid), _cleaned(reason)
        violations = _reason_violations(reason)
        if basis not in BASES:
            message = _("violation_account_basis", default="Hãy chọn căn cứ tạm dừng.")
            violations.append(Violation("basis", "basis_unknown", message, RULE))
        if violations:
            raise Refused(violations)
        if userid == by:
            message = _("violation_account_own", default="Không ai tạm dừng tài khoản của chính mình.")
            raise Refused(Violation("", "own_account", message), status=403)
        if not may_be_reset_by_agency(userid):
            message = _("violation_account_system", default="Không tạm dừng được tài khoản quản trị hệ thống ở đây.")
            raise Refused(Violation("", "system_account", message), status=403)
        if not person.active:
            message = _("violation_account_left", default="Người này đã nghỉ, tài khoản không còn dùng được.")
            raise Refused(Violation("", "person_left", message), status=409)
        if self.suspension(userid) is not None:
            message = _("violation_account_twice", default="Tài khoản này đang tạm dừng rồi.")
            raise Refused(Violation("", "suspended_already", message), status=409)
        to_remember(userid).suspension = Suspension(clock.now(), by, basis, reason)
        IJournal(person).append("account.suspended", by, {"basis": basis, "reason": reason})

    def resume(self, userid, reason, by):
        person, reason = _person(userid), _cleaned(reason)
        violations = _reason_violations(reason)
        if violations:
            raise Refused(violations)
        if self.suspension(userid) is None:
            message = _("violation_account_not_suspended", default="Tài khoản này không tạm dừng.")
            raise Refused(Violation("", "not_suspended", message), status=409)
        kept = to_remember(userid)
        kept.suspension, kept.resumed = None, clock.now()
        IJournal(person).append("account.resumed", by, {"reason": reason})

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


def _person(userid):
    person = people_folder_ids().get(userid) if people_folder_ids() else None
    if person is None:
        message = _("violation_account_unknown", default="Không có người nào với tài khoản này.")
        raise Refused(Violation("userid", "person_unknown", message), status=404)
    return person


def _cleaned(reason):
    return " ".join(nfc(reason).split()) if isinstance(reason, str) else ""


def _reason_violations(reason):
    if SHORTEST <= len(reason) <= LONGEST:
        return []
    mapping = {"min": str(SHORTEST), "max": str(LONGEST)}
    message = _("violation_account_reason", default="Lý do phải có từ ${min} đến ${max} ký tự.", mapping=mapping)
    return [Violation("reason", "reason_length", message, RULE)]
