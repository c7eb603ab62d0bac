"""Twice a day: accounts that nobody uses are warned of, then suspended (account regulation Điều 8.3b)."""

from datetime import timedelta
from persistent.mapping import PersistentMapping
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.passwords import is_service
from qlvb.content.accounts.rules import day_of_suspension
from qlvb.content.accounts.rules import is_in
from qlvb.content.accounts.rules import next_step
from qlvb.content.accounts.rules import used_last
from qlvb.content.accounts.settings import account_rules
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import PEOPLE
from qlvb.workflows.accounts.acts import SuspendUnused
from qlvb.workflows.accounts.telling import tell_suspended
from qlvb.workflows.accounts.telling import tell_warned
from qlvb.workflows.acts.registry import carry_out
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


#: What the worker counted last: tiles of the province show it, as reading all accounts takes seconds.
UNUSED = "qlvb.accounts.unused"
REASON = _("account_unused_reason", default="Không có giao dịch gửi, nhận văn bản từ ngày ${day}.")


@implementer(IPeriodicWork)
class WatchUse:
    """See IPeriodicWork. A transaction for each account, so that one that fails stops no other."""

    title = _("periodic_accounts", default="Báo trước và tạm dừng tài khoản không giao dịch")
    interval = timedelta(hours=12)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """dict: how many accounts nobody signed in with for six months (``inactive``, before this run), how many were
        warned of and suspended (``warn``, ``suspend``).
        """
        self.transactions.refresh()
        accounts, rules, today = getUtility(IAccounts), account_rules(), clock.today()
        due, inactive = {}, {}
        for agency in getUtility(IDirectory).agencies():
            for account in accounts.of(agency.id):
                if is_in(account, "inactive", today, rules):
                    inactive.setdefault(account.userid, agency.id)
                if next_step(account, accounts.warned(account.userid), today, rules):
                    due.setdefault(account.userid, agency.id)
        self.transactions.attempt(lambda: keep_unused(inactive))
        done = {"inactive": len(inactive), "warn": 0, "suspend": 0}
        for userid, agency_id in sorted(due.items()):
            step = self.transactions.attempt(lambda userid=userid, agency=agency_id: look_at(userid, agency))
            if step:
                done[step] += 1
        return done


def keep_unused(found):
    """Keep the accounts that nobody signed in with for six months (dict userid -> id of an agency), as of now."""
    kept_under(api.portal.get(), UNUSED, PersistentMapping).update(found=tuple(sorted(found.items())), when=clock.now())


def unused_accounts():
    """(tuple of (userid, id of the agency), aware datetime of the count) of the last run; ((), None) before it."""
    kept = IAnnotations(api.portal.get()).get(UNUSED) or {}
    return kept.get("found", ()), kept.get("when")


def look_at(userid, agency_id):
    """Do what the day asks of one account; returns what was done: "warn", "suspend" or ""."""
    accounts, rules, today = getUtility(IAccounts), account_rules(), clock.today()
    account = accounts.one(userid, agency_id)
    step = next_step(account, accounts.warned(userid), today, rules) if account is not None else ""
    act = SuspendUnused(api.portal.get()[PEOPLE][userid]) if step else None
    if not step or is_service(userid) or list(act.rules(None)):
        return ""
    if step == "warn":
        day = max(day_of_suspension(account, rules), today + timedelta(days=rules.warned_days))
        accounts.note_warned(userid)
        tell_warned(account, agency_id, day)
    else:
        reason = translate(_with_day(used_last(account)), target_language="vi")
        carry_out(act.record, act, {"basis": "unused", "reason": reason})
        tell_suspended(account, agency_id, today)
    return step


def _with_day(day):
    return type(REASON)(REASON, mapping={"day": day.strftime("%d/%m/%Y")})
