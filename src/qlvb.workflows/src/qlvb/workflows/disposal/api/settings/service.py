"""``GET @disposal-settings``, ``PATCH @disposal-settings`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.disposal.settings import IDisposalSettings


class DisposalSettingsGet(AnsweringService):
    """What the agency has decided for destruction: ``hours_to_undo``, for how long an execution can be taken back (24
    unless said).
    """

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@disposal-settings", **IDisposalSettings(self.context).values()}


class DisposalSettingsPatch(DisposalSettingsGet):
    """Change it: ``{"hours_to_undo": 48}``, from 1 to 240; an execution that goes on keeps its hour."""

    def answer(self):
        IDisposalSettings(self.context).change(self.body())
        return super().answer()
