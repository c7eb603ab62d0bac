"""``@notice-settings`` of the person, his ``@devices``, ``@notice-channels`` of the site."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.notices import vapid
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.devices import Devices
from qlvb.workflows.notices.interfaces import CHANNELS
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.preferences import Preferences
from zope.component import getUtility
from zope.i18n import translate


class SettingsGet(AnsweringService):
    """Per event: ``email`` (rule, now, digest, off) and ``push`` (on, urgent, off); ``quiet`` hours or null."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@notice-settings", **Preferences(self.userid).as_json()}


class SettingsPatch(SettingsGet):
    """Changes what is sent: ``{"events": {"turn": {"email": "now"}}, "quiet": ["21:00", "06:00"]}``."""

    def answer(self):
        Preferences(self.userid).change(self.body())
        return super().answer()


class DevicesGet(PathService):
    """The person's devices that take pushes, and the key that a browser subscribes with."""

    def answer(self):
        devices = [device.as_json() for device in Devices(self.userid).all()]
        address = f"{self.context.absolute_url()}/@devices"
        return {"@id": address, "key": vapid.public_key(), "items": devices, "items_total": len(devices)}


class DevicesPost(DevicesGet):
    """Adds a device: ``{"subscription": …as the browser gives it…, "name": "…"}``; 201."""

    def answer(self):
        data = self.body()
        name = data.get("name", "")
        device = Devices(self.userid).add(data.get("subscription"), name if isinstance(name, str) else "")
        self.request.response.setStatus(201)
        return device.as_json()


class DevicesDelete(DevicesGet):
    """Takes a device off: ``DELETE @devices/<id>``; 204."""

    def answer(self):
        if not Devices(self.userid).remove(self.only_name):
            text = _("violation_device_unknown", default="Không có thiết bị này.")
            raise Refused(Violation("", "device_unknown", text), status=404)
        return self.reply_no_content()


class ChannelsGet(AnsweringService):
    """Settings of the site's channels, and what each of them lacks before it works."""

    def answer(self):
        lacks = {name: getUtility(INoticeChannel, name=name).lacks() for name in CHANNELS}
        said = {name: translate(lack, context=self.request) if lack else None for name, lack in lacks.items()}
        return {"@id": f"{self.context.absolute_url()}/@notice-channels", **Channels().as_json(), "lacks": said}


class ChannelsPatch(ChannelsGet):
    """Changes ``address`` (of the site, for links), ``digest_times``, ``push_services``."""

    def answer(self):
        Channels().change(self.body())
        return super().answer()
