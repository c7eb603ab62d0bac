"""Accesses to the system: how often people signed in, by day (NĐ 30/2020 Phụ lục VI, 6b).

Counted with each account, so that those who sign in at once in the morning write nothing that others write.
"""

from BTrees.IIBTree import IIBTree
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from qlvb.content import clock
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import adapter
from zope.component import getUtility


@adapter(IUserLoggedInEvent)
def count_entry(event):
    """People who have a place in the organisation are counted, whichever way they signed in; accounts of programs have
    tokens and do not sign in.
    """
    userid = event.principal.getId()
    if not getUtility(IDirectory).person(userid).posts:
        return
    account = to_remember(userid)
    if account.entries is None:
        account.entries = IIBTree()
    day = clock.today().toordinal()
    account.entries[day] = account.entries.get(day, 0) + 1


def entries_of(userid, first, last):
    """dict date -> how often the account signed in, from ``first`` to ``last`` (dates)."""
    account = remembered(userid)
    if account is None or account.entries is None:
        return {}
    days = account.entries.items(first.toordinal(), last.toordinal())
    return {first.fromordinal(day): count for day, count in days}
