"""Whose password it is: one that somebody else gave is to be changed at the first sign-in (Điều 16.2)."""

from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from qlvb.content import clock
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import people_folder
from qlvb.content.organisation.interfaces import ISection
from zope.component import adapter
from zope.component.hooks import getSite


def note_issued(userid, by):
    """Somebody (``by``: userid) gave the account a password that he has seen."""
    to_remember(userid).issued = clock.now()
    IJournal(people_folder()[userid]).append("account.password_issued", by)


@adapter(ICredentialsUpdatedEvent)
def password_set(event):
    """Plone has set a password. Whoever is not signed in came with the secret of a letter, so it is himself."""
    userid = event.principal.getId()
    site = getSite()
    people = site._getOb("people", None) if IPloneSiteRoot.providedBy(site) else None
    person = people.get(userid) if ISection.providedBy(people) else None
    if person is None:
        return
    current = None if api.user.is_anonymous() else api.user.get_current().getId()
    if current not in (None, userid):
        note_issued(userid, current)
        return
    if remembered(userid) is not None:
        to_remember(userid).issued = None
    IJournal(person).append("account.password_changed", userid)
