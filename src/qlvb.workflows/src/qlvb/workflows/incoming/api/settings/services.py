"""``GET @incoming-settings``, ``PATCH @incoming-settings``."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.incoming.settings import IIncomingSettings


class SettingsGet(AnsweringService):
    """What the agency decides for its incoming documents."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@incoming-settings",
            **IIncomingSettings(self.context).values(),
        }


class SettingsPatch(SettingsGet):
    """Change some of it: ``{"unread_minutes": 15}``."""

    def answer(self):
        IIncomingSettings(self.context).change(self.body())
        return super().answer()
