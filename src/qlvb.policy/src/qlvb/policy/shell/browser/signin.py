"""The sign-in page, and choosing agency and language."""

from DateTime import DateTime
from plone import api
from plone.protect import CheckAuthenticator
from Products.CMFPlone.browser.login.login import LoginForm
from Products.Five import BrowserView
from qlvb.policy.demo.accounts import ACCOUNTS
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.shell.browser.visitor import AGENCY_COOKIE
from qlvb.policy.shell.menu import agencies_of


class SignIn(LoginForm):
    """Plone's login form with a page of its own; the names of the fields stay Plone's."""

    shell_plain = True
    shell_patterns = False

    @property
    def demonstration(self):
        """The password of the demonstration accounts, None on a real site."""
        return PASSWORD if api.portal.get_registry_record("qlvb.demonstration", default=False) else None

    @property
    def accounts(self):
        """Accounts to try: list of dict userid, role."""
        return [{"userid": userid, "role": role} for userid, role in ACCOUNTS]

    @property
    def failed(self):
        return "buttons.login" in self.request.form and api.user.is_anonymous()

    @property
    def came_from(self):
        return self.widgets["came_from"].value or ""


class SignedOut(BrowserView):
    """``logged-out``: where Plone sends people who signed out; the sign-in page says so in a toast."""

    def __call__(self):
        self.request.response.redirect(f"{api.portal.get().absolute_url()}/login?signed_out=1")


class SwitchAgency(BrowserView):
    """Work for another of one's agencies. A cookie keeps it: it changes what is shown and never what is allowed."""

    def __call__(self):
        CheckAuthenticator(self.request)
        chosen = self.request.form.get("agency")
        if chosen in agencies_of(api.user.get_current().getGroups()):
            path = api.portal.get().absolute_url_path() or "/"
            expires = (DateTime() + 365).rfc822()
            self.request.response.setCookie(
                AGENCY_COOKIE, chosen, path=path, expires=expires, http_only=True, same_site="Lax"
            )
        self.request.response.redirect(api.portal.get().absolute_url())


class SwitchLanguage(BrowserView):
    """Plone's language tool has set the cookie by now (``set_language`` in the address); go back to the page before."""

    def __call__(self):
        portal_url = api.portal.get().absolute_url()
        before = self.request.get("HTTP_REFERER", "")
        known = before and api.portal.get_tool("portal_url").isURLInPortal(before)
        self.request.response.redirect(before if known else portal_url)
