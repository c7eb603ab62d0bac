"""The possible acts: one primary button, the rest beside it, impossible ones greyed with their reason."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.policy.document.browser.actfields import fields_of
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.shell.places import LEADERS
from qlvb.workflows.acts.interfaces import IActs
from uuid import uuid4
from zope.component import getMultiAdapter


#: Up to this order acts are those of signing: "Kiểm tra VB đã ký" stands behind them.
SIGNING = 5
#: Acts of the menu "Gửi văn bản ▾".
SENDING = ("issue", "transfer_dvc", "publish")
#: Acts that the key of "Hiệu chỉnh" opens, where the form of all fields is not open.
AMENDING = ("amend_onestop",)


@dataclass(frozen=True)
class ActButton:
    """A button and the form behind it."""

    id: str
    title: str
    description: str
    emphasis: str
    url: str
    reasons: tuple  # of str: why it cannot be done now
    fields: tuple  # of actfields.Field
    simple: bool  # every field can be asked for in a dialog
    key: str
    order: int = 100

    @property
    def possible(self):
        return not self.reasons

    @property
    def shortcut(self):
        """str: key of the clerk's keyboard that opens it, or None."""
        return "edit" if self.id in AMENDING else None

    @property
    def look(self):
        """CSS class of the button."""
        return {"primary": "btn-primary", "danger": "btn-outline-danger"}.get(self.emphasis, "btn-outline-secondary")


class ActBar(Pane):
    """Buttons, and a dialog for each act that can be done."""

    template = ViewPageTemplateFile("templates/actbar.pt")
    dialogs = ViewPageTemplateFile("templates/actdialogs.pt")
    form = ViewPageTemplateFile("templates/actform.pt")
    one = ViewPageTemplateFile("templates/actbutton.pt")
    field_macros = ViewPageTemplateFile("templates/field.pt")
    #: Acts whose form stands open in the pane, not in a dialog, and the state in which it does.
    inline = {}

    @cached_property
    def buttons(self):
        """By order: list of ActButton; the first possible primary one is the only one that stays primary."""
        found = [self.button(act, violations) for act, violations in IActs(self.record).possible()]
        return single_primary(found)

    def button(self, act, violations):
        reasons = tuple(self.word(violation.message) for violation in violations)
        fields = () if reasons else fields_of(act, self.request)
        return ActButton(
            id=act.id,
            title=self.word(act.title),
            description=self.word(act.description),
            emphasis=act.emphasis,
            url=f"{self.url}/@@act/{act.id}",
            reasons=reasons,
            fields=fields,
            simple=all(field.kind != "unknown" for field in fields),
            key=uuid4().hex,
            order=act.order,
        )

    @property
    def in_menu(self):
        """Ways of letting the document out, "Gửi văn bản ▾": list of ActButton, empty where there is no choice."""
        found = [button for button in self.buttons if button.id in SENDING]
        return found if len(found) > 1 else []

    @property
    def in_bar(self):
        """Buttons of the bar."""
        menu = self.in_menu
        return [button for button in self.buttons if button not in menu and not self.stands_open(button)]

    def draw_button(self, button, again):
        """str: one button of the bar or the menu."""
        return self.one(button=button, again=again)

    @cached_property
    def parts(self):
        """The bar in two parts: (buttons before "Kiểm tra VB đã ký", those behind it)."""
        bar = self.in_bar
        return [one for one in bar if one.order <= SIGNING], [one for one in bar if one.order > SIGNING]

    @cached_property
    def add_url(self):
        """Where clerks begin a new document of this direction (F7), "" for others."""
        shell = getMultiAdapter((self.context, self.request), name="qlvb-shell")
        adding = {"OutgoingDocument": shell.new_outgoing_url, "IncomingDocument": shell.new_incoming_url}
        return adding.get(self.record.portal_type) or "" if "clerk" in shell.functions else ""

    @property
    def looks(self):
        """bool: a leader finds "Xem" before what he decides, as in iOffice; it leads to the file."""
        shell = getMultiAdapter((self.context, self.request), name="qlvb-shell")
        decides = self.record.portal_type == "OutgoingDocument" and shell.functions & LEADERS
        return bool(decides and IFileStore(self.record).files())

    @property
    def in_pane(self):
        """Buttons whose form stands open."""
        return [button for button in self.buttons if self.stands_open(button)]

    def stands_open(self, button):
        return self.inline.get(button.id) == self.state and button.possible and button.simple

    @property
    def may_edit(self):
        """bool: the form of the record's fields is open to this person."""
        return bool(getSecurityManager().checkPermission("Modify portal content", self.record))

    @property
    def signed(self):
        """bool: there are signatures to check."""
        return IFileStore(self.record).signed() is not None

    @cached_property
    def wanted(self):
        """Id of the act whose dialog is to open with the page (``?act=submit``), or ""."""
        wanted = self.request.form.get("act", "")
        return wanted if any(button.id == wanted and button.possible for button in self.buttons) else ""

    @cached_property
    def sequence(self):
        """Number of the newest act in the journal: tells the act whether somebody was faster."""
        for entry in IJournal(self.record).entries(newest_first=True):
            if entry.event.startswith("act."):
                return entry.seq
        return 0

    @property
    def state(self):
        return self.context.portal_workflow.getInfoFor(self.record, "review_state", "")

    def draw_form(self, button):
        """str: the form of one act."""
        return self.form(button=button)


def single_primary(buttons):
    """``buttons`` with at most one primary: the first that can be done (pure)."""
    chosen = next((button.id for button in buttons if button.emphasis == "primary" and button.possible), None)
    return [_plain(button) if button.emphasis == "primary" and button.id != chosen else button for button in buttons]


def _plain(button):
    return ActButton(**{**button.__dict__, "emphasis": "normal"})
