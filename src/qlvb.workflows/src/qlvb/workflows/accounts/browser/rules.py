"""``@@account-rules`` of the site: what is set for the accounts of all agencies."""

from qlvb.content import _
from qlvb.content.accounts.settings import IAccountRules
from qlvb.workflows.accounts.settings import SetAccountRules
from qlvb.workflows.acts.browser.settings import SettingsForm


class Rules(SettingsForm):
    """See SettingsForm."""

    shell_section = "administration"
    schema = IAccountRules
    title = _("account_rules_title", default="Quy định về tài khoản")
    done = _("account_rules_done", default="Đã lưu quy định về tài khoản.")

    @property
    def settings(self):
        return SetAccountRules(self.context)
