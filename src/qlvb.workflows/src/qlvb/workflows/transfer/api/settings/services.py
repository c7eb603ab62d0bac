"""``GET @transfer-settings``, ``PATCH @transfer-settings`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.transfer.interfaces import ITransferSettings


class TransferSettingsGet(AnsweringService):
    """What the agency has decided for its transfers: periods, and whether it is a source of the historical archive."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@transfer-settings",
            **ITransferSettings(self.context).values(),
        }


class TransferSettingsPatch(TransferSettingsGet):
    """Change some of it: ``{"digital_days": 45}``. The boxes of dossiers that are due follow within a few hours."""

    def answer(self):
        ITransferSettings(self.context).change(self.body())
        return super().answer()
