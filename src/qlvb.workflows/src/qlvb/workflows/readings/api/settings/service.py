"""``GET @reading-settings``, ``PATCH @reading-settings`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.readings.settings import IReadingSettings


class ReadingSettingsGet(AnsweringService):
    """What the agency has decided for lending: ``loan_days``, for how long paper is lent at most (90 unless said)."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@reading-settings", **IReadingSettings(self.context).values()}


class ReadingSettingsPatch(ReadingSettingsGet):
    """Change it: ``{"loan_days": 30}``; what is lent already keeps its day."""

    def answer(self):
        IReadingSettings(self.context).change(self.body())
        return super().answer()
