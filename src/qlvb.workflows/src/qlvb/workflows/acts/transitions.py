"""The only door to DCWorkflow: transitions of records are fired by acts and by nothing else.

Two locks on the door. The guards of all transitions demand the role ``ActRunner``, which nobody has, so that no
transition is ever offered; and a transition that does not come through :func:`fire` is refused even to somebody who
gave himself that role.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from contextlib import contextmanager
from contextvars import ContextVar
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from qlvb.content import _
from qlvb.content import states
from qlvb.content.interfaces import IRecord
from qlvb.content.states import state_of
from zope.component import adapter


ROLE = "ActRunner"
_firing = ContextVar("qlvb_firing", default=None)


class ActingUser:
    """The current user with the role ``ActRunner`` added, for the moment of a transition.

    Not an acquisition class: that would re-wrap the real user, who then is no longer in the context of his user folder.
    """

    __allow_access_to_unprotected_subobjects__ = True

    def __init__(self, user):
        self._user = user

    def __getattr__(self, name):
        return getattr(self._user, name)

    def getRoles(self):
        return (*self._user.getRoles(), ROLE)

    def getRolesInContext(self, object):
        return [*self._user.getRolesInContext(object), ROLE]

    def allowed(self, object, object_roles=None):
        return bool(self._user.allowed(object, object_roles)) or ROLE in (object_roles or ())


@contextmanager
def act_runner(record, transition):
    """Hold the role and the permit for one transition of one record."""
    manager = getSecurityManager()
    user = manager.getUser()
    token = _firing.set(("/".join(record.getPhysicalPath()), transition))
    newSecurityManager(None, ActingUser(user))
    try:
        yield
    finally:
        setSecurityManager(manager)
        _firing.reset(token)


def fire(record, transition, comment=""):
    """Fire ``transition`` on ``record``; for acts and for what follows from acts by itself (the last line finishes).

    :raises WorkflowException: the record's state has no such transition.
    """
    with act_runner(record, transition):
        api.portal.get_tool("portal_workflow").doActionFor(record, transition, comment=comment)


@adapter(IRecord, IBeforeTransitionEvent)
def refuse_transitions_past_acts(record, event):
    """Stop a transition that no act has asked for; the entry into the initial state is none."""
    if event.transition is None:
        return
    if _firing.get() != ("/".join(record.getPhysicalPath()), event.transition.getId()):
        message = _(
            "workflow_only_acts",
            default="Trạng thái văn bản chỉ thay đổi qua các thao tác nghiệp vụ, không chuyển trực tiếp được.",
        )
        raise WorkflowException(message)


def title_of_state(record):
    """Message with the title of the record's state, "" without workflow."""
    return states.title_of_state(record.portal_type, state_of(record))
