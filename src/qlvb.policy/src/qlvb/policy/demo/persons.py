"""Acting as a person of the province."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from contextlib import contextmanager
from plone import api
from qlvb.workflows.rights.caching import forget_roles


@contextmanager
def acting_as(userid):
    """Do what follows as ``userid``, with that person's rights and under that name in the journal.

    :raises LookupError: no such account.
    """
    acl_users = api.portal.get().acl_users
    user = acl_users.getUserById(userid)
    if user is None:
        raise LookupError(userid)
    before = getSecurityManager()
    newSecurityManager(None, user.__of__(acl_users))
    forget_roles()
    try:
        yield user
    finally:
        setSecurityManager(before)
        forget_roles()
