"""Upgrade steps of accounts."""

from persistent.mapping import PersistentMapping
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import clock
from qlvb.content.accounts import plugin
from qlvb.content.accounts.history import keep_hash
from qlvb.content.accounts.memory import remembered
from qlvb.content.accounts.settings import ANNOTATION
from qlvb.content.accounts.settings import COUNTED_FROM
from qlvb.content.kept import kept_under
from qlvb.content.organisation.accounts import people_folder_ids
from zope.component import getUtility


def passwords_count_from_today(tool):
    """Nobody finds himself locked out on the day of the upgrade: passwords that are there count as set today."""
    kept = kept_under(getUtility(IPloneSiteRoot), ANNOTATION, PersistentMapping)
    kept.setdefault(COUNTED_FROM, clock.today())


def passwords_are_remembered(tool):
    """The rules of passwords stand in the user folder, and the passwords that people have now are the first that do not
    come again.
    """
    acl_users = api.portal.get_tool("acl_users")
    plugin.install(acl_users)
    # Plone's plugin tells nobody the hash that it keeps: there is no method for it.
    hashes = acl_users.source_users._user_passwords
    for userid in list(people_folder_ids()):
        kept = remembered(userid)
        if userid in hashes and (kept is None or not kept.past):
            keep_hash(userid, hashes[userid])
