"""What the form of an incoming document asks for beside its fields when it is registered at once."""

from functools import cached_property
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.text import show_number
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.inputs import Option
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.incoming.paper import ACCEPT_FIELDS
from qlvb.workflows.incoming.vocabularies import leaders as leaders_of
from qlvb.workflows.incoming.vocabularies import registers as registers_of
from zope.component import getUtility
from zope.i18n import translate


class Registering:
    """Mixed into the forms of documents that come in. ``registers`` (bool): Tiếp nhận is offered beside Lưu."""

    registers = False

    @property
    def buttons(self):
        """See FormPage."""
        return ("save", "accept", "present") if self.registers else ("save",)

    @property
    def duplicate_field(self):
        """Shown when the document seems to be there already; None where nothing is registered."""
        if not self.registers:
            return None
        label = api.portal.translate(_("input_duplicate_reason", default="Lý do vẫn vào sổ dù trùng văn bản đã có"))
        value = self.request.form.get("duplicate_reason", "")
        late = "duplicate_reason" not in self.broken and not value
        return Field(name="duplicate_reason", label=label, kind="text", late=late, size="full", value=value)

    @property
    def number_fields(self):
        """Register with the number that comes next, and the leader that is asked: both proposed."""
        if not self.registers:
            return []
        registers = list(registers_of(self.context))
        chosen = self.request.form.get("register") or self.proposed_register
        options = tuple(Option(term.token, self.with_next(term)) for term in registers)
        leaders = tuple(Option(term.token, term.title) for term in leaders_of(self.context))
        leader = self.request.form.get("leader") or (leaders[0].id if leaders else "")
        return [
            _select("register", _("input_register", default="Sổ văn bản đến"), options, chosen, required=bool(options)),
            _select("leader", _("input_leader", default="Lãnh đạo nhận"), leaders, leader),
        ]

    @cached_property
    def proposed_register(self):
        """UID of the register that a document of today goes to, or ""."""
        found = getUtility(IRegisterFinder).find(self.agency.id, "incoming", "", "none", clock.today().year)
        return IUUID(found) if found is not None else ""

    def with_next(self, term):
        """Title of a register with the number that comes next: "Sổ văn bản đến 2026 · số đến 12"."""
        register = uuidToObject(term.value, unrestricted=True)
        number = show_number(INumberBook(register).next_number)
        mapping = {"register": term.title, "number": number}
        message = _("doc_register_next", default="${register} · số đến ${number}", mapping=mapping)
        return translate(message, context=self.request)

    def typed_for_register(self):
        """dict: input of the act Tiếp nhận that is no field of the document."""
        return {name: self.request.form[name] for name in ACCEPT_FIELDS if self.request.form.get(name)}

    def present(self, document):
        """Ask the leader at once, with what the clerk proposes."""
        leader = self.request.form.get("leader")
        IActs(document).perform("present", {"leader": leader} if leader else {})


def _select(name, label, options, chosen, **more):
    """Field to choose one of ``options`` (tuple of Option); ``chosen``: the id of one, or ""."""
    picked = tuple(option for option in options if option.id == chosen)
    return Field(name=name, label=api.portal.translate(label), kind="select", options=options, chosen=picked, **more)
