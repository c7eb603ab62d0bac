"""Whose password it is: one that somebody else gave is to be changed at the first sign-in (Điều 16.2)."""

from plone import api
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from qlvb.content import clock
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import people_folder
from zope.component import adapter


def note_issued(userid, by):
    """Somebody (``by``: userid) gave the account a password that he has seen."""
    to_remember(userid).issued = clock.now()
    IJournal(people_folder()[userid]).append("account.password_issued", by)


@adapter(ICredentialsUpdatedEvent)
def password_set(event):
    """Plone has set a password. Whoever is not signed in came with the secret of a letter, so it is himself."""
    userid = event.principal.getId()
    person = api.portal.get()._getOb("people", {}).get(userid)
    if person is None:
        return
    current = None if api.user.is_anonymous() else api.user.get_current().getId()
    if current not in (None, userid):
        note_issued(userid, current)
        return
    if remembered(userid) is not None:
        to_remember(userid).issued = None
    IJournal(person).append("account.password_changed", userid)
