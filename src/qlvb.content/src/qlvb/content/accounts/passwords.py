"""Whose password it is and how old: one that somebody else gave, or that is too old, is changed first (Điều 16)."""

from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from qlvb.content import clock
from qlvb.content.accounts.history import keep_password
from qlvb.content.accounts.history import password_violations
from qlvb.content.accounts.interfaces import EXPIRED
from qlvb.content.accounts.interfaces import FIRST
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.memory import to_remember
from qlvb.content.accounts.rules import SERVICE_ROLES
from qlvb.content.accounts.rules import is_expired
from qlvb.content.accounts.settings import account_rules
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import people_folder
from qlvb.content.organisation.accounts import people_folder_ids
from qlvb.content.organisation.interfaces import ISection
from qlvb.content.violations import Refused
from zope.component import adapter
from zope.component.hooks import getSite


def note_issued(userid, by):
    """Somebody (``by``: userid) gave the account a password that he has seen."""
    to_remember(userid).issued = clock.now()
    IJournal(people_folder()[userid]).append("account.password_issued", by)


def is_service(userid):
    """bool: another system signs in with the account, or it is no person's: nobody is there to change a password."""
    if userid not in people_folder_ids():
        return True
    user = api.user.get(userid=userid)
    return user is None or bool(SERVICE_ROLES & set(user.getRoles()))


def password_due(userid):
    """See IAccounts."""
    people = people_folder_ids()
    if not userid or userid not in people:
        return ""
    kept, rules = remembered(userid), account_rules()
    set_on = kept.changed.date() if kept is not None and kept.changed else clock.local(people[userid].created()).date()
    set_on = max(set_on, rules.counted_from or set_on)
    if kept is not None and kept.issued is not None:
        due = FIRST
    else:
        due = EXPIRED if is_expired(set_on, clock.today(), rules.password_months) else ""
    return "" if due and is_service(userid) else due


@adapter(ICredentialsUpdatedEvent)
def password_set(event):
    """Plone has set a password. Whoever is not signed in came with the secret of a letter, so it is himself.

    :raises Refused: 400 what the owner chose is too weak, or one that the account has had lately.
    """
    userid = event.principal.getId()
    site = getSite()
    people = site._getOb("people", None) if IPloneSiteRoot.providedBy(site) else None
    person = people.get(userid) if ISection.providedBy(people) else None
    if person is None:
        return
    current = None if api.user.is_anonymous() else api.user.get_current().getId()
    if current not in (None, userid):
        note_issued(userid, current)
        keep_password(userid, event.password)
        return
    if violations := password_violations(userid, event.password, account_rules()):
        raise Refused(violations)
    keep_password(userid, event.password)
    kept = to_remember(userid)
    kept.issued, kept.changed = None, clock.now()
    IJournal(person).append("account.password_changed", userid)
