"""What tests of every link do alike: the other system's account, the link switched on, the worker at work."""

from plone import api
from province_system import TOKEN
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility


def served(make):
    """Generator of a fixture: the other system as a thread of its own."""
    system = make()
    yield system
    system.stop()


def switched_on(interface, account, system, **more):
    """The link (utility ``interface``) with ``system``, for a new ``account``."""
    api.user.create(email=f"{account}@sonhai.example", username=account, password=PASSWORD)
    link = getUtility(interface)
    link.change({"enabled": True, "address": system.address, "account": account, "token": TOKEN, **more})
    return link


class Speaker:
    """What the other system says with its account, and the worker does."""

    account = ""

    def __init__(self, login_as, portal):
        self.login_as = login_as
        self.portal = portal

    def speaks(self):
        return self.login_as(self.account)

    def work(self):
        """Let the worker do what is due."""
        return getUtility(IRunner).run_pending()


def codes(caught):
    """(status, set of (field, code)) of a refusal."""
    return caught.value.status, {(one.field, one.code) for one in caught.value.violations}
