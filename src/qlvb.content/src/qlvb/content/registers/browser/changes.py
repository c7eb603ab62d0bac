"""Forms that change a register: reserve a number, void one, lock the book."""

from datetime import date
from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.registers import refusals
from qlvb.content.registers.changes import RegisterChanges
from qlvb.content.violations import Refused
from uuid import uuid4


#: Days for which a number is set aside unless somebody says otherwise.
DAYS_RESERVED = 7


class ChangeForm(PostedForm):
    """Base: a subclass gives ``change(changes)``, which returns the message to show."""

    shell_section = "catalogues"

    def save(self):
        api.portal.show_message(self.change(RegisterChanges(self.context)), self.request)
        return self.context.absolute_url()

    def typed(self, name, default=""):
        """What was typed in a field, as str."""
        return str(self.request.form.get(name, default))

    def wrong(self, field):
        """Messages about a field: list."""
        return [violation.message for violation in self.violations if violation.field == field]

    def general(self):
        """Messages about no field of this form: list."""
        return [violation.message for violation in self.violations if violation.field not in self.fields]

    fields = ()

    @property
    def key(self):
        """The idempotency key that this rendering of the form carries."""
        return self.typed("key") or uuid4().hex


class ReserveNumber(ChangeForm):
    """``@@reserve-number``."""

    fields = ("reason", "expires")

    @property
    def proposed(self):
        """ISO date."""
        return self.typed("expires") or (clock.today() + timedelta(days=DAYS_RESERVED)).isoformat()

    def change(self, changes):
        try:
            expires = date.fromisoformat(self.typed("expires"))
        except ValueError:
            raise Refused([refusals.expiry_past()], 400) from None
        entry = changes.reserve(self.typed("reason"), expires, self.typed("key") or None)
        return _("register_reserved", default="Đã giữ số ${number}.", mapping={"number": f"{entry.number:02d}"})


class VoidNumber(ChangeForm):
    """``@@void-number?number=12``."""

    fields = ("reason", "number")

    def change(self, changes):
        number = self.typed("number")
        if not number.isdigit():
            raise Refused([refusals.unknown_number(number)], 404)
        entry = changes.void(int(number), self.typed("reason"), self.typed("key") or None)
        return _("register_voided", default="Đã hủy số ${number}.", mapping={"number": f"{entry.number:02d}"})


class LockRegister(ChangeForm):
    """``@@lock-register``."""

    def change(self, changes):
        changes.close()
        return _("register_locked", default="Đã khóa sổ.")
