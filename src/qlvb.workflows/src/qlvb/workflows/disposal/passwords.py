"""The password asked again before what cannot be undone (QCVN 12:2026/BCA 2.2.12.2.6)."""

from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from qlvb.content import _
from qlvb.content.safety.watching import refuse_password
from qlvb.content.violations import Violation


CODE = "password_wrong"
RULE = "QCVN 12:2026/BCA 2.2.12.2.6"


def fits(userid, password):
    """bool: ``password`` is that of the account, by any of the site's ways to sign in with one."""
    user = api.user.get(userid=userid) if userid else None
    if user is None or not password:
        return False
    credentials = {"login": user.getUserName(), "password": password}
    plugins = api.portal.get_tool("acl_users").plugins.listPlugins(IAuthenticationPlugin)
    found = (plugin.authenticateCredentials(credentials) for _id, plugin in plugins)
    return any(answer is not None and answer[0] == userid for answer in found)


def password_violations(userid, password):
    """list of Violation, answered with 403; a wrong one counts as a sign-in that failed (the log of safety)."""
    if fits(userid, password):
        return []
    refuse_password(userid)
    message = _("violation_password_wrong", default="Mật khẩu không đúng. Chưa có gì thay đổi.")
    return [Violation("password", CODE, message, RULE)]
