"""``@notice-settings`` of the person, his ``@devices``, ``@notice-channels`` of the site."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.workflows.notices import vapid
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.devices import Devices
from qlvb.workflows.notices.interfaces import CHANNELS
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.preferences import Preferences
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class _Service(Service):
    def reply(self):
        try:
            return self.answer()
        except Refused as refused:
            return refused_response(self.request, refused)

    @property
    def userid(self):
        return api.user.get_current().getId()

    def writes(self):
        """The JSON object sent: dict."""
        alsoProvides(self.request, IDisableCSRFProtection)
        return sent_json(self.request)


class SettingsGet(_Service):
    """Per event: ``email`` (rule, now, digest, off) and ``push`` (on, urgent, off); ``quiet`` hours or null."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@notice-settings", **Preferences(self.userid).as_json()}


class SettingsPatch(SettingsGet):
    """Changes what is sent: ``{"events": {"turn": {"email": "now"}}, "quiet": ["21:00", "06:00"]}``."""

    def answer(self):
        Preferences(self.userid).change(self.writes())
        return super().answer()


@implementer(IPublishTraverse)
class DevicesGet(_Service):
    """The person's devices that take pushes, and the key that a browser subscribes with."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.params = []

    def publishTraverse(self, request, name):
        self.params.append(name)
        return self

    def answer(self):
        devices = [device.as_json() for device in Devices(self.userid).all()]
        address = f"{self.context.absolute_url()}/@devices"
        return {"@id": address, "key": vapid.public_key(), "items": devices, "items_total": len(devices)}


class DevicesPost(DevicesGet):
    """Adds a device: ``{"subscription": …as the browser gives it…, "name": "…"}``; 201."""

    def answer(self):
        data = self.writes()
        name = data.get("name", "")
        device = Devices(self.userid).add(data.get("subscription"), name if isinstance(name, str) else "")
        self.request.response.setStatus(201)
        return device.as_json()


class DevicesDelete(DevicesGet):
    """Takes a device off: ``DELETE @devices/<id>``; 204."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        if not Devices(self.userid).remove(self.params[0] if len(self.params) == 1 else ""):
            text = _("violation_device_unknown", default="Không có thiết bị này.")
            raise Refused(Violation("", "device_unknown", text), status=404)
        return self.reply_no_content()


class ChannelsGet(_Service):
    """Settings of the site's channels, and what each of them lacks before it works."""

    def answer(self):
        lacks = {name: getUtility(INoticeChannel, name=name).lacks() for name in CHANNELS}
        said = {name: translate(lack, context=self.request) if lack else None for name, lack in lacks.items()}
        return {"@id": f"{self.context.absolute_url()}/@notice-channels", **Channels().as_json(), "lacks": said}


class ChannelsPatch(ChannelsGet):
    """Changes ``address`` (of the site, for links), ``digest_times``, ``push_services``."""

    def answer(self):
        Channels().change(self.writes())
        return super().answer()
