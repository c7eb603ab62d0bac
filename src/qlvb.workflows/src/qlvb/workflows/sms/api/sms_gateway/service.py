"""``@sms-gateway`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.sms.allowed import AllowedGateways
from qlvb.workflows.sms.gateway import rules_of
from qlvb.workflows.sms.interfaces import ISmsGateway
from qlvb.workflows.sms.trial import ask_for_trial
from zope.i18n import translate


class GatewayGet(AnsweringService):
    """The settings, what is sent of which event (``rule``: on, urgent, off) and the latest 50 lines of the log. The
    token is never told, only whether there is one.
    """

    def answer(self):
        gateway = ISmsGateway(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@sms-gateway",
            **gateway.settings,
            "has_token": gateway.has_token,
            "server_allowed": AllowedGateways().allows(gateway.settings),
            "rule": rules_of(gateway),
            "log": [
                {
                    **line,
                    "when": line["when"].isoformat(),
                    "error": translate(line["error"], target_language="vi") if line["error"] else None,
                }
                for line in gateway.log()
            ],
        }


class GatewayPatch(GatewayGet):
    """Changes ``enabled``, ``address``, ``token``, ``brand``, ``form`` (``json``, ``form``), ``template`` (JSON as
    text, with ``${phone}`` or ``${local}`` and ``${text}``), ``accents``, ``rule``; what a good answer is:
    ``answer`` (``json``, ``text``, ``xml``), ``taken_field`` (path in JSON or XML), ``taken_value`` (values divided by
    commas, ``*`` for anything). With another server the token must be sent too.
    """

    def answer(self):
        ISmsGateway(self.context).change(self.body())
        return super().answer()


class GatewayTry(AnsweringService):
    """Has the worker send a message to whoever asks, who must have a mobile number (409); the log says how it went."""

    def answer(self):
        job = ask_for_trial(self.context)
        self.request.response.setStatus(202)
        return {"@id": f"{self.context.absolute_url()}/@sms-gateway", "job": job.id}
