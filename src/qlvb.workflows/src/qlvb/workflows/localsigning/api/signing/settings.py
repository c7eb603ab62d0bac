"""``GET``, ``PATCH @local-signing-settings``."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.localsigning.settings import LocalSigningSettings


class SettingsGet(AnsweringService):
    """Whether people may sign on their own machines, where the service listens there, and names of its functions."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@local-signing-settings", **LocalSigningSettings().as_json()}


class SettingsPatch(SettingsGet):
    """Change any of ``on``, ``address``, ``agencies`` (ids; none: all of them) and ``functions`` (purpose -> name)."""

    def answer(self):
        LocalSigningSettings().change(self.body())
        return super().answer()
