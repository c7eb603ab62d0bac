"""``@@disposal-settings``: what the agency decides for destruction."""

from qlvb.content import _
from qlvb.workflows.acts.browser.settings import SettingsForm
from qlvb.workflows.disposal.settings import IDisposalSettings
from qlvb.workflows.disposal.settings import IDisposalValues


class Settings(SettingsForm):
    """For the archivists of the agency, who propose and do not execute."""

    provided, schema = IDisposalSettings, IDisposalValues
    title = _("disposal_settings", default="Quy định tiêu hủy")
    done = _("disposal_settings_saved", default="Đã lưu. Việc tiêu hủy đang chờ giữ nguyên giờ của nó.")
