"""``@register``: the numbers of a register, their reservation and voiding."""

from datetime import date
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.index.api.batching import PARAMETERS
from qlvb.content.index.api.batching import Batch
from qlvb.content.registers.api.register.serialize import entries_json
from qlvb.content.registers.api.register.serialize import entry_json
from qlvb.content.registers.api.register.serialize import register_json
from qlvb.content.registers.changes import VIEW
from qlvb.content.registers.changes import RegisterChanges
from qlvb.content.registers.changes import require
from qlvb.content.registers.inspection import inspect
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.numbers import STATUSES
from qlvb.content.registers.numbers import Numbers
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.i18n import translate


#: Parameters of the list that are no filters.
_OTHERS = (*PARAMETERS, "sort_on", "sort_order", "check")


def bad_input(field, code, message):
    """Refused with status 400 for one field."""
    return Refused([Violation(field, code, message)], 400)


class RegisterService(PathService):
    """What the methods share; ``@register/12`` names a number."""

    @property
    def number(self):
        """What the address names, None for nothing."""
        return self.path[-1] if self.path else None

    def whole_number(self, value):
        """int from the path or the body. :raises Refused: 400 it is none."""
        text = str(value if value is not None else "")
        if not text.isdigit():
            raise bad_input(
                "number", "number_invalid", _("violation_number_invalid", default="Số phải là số nguyên dương.")
            )
        return int(text)


class RegisterGet(RegisterService):
    """The numbers by number (``sort_order=descending``: newest first), in plone.restapi's batch envelope; or one
    number.

    ``sort_on`` is number, date or reference; ``status``, ``text``, ``document_type``, ``date_from`` and ``date_to``
    narrow. ``check=1`` adds the findings of the register's inspection.
    """

    def answer(self):
        require(VIEW, self.context)
        if self.number is not None:
            return self.one()
        form = self.request.form
        status = form.get("status") or None
        if status is not None and status not in STATUSES:
            raise bad_input(
                "status", "status_unknown", _("violation_status_unknown", default="Trạng thái số không hợp lệ.")
            )
        batch = Batch(self.request, f"{self.context.absolute_url()}/@register")
        filters = {name: value for name, value in form.items() if name not in _OTHERS}
        page = Numbers(IUUID(self.context), filters, self._sort).page(batch.start, batch.size, batch.after)
        book = INumberBook(self.context)
        entries = [entry for number in page.numbers if (entry := book.entry(number)) is not None]
        result = {
            **batch.envelope(page, entries_json(self.context, entries, self.request)),
            "register": register_json(self.context, self.request),
        }
        if form.get("check"):
            result["findings"] = [
                {
                    "number": finding.number,
                    "code": finding.code,
                    "message": translate(finding.message, context=self.request),
                    "fault": finding.fault,
                }
                for finding in inspect(self.context)
            ]
        return result

    @property
    def _sort(self):
        form = self.request.form
        sort = str(form.get("sort_on") or "number")
        return f"-{sort}" if form.get("sort_order") == "descending" and not sort.startswith("-") else sort

    def one(self):
        entry = INumberBook(self.context).entry(self.whole_number(self.number))
        if entry is None:
            message = _("violation_number_unknown", default="Sổ chưa có số ${number}.", mapping={"number": self.number})
            raise Refused([Violation("number", "number_unknown", message)], 404)
        return entry_json(self.context, entry, self.request)


class RegisterReserve(RegisterService):
    """Reserve the next number: ``{"reason": "…", "expires": "2026-12-31"}`` answers 201 with the entry."""

    def answer(self):
        if self.number is not None:
            raise bad_input(
                "number",
                "number_invalid",
                _("violation_number_not_chosen", default="Không chọn được số: hệ thống cấp số kế tiếp."),
            )
        body = self.body()
        entry = RegisterChanges(self.context).reserve(
            str(body.get("reason") or ""), self.day(body.get("expires")), self.key
        )
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.context.absolute_url()}/@register/{entry.number}")
        return entry_json(self.context, entry, self.request)

    def day(self, value):
        try:
            return date.fromisoformat(value) if value else None
        except (TypeError, ValueError):
            raise bad_input(
                "expires",
                "date_invalid",
                _("violation_date_invalid", default="Ngày phải ghi theo dạng năm-tháng-ngày."),
            ) from None


class RegisterVoid(RegisterService):
    """Void a number: PATCH ``@register/12`` (or ``"number"`` in the body) ``{"status": "voided", "reason": "…"}``."""

    def answer(self):
        body = self.body()
        if body.get("status") != "voided":
            raise bad_input(
                "status", "status_unknown", _("violation_status_unknown", default="Trạng thái số không hợp lệ.")
            )
        number = self.whole_number(self.number if self.number is not None else body.get("number"))
        entry = RegisterChanges(self.context).void(number, str(body.get("reason") or ""), self.key)
        return entry_json(self.context, entry, self.request)
