"""``@@local-signing-test``: may I sign on this machine? The page asks the service that runs on it (features C1)."""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.assets import Assets
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


class SelfTest(Assets, BrowserView):
    """For whoever signs: service, version, certificate, clock, each with what to do about it."""

    shell_section = "home"

    @cached_property
    def route(self):
        """LocalSigningSettings."""
        return LocalSigningSettings()

    @property
    def scripts(self):
        """Markup; nothing is asked while the route is off."""
        return self.module("local_test.mjs") if self.route.on else ""

    @property
    def bound(self):
        """The certificate bound to the account: dict subject, issuer, valid_from, valid_to (str), expired; or None."""
        said = getUtility(IKeyRing).describe(userid=api.user.get_current().getId())
        if said is None:
            return None
        return {**said, "valid_from": show_moment(said["valid_from"]), "valid_to": show_moment(said["valid_to"])}
