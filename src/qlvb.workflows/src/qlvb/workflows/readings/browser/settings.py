"""``@@reading-settings``: what the agency decides for lending."""

from qlvb.content import _
from qlvb.workflows.acts.browser.settings import SettingsForm
from qlvb.workflows.readings.settings import IReadingSettings
from qlvb.workflows.readings.settings import IReadingValues


class Settings(SettingsForm):
    """For the archivists of the agency."""

    provided, schema = IReadingSettings, IReadingValues
    title = _("reading_settings", default="Quy định cho mượn")
    done = _("reading_settings_saved", default="Đã lưu. Hồ sơ đang cho mượn giữ nguyên hạn trả.")
