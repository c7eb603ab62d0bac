"""``@@incoming-settings``: what an agency decides for its incoming documents."""

from qlvb.content import _
from qlvb.workflows.acts.browser.settings import SettingsForm
from qlvb.workflows.incoming.settings import IIncomingSettings
from qlvb.workflows.incoming.settings import IIncomingValues


class Settings(SettingsForm):
    """On an agency, for its administrator."""

    shell_section = "administration"
    provided, schema = IIncomingSettings, IIncomingValues
    title = _("settings_incoming", default="Quy định về văn bản đến")
    done = _("settings_saved", default="Đã lưu.")
