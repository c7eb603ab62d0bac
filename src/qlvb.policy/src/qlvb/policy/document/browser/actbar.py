"""The possible acts: one primary button, the rest beside it, impossible ones greyed with their reason."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.actionbar import BarLink
from qlvb.content.actionbar import BarMenu
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import title_of_state
from qlvb.policy.document.browser.actfields import fields_of
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.shell.places import LEADERS
from qlvb.workflows.acts.describe import described_effects
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.exposures.browser.button import report_links
from qlvb.workflows.incoming.handling import handling_of
from uuid import uuid4
from zope.component import getMultiAdapter


#: Up to this order acts are those of signing: "Kiểm tra VB đã ký" stands behind them.
SIGNING = 5
#: What the manual of iOffice shows beside each other (product screens 2.2); appraising goes on in the same bar.
MANUAL = ("sign", "fast_approve", "approve", "to_appraisal", "forward", "return")
#: Acts of the menu "Gửi văn bản ▾".
SENDING = ("issue", "transfer_dvc", "publish")
LOOK = _("doc_look", default="Xem")
CHECK = _("doc_check_signed", default="Kiểm tra VB đã ký")
SEND = _("doc_send_menu", default="Gửi văn bản")
EDIT = _("doc_edit", default="Hiệu chỉnh")
NO_EDIT = _(
    "doc_no_edit", default="văn bản đang ở trạng thái “${state}”, anh/chị không sửa được thông tin ở trạng thái này."
)
ADD = _("doc_add_another", default="Thêm mới")
BACK = _("doc_back", default="Trở về")
#: Acts that the key of "Hiệu chỉnh" opens, where the form of all fields is not open.
AMENDING = ("amend_onestop",)


@dataclass(frozen=True)
class ActButton(BarLink):
    """A button and the form behind it."""

    fields: tuple = ()  # of actfields.Field
    simple: bool = True  # every field can be asked for in a dialog
    key: str = ""
    order: int = 100
    effects: tuple = ()  # of dict title, values: what it is going to do
    first: str = ""  # id of the act that goes before a signature made on the person's own machine


class ActBar(Pane):
    """Buttons, and a dialog for each act that can be done."""

    template = ViewPageTemplateFile("templates/actbar.pt")
    dialogs = ViewPageTemplateFile("templates/actdialogs.pt")
    form = ViewPageTemplateFile("templates/actform.pt")
    field_macros = ViewPageTemplateFile("templates/field.pt")
    #: Acts whose form stands open in the pane, not in a dialog, and the state in which it does.
    inline = {}

    @cached_property
    def buttons(self):
        """The acts by their order: list of ActButton."""
        return [self.button(act, violations) for act, violations in IActs(self.record).possible()]

    def button(self, act, violations):
        fields = () if violations else fields_of(act, self.request)
        elsewhere = "" if violations else getattr(act, "form_page", "")
        simple = not elsewhere and all(field.kind != "unknown" for field in fields)
        return ActButton(
            id=act.id,
            title=self.word(act.title),
            url=f"{self.url}/{elsewhere or f'@@act/{act.id}'}",
            emphasis=act.emphasis,
            description=self.word(act.description),
            why=" ".join(self.word(violation.message) for violation in violations),
            data={
                "role": "button",
                "data-act": act.id,
                "data-key": "edit" if act.id in AMENDING else None,
                "data-act-emphasis": act.emphasis,
                "data-act-dialog": f"dialog-{act.id}" if simple else None,
            },
            stays=3 if act.id in MANUAL else 1,
            fields=fields,
            simple=simple,
            key=uuid4().hex,
            order=act.order,
            first=getattr(act, "goes_first", ""),
            effects=() if violations else tuple(described_effects(act, self.request)),
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

    @cached_property
    def bar(self):
        """What the macro ``actionbar`` draws, in the order of the products: list of BarLink and BarMenu."""
        found = [
            BarLink(f"inline-{one.id}", one.title, "#doc-inline-act", "primary", narrow=True) for one in self.in_pane
        ]
        bar = self.in_bar
        if self.looks:
            found.append(BarLink("look", self.word(LOOK), "#doc-viewer", stays=2))
        found += [one for one in bar if one.order <= SIGNING]
        if self.signed:
            data = {"data-open": "doc-signatures"}
            url, outgoing = f"{self.url}/@@signatures", self.record.portal_type == "OutgoingDocument"
            found.append(BarLink("check", self.word(CHECK), url, data=data, stays=2 if outgoing else 0))
        found += [one for one in bar if one.order > SIGNING]
        if self.in_menu:
            found.append(BarMenu("send", self.word(SEND), tuple(self.in_menu)))
        if self.may_edit:
            data = {"data-edit": "", "title": "F4" if self.add_url else None}
            found.append(BarLink("edit", self.word(EDIT), f"{self.url}/edit", data=data, stays=2))
        elif self.add_url and not any(one.id in AMENDING for one in self.buttons):
            found.append(BarLink("edit", self.word(EDIT), f"{self.url}/edit", why=self.why_not_edit))
        if self.add_url:
            found.append(BarLink("add", self.word(ADD), self.add_url, description="F7"))
        return [*found, *report_links(self.record, self.request)]

    @property
    def back(self):
        """BarLink: "Trở về", to the list that one came from."""
        return BarLink("back", self.word(BACK), self.back_url, data={"data-back": ""})

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

    @property
    def proposed(self):
        """dict name, text of what the clerk proposes to the leader asked, or None."""
        text = getattr(self.record, "proposed_direction", "") or ""
        by = handling_of(self.record).presented_by
        return {"name": self.name_of(by), "text": text} if text and by else None

    @property
    def returned(self):
        """dict name, text of who gave it back last, and why; None when it has gone on since."""
        handling = handling_of(self.record)
        if not handling.returned_reason:
            return None
        return {"name": self.name_of(handling.returned_by), "text": handling.returned_reason}

    def stands_open(self, button):
        return self.inline.get(button.id) == self.state and button.possible and button.simple

    @property
    def may_edit(self):
        """bool: the form of the record's fields is open to this person."""
        return bool(getSecurityManager().checkPermission("Modify portal content", self.record))

    @property
    def why_not_edit(self):
        """str: why the clerk cannot correct the fields, which "Hiệu chỉnh" and its key say."""
        if found := IHolds(self.record).violations():
            return " ".join(self.word(violation.message) for violation in found)
        mapping = {"state": self.word(title_of_state(self.record.portal_type, self.state))}
        return self.word(_(str(NO_EDIT), default=NO_EDIT.default, mapping=mapping))

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

