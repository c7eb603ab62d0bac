"""The rules of passwords at every door of Plone by which one is chosen: a plugin of the user folder."""

from plone import api
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from qlvb.content.accounts.history import password_violations
from qlvb.content.accounts.settings import account_rules
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer


ID = "qlvb_password_rules"
#: Plone's own plugin, which asks for eight characters and says so in its own words.
PLONES = "password_policy"


@implementer(IValidationPlugin)
class PasswordRules(BasePlugin):
    """Asks the AccountRules. Plone does not say whose password it is: of whoever is signed in, the others come with the
    secret of a letter and are looked at when it is set (``passwords.password_set``).
    """

    meta_type = "QLVB password rules"

    def __init__(self, id, title=""):
        self.id = id
        self.title = title

    def validateUserInfo(self, user, set_id, set_info):
        """See IValidationPlugin: what is wrong, in the language of the request."""
        password = (set_info or {}).get("password")
        if password is None:
            return []
        userid = "" if api.user.is_anonymous() else api.user.get_current().getId()
        found = password_violations(userid, password, account_rules())
        return [{"id": "password", "error": translate(one.message, context=getRequest())} for one in found]


def install(acl_users):
    """Put the plugin in the place of Plone's. Repeatable."""
    if ID not in acl_users.objectIds():
        acl_users._setObject(ID, PasswordRules(ID, PasswordRules.meta_type))
    active = acl_users.plugins.listPluginIds(IValidationPlugin)
    if ID not in active:
        acl_users.plugins.activatePlugin(IValidationPlugin, ID)
    if PLONES in active:
        acl_users.plugins.deactivatePlugin(IValidationPlugin, PLONES)


def remove(acl_users):
    """Give Plone's plugin its place back. Repeatable."""
    if ID in acl_users.objectIds():
        acl_users.plugins.removePluginById(ID)
        acl_users._delObject(ID)
    if PLONES in acl_users.objectIds() and PLONES not in acl_users.plugins.listPluginIds(IValidationPlugin):
        acl_users.plugins.activatePlugin(IValidationPlugin, PLONES)
