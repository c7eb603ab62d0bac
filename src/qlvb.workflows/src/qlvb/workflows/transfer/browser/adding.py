"""``@@add-transfer``: a new transfer. ``@@transfer-settings``: what the agency decides."""

from AccessControl import getSecurityManager
from functools import cached_property
from qlvb.content import _
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.vocabularies import KIND_TITLES
from qlvb.workflows.acts.browser.settings import SettingsForm
from qlvb.workflows.transfer.creation import FIELDS
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.interfaces import ITransferSettings
from qlvb.workflows.transfer.settings import ITransferValues
from zope.component import getUtility


class AddTransfer(PostedForm):
    """Its name and its unit; the dossiers are chosen on its own page."""

    shell_section = "archive"

    @cached_property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def settings(self):
        return ITransferSettings(getUtility(IDirectory).agency_object(self.agency.id))

    @property
    def receives(self):
        """bool: the person is of the archive."""
        return bool(getSecurityManager().checkPermission("qlvb: Receive transfer", self.context))

    def units(self):
        return [
            {"id": unit.id, "title": unit.title, "chosen": unit.id == self.value("unit")}
            for unit in getUtility(IDirectory).departments(self.agency.id)
        ]

    def kinds(self):
        """Where it may go: the historical archive only from agencies on the list of its sources."""
        wanted = [
            kind for kind in KIND_TITLES if kind != HISTORICAL or (self.receives and self.settings.historical_source)
        ]
        return [
            {"value": kind, "title": KIND_TITLES[kind], "checked": kind == self.value("kind", "current")}
            for kind in wanted
        ]

    def save(self):
        values = {name: self.value(name) for name in FIELDS}
        return create_transfer(self.agency.id, values, getSecurityManager().getUser().getId()).absolute_url()


class Settings(SettingsForm):
    """For the archivists of the agency."""

    provided, schema = ITransferSettings, ITransferValues
    title = _("transfer_settings", default="Quy định nộp lưu")
    done = _("transfer_settings_saved", default="Đã lưu. Danh sách hồ sơ đến hạn được tính lại trong vài giờ.")
