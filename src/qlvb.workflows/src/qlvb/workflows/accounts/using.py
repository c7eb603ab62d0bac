"""Whoever acts on a record uses the account."""

from qlvb.content.accounts.interfaces import IAccounts
from zope.component import getUtility


def act_performed(record, event):
    """Note that the account was used."""
    getUtility(IAccounts).note_use(event.actor.userid)
