"""``GET @incoming-settings``, ``PATCH @incoming-settings``."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from qlvb.workflows.incoming.settings import IIncomingSettings
import transaction
from zope.interface import alsoProvides


class SettingsGet(Service):
    """What the agency decides for its incoming documents."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@incoming-settings",
            **IIncomingSettings(self.context).values(),
        }


class SettingsPatch(SettingsGet):
    """Change some of it: ``{"unread_minutes": 15}``."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            IIncomingSettings(self.context).change(sent_json(self.request))
        except Refused as refused:
            transaction.doom()
            return refused_response(self.request, refused)
        return super().reply()
