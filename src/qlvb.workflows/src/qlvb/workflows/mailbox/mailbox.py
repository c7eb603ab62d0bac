"""Settings and memory of an agency's mailbox, in an annotation of the agency."""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from datetime import timedelta
from persistent import Persistent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.links.agency import AgencySettings
from qlvb.workflows.links.settings import wrong
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.allowed import not_allowed
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.log import lines_of
from qlvb.workflows.outbox.sealing import Seal
from zope.component import adapter
from zope.interface import implementer


SECURITY = ("tls", "starttls", "none")
DEFAULTS = {"enabled": False, "host": "", "port": 993, "security": "tls", "account": "", "folder": "INBOX"}
MAX_PORT = 65535
LONGEST = 200
#: A letter that cannot be taken is tried so often, then only by hand.
TRIES = 5
LONGEST_WAIT = 60  # minutes between looks at a mailbox that fails


class Memory(Persistent):
    """``values``: the settings; ``seen``: key of a letter -> UID of the record made from it, or why none was made;
    what it answered; ``failing``: UID in the mailbox -> [tries, error].
    """

    password = ""
    uidvalidity = None
    last_uid = 0
    checked = None
    error = ""
    faults = 0  # looks in a row that failed
    log = None  # of qlvb.workflows.mailbox.log; None before the first letter, and in memories older than it
    wanted = ()  # UIDs of automatic letters that the clerk wants as entries all the same

    def __init__(self):
        self.values = dict(DEFAULTS)
        self.seen = OOBTree()
        self.failing = LOBTree()


@implementer(IMailbox)
@adapter(IAgency)
class Mailbox(AgencySettings):
    """See IMailbox."""

    annotation = "qlvb.mailbox"
    seal = Seal("mailbox.key", "QLVB_MAILBOX_KEY")
    secret = "password"
    defaults = DEFAULTS
    memory_class = Memory

    @property
    def has_password(self):
        return self.has_secret

    @property
    def address(self):
        values = self.settings
        return values["account"] if values["enabled"] and "@" in values["account"] else ""

    @property
    def state(self):
        memory = self.memory
        if memory is None:
            return {"checked": None, "error": "", "taken": 0, "skipped": 0, "failing": []}
        answered = sum(1 for outcome in memory.seen.values() if outcome.startswith("answered"))
        skipped = sum(1 for outcome in memory.seen.values() if outcome.startswith("skipped"))
        return {
            "checked": memory.checked,
            "error": memory.error,
            "taken": len(memory.seen) - skipped - answered,
            "skipped": skipped,
            "failing": [{"uid": uid, "tries": tries, "error": error} for uid, (tries, error) in memory.failing.items()],
        }

    def password(self):
        return self.opened_secret()

    def change(self, values):
        values = {name: nfc(value) for name, value in values.items()}
        merged = self.merged(values)
        violations = list(mistakes(merged, values)) or not_allowed(merged)
        if violations:
            raise Refused(violations)
        memory = self.kept()
        before = {name: memory.values[name] for name in ("host", "account", "folder")}
        if any(before[name] != merged[name] for name in before):
            memory.uidvalidity, memory.last_uid = None, 0  # another mailbox: its numbers begin anew
            memory.failing.clear()
            memory.wanted = ()
        self.keep_secret(values.get("password"), before["host"] not in ("", merged["host"]))
        memory.values = merged
        memory.error, memory.faults, memory.checked = "", 0, None

    def retry(self):
        """Look again without a pause, and try again the letters that could not be taken."""
        if self.memory is None:
            return
        self.memory.faults = 0
        for uid, (_tries, error) in list(self.memory.failing.items()):
            self.memory.failing[uid] = (0, error)

    def letters(self):
        return lines_of(self.memory)

    def next_look(self):
        memory = self.memory
        if memory is None or not memory.values["enabled"] or not AllowedServers().allows(memory.values):
            return None
        return memory.checked + pause_of(memory) if memory.checked is not None else clock.now()

    def take_anyway(self, number):
        line = next((one for one in self.letters() if one.number == number), None)
        if line is None or not line.may_be_taken:
            text = _("violation_letter_unknown", default="Không có thư tự động nào với số này trong nhật ký hộp thư.")
            raise Refused(Violation("take", "letter_unknown", text), status=404)
        if line.uidvalidity != self.memory.uidvalidity:
            text = _(
                "violation_letter_renumbered",
                default="Hộp thư đã đánh số lại sau khi đọc thư này nên không lấy lại được; hãy mở thư trong hộp thư.",
            )
            raise Refused(Violation("take", "letter_renumbered", text), status=409)
        self.memory.wanted = tuple(dict.fromkeys([*self.memory.wanted, line.uid]))


def mistakes(merged, values):
    """Violations of settings; pure. ``values``: what was sent."""
    yield from unknown_fields(values, (*DEFAULTS, "password"))
    for name in ("host", "account", "folder", "password"):
        value = values.get(name, "")
        if not isinstance(value, str) or len(value) > LONGEST or any(ord(char) < 32 for char in value):
            yield wrong(name)
    if isinstance(merged["host"], str) and (" " in merged["host"] or "/" in merged["host"]):
        yield wrong("host")
    port = merged["port"]
    if isinstance(port, bool) or not isinstance(port, int) or not 1 <= port <= MAX_PORT:
        yield wrong("port")
    if merged["security"] not in SECURITY:
        yield wrong("security")
    if not isinstance(merged["enabled"], bool):
        yield wrong("enabled")
    elif merged["enabled"]:
        for name in ("host", "account", "folder"):
            if not merged[name]:
                text = _("violation_mailbox_needed", default="Cần có giá trị này để đọc hộp thư.")
                yield Violation(name, "field_missing", text)


def pause_of(memory):
    """timedelta until the mailbox is looked into again: ever longer while it fails, none while it does not."""
    return timedelta(minutes=min(2 ** min(memory.faults, 10), LONGEST_WAIT) if memory.faults else 0)


def note_look(memory, error=""):
    """Note how a look went."""
    memory.checked = clock.now()
    memory.error = error
    memory.faults = memory.faults + 1 if error else 0
