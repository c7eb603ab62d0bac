"""``<agency>/@@sms-gateway``: the gateway, what is sent of which event, a trial, the log."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.notices.topics import by_topic
from qlvb.workflows.sms.allowed import AllowedGateways
from qlvb.workflows.sms.allowed import gateway_server
from qlvb.workflows.sms.gateway import LONGEST
from qlvb.workflows.sms.gateway import RULES
from qlvb.workflows.sms.interfaces import ISmsGateway
from qlvb.workflows.sms.rules import PLACES
from qlvb.workflows.sms.trial import ask_for_trial
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n import translate


RULE_TITLES = {
    "on": _("sms_rule_on", default="Gửi"),
    "urgent": _("sms_rule_urgent", default="Chỉ khi khẩn"),
    "off": _("sms_rule_off", default="Không gửi"),
}
FORM_TITLES = {
    "json": _("sms_form_json", default="Một đối tượng JSON"),
    "form": _("sms_form_fields", default="Các trường của biểu mẫu"),
}
ANSWER_TITLES = {
    "json": _("sms_answer_json", default="Một đối tượng JSON"),
    "text": _("sms_answer_text", default="Một dòng văn bản"),
    "xml": _("sms_answer_xml", default="XML (cả SOAP)"),
}
TEXTS = ("address", "brand", "form", "template", "answer", "taken_field", "taken_value")


class GatewaySettings(PostedForm):
    """On an agency, for its administrator."""

    saved = False
    longest = LONGEST
    places = PLACES

    @cached_property
    def gateway(self):
        return ISmsGateway(self.context)

    def shown(self, name):
        """str: what was typed, else what is kept."""
        return self.value(name, self.gateway.settings[name])

    def ticked(self, name):
        """bool: what was ticked, else what is kept."""
        if self.request.method == "POST" and not self.saved and not self.value("try"):
            return bool(self.value(name))
        return self.gateway.settings[name]

    @property
    def forms(self):
        """list of dict value, title, chosen: how a request may be written."""
        return options_of(FORM_TITLES, self.shown("form"))

    @property
    def answers(self):
        """list of dict value, title, chosen: how a gateway may answer."""
        return options_of(ANSWER_TITLES, self.shown("answer"))

    @property
    def to_be_allowed(self):
        """The server that is kept and that nobody has allowed (any more), or None: nothing is sent over it."""
        settings = self.gateway.settings
        waits = settings["enabled"] and not AllowedGateways().allows(settings)
        return gateway_server(settings["address"]) if waits else None

    @property
    def servers(self):
        """The servers that may be chosen: list of str."""
        return AllowedGateways().all

    @property
    def topics(self):
        """list of dict title, events (each dict name, title, options), count, going: how many of them are sent."""
        kinds = dict(getUtilitiesFor(INoticeKind))
        return [
            {
                "title": title,
                "events": [self._event(event, kinds[event].title) for event in events],
                "count": str(len(events)),
                "going": str(len([event for event in events if self._chosen(event) != "off"])),
            }
            for title, events in by_topic(kinds)
        ]

    def _chosen(self, event):
        return self.value(f"rule.{event}", self.gateway.rule(event))

    def _event(self, event, title):
        return {"name": f"rule.{event}", "title": title, "options": options_of(RULE_TITLES, self._chosen(event))}

    @property
    def log(self):
        """list of dict when, name, events, number, error."""
        directory = getUtility(IDirectory)
        found = []
        for line in self.gateway.log():
            kinds = [queryUtility(INoticeKind, name=event) for event in line["events"]]
            titles = [translate(kind.title, context=self.request) for kind in kinds if kind is not None]
            found.append(
                {
                    "when": show_moment(line["when"], seconds=True),
                    "name": directory.person(line["userid"]).fullname,
                    "events": ", ".join(titles),
                    "number": line["number"],
                    "error": translate(line["error"], context=self.request) if line["error"] else "",
                }
            )
        return found

    def save(self):
        page = f"{self.context.absolute_url()}/@@sms-gateway"
        if self.value("try"):
            ask_for_trial(self.context)
            text = _("sms_trial_asked", default="Đang gửi tin nhắn thử; kết quả hiện ở nhật ký sau ít giây.")
            api.portal.show_message(text, self.request)
            return page
        values = {name: self.value(name) for name in TEXTS}
        values |= {name: bool(self.value(name)) for name in ("enabled", "accents")}
        typed = self.request.form.get("token")
        if isinstance(typed, str) and typed:
            values["token"] = typed
        rule = {event: self.value(f"rule.{event}") for event, _kind in getUtilitiesFor(INoticeKind)}
        values["rule"] = {event: choice for event, choice in rule.items() if choice in RULES}
        self.gateway.change(values)
        self.saved = True
        return None


def options_of(titles, chosen):
    """list of dict value, title, chosen: ``titles`` (dict value -> message) as choices."""
    return [{"value": one, "title": title, "chosen": one == chosen} for one, title in titles.items()]
