"""Settings and log of an agency's gateway, in an annotation of the agency."""

from BTrees.LOBTree import LOBTree
from itertools import islice
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.links.agency import AgencySettings
from qlvb.workflows.links.settings import wrong
from qlvb.workflows.links.settings import wrong_door
from qlvb.workflows.mailbox.allowed import server_violation
from qlvb.workflows.notices.board import KEPT
from qlvb.workflows.notices.board import moment_key
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.outbox.sealing import Seal
from qlvb.workflows.sms.allowed import AllowedGateways
from qlvb.workflows.sms.allowed import gateway_server
from qlvb.workflows.sms.answers import answer_mistakes
from qlvb.workflows.sms.interfaces import ISmsGateway
from qlvb.workflows.sms.rules import FORMS
from qlvb.workflows.sms.rules import template_mistakes
from zope.component import adapter
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.component import queryUtility
from zope.interface import implementer


#: What an agency sends of an event, whoever it is for.
RULES = ("on", "urgent", "off")
TEMPLATE = '{"to": "${phone}", "text": "${text}", "from": "${brand}", "id": "${id}"}'
#: ``brand``: the name that stands as the sender; ``form``: one of FORMS, how the filled ``template`` is written;
#: ``answer``: one of READERS, how the gateway answers; ``taken_field``, ``taken_value``: what a good answer says
#: besides its status ("" and "": nothing, of JSON alone).
DEFAULTS = {
    "enabled": False,
    "address": "",
    "brand": "",
    "form": "json",
    "template": TEMPLATE,
    "accents": False,
    "answer": "json",
    "taken_field": "",
    "taken_value": "",
}
LONGEST = {"address": 300, "token": 500, "brand": 20, "answer": 10, "taken_field": 80, "taken_value": 80}
CLEARED_AT_ONCE = 20
_KEEPER = 0  # keeps the tree from ever being empty: inserts into an empty one cannot be merged


class Memory(Persistent):
    """``values``: the settings; ``rule``: event -> one of RULES; ``lines``: moment (microseconds) -> a line of the
    log.
    """

    token = ""

    def __init__(self):
        self.values = dict(DEFAULTS)
        self.rule = PersistentMapping()
        self.lines = LOBTree({_KEEPER: None})


@implementer(ISmsGateway)
@adapter(IAgency)
class SmsGateway(AgencySettings):
    """See ISmsGateway."""

    annotation = "qlvb.sms"
    seal = Seal("sms.key", "QLVB_SMS_KEY")
    defaults = DEFAULTS
    memory_class = Memory

    @property
    def has_token(self):
        return self.has_secret

    @property
    def enabled(self):
        return self.settings["enabled"] and AllowedGateways().allows(self.settings)

    def token(self):
        return self.opened_secret()

    def rule(self, event):
        chosen = self.memory.rule.get(event) if self.memory is not None else None
        return chosen or _first_rule(event)

    def change(self, values):
        values = nfc_tree(dict(values))
        merged, before = self.merged(values), self.settings["address"]
        moved = before != "" and gateway_server(before) != gateway_server(str(merged["address"]))
        violations = list(mistakes(merged, values, self.has_token and not moved))
        if not violations and merged["enabled"] and not AllowedGateways().allows(merged):
            violations = [server_violation("address", gateway_server(merged["address"]), AllowedGateways())]
        if violations:
            raise Refused(violations)
        memory = self.kept()
        self.keep_secret(values.get("token"), moved)
        if memory.values != merged:
            memory.values = merged
        memory.rule.update(values.get("rule", {}))

    def note(self, job_id, userid, events, number, error=""):
        memory = self.memory
        if memory is None:
            return
        line = {"job": job_id, "userid": userid, "events": tuple(events), "number": number, "error": error}
        if any({**line, "at": one["at"]} == one for one in self._newest(50)):
            return  # the transaction of the job is tried again
        oldest = moment_key(clock.now() - KEPT)
        for key in list(islice(memory.lines.keys(_KEEPER + 1, oldest), CLEARED_AT_ONCE)):
            del memory.lines[key]
        key = moment_key(clock.now())
        while key in memory.lines:
            key += 1
        memory.lines[key] = {**line, "at": clock.now()}

    def log(self, most=50):
        names = ("userid", "number", "error")
        return [
            {"when": one["at"], "events": list(one["events"]), **{name: one[name] for name in names}}
            for one in self._newest(most)
        ]

    def _newest(self, most):
        if self.memory is None:
            return []
        return [self.memory.lines[key] for key in islice(reversed(self.memory.lines.keys(_KEEPER + 1)), most)]


def gateway_of(userid):
    """(ISmsGateway of the agency of the person's first post, or None)."""
    directory = getUtility(IDirectory)
    post = directory.main_post(userid)
    agency = directory.agency_object(post.agency) if post is not None else None
    return ISmsGateway(agency) if agency is not None else None


def mistakes(merged, values, keeps_token):
    """Violations of settings. ``values``: what was sent; ``keeps_token``: the token that is kept stays good."""
    yield from unknown_fields(values, (*DEFAULTS, "token", "rule"))
    texts = {**LONGEST, "template": None}
    for name, longest in texts.items():
        value = values.get(name, "")
        long = longest is not None and isinstance(value, str) and len(value) > longest
        if not isinstance(value, str) or long or (longest is not None and any(ord(char) < 32 for char in value)):
            yield wrong(name)
            return  # what follows takes them for text
    yield from wrong_door(merged["address"], values.get("token", ""))
    if merged["form"] not in FORMS:
        yield wrong("form")
    yield from template_mistakes(merged["template"], merged["form"])
    yield from answer_mistakes(merged["answer"], merged["taken_field"], merged["taken_value"])
    yield from _rule_mistakes(values.get("rule", {}))
    for name in ("enabled", "accents"):
        if not isinstance(merged[name], bool):
            yield wrong(name)
    if merged["enabled"] is True:
        missing = [] if merged["address"] else ["address"]
        missing += [] if values.get("token") or keeps_token else ["token"]
        for name in missing:
            text = _("violation_sms_to_send", default="Cần có giá trị này để gửi tin nhắn.")
            yield Violation(name, "field_missing", text)


def _rule_mistakes(rule):
    if not isinstance(rule, dict):
        yield wrong("rule")
        return
    for event, choice in rule.items():
        if choice not in RULES or queryUtility(INoticeKind, name=str(event)) is None:
            yield wrong(f"rule.{event}"[:80])


def _first_rule(event):
    """What is sent of an event of which the agency has decided nothing: what is urgent and waits for somebody."""
    kind = queryUtility(INoticeKind, name=event)
    return "urgent" if kind is not None and "push" in kind.default_channels else "off"


def rules_of(gateway):
    """dict event -> one of RULES, of all events."""
    return {event: gateway.rule(event) for event, _kind in sorted(getUtilitiesFor(INoticeKind))}
