"""``@@secret-report?case=2026-001`` of an agency and of the site: one case, who was told, how it ends."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.exposures.interfaces import CONFIRMED
from qlvb.content.exposures.interfaces import MANAGING
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import TAKEN_OUT
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.people import name_of
from qlvb.content.violations import Refused
from qlvb.workflows.exposures import wording
from qlvb.workflows.exposures.access import actor
from qlvb.workflows.exposures.access import case_at
from qlvb.workflows.exposures.ending import left_for
from qlvb.workflows.exposures.ending import lift
from qlvb.workflows.exposures.ending import may_lift
from qlvb.workflows.exposures.ending import take_out
from qlvb.workflows.exposures.parties import SYSTEM
from qlvb.workflows.exposures.parties import confirm
from qlvb.workflows.exposures.parties import may_confirm
from zExceptions import NotFound
from zope.i18n import translate


NOTE_OUTSIDE = _("secret_party_note_help", default="Số, ngày công văn đã báo")
NOTE = _("secret_party_note_free", default="Ghi chú (nếu có)")


class SecretReport(PostedForm):
    """Whoever may open what is closed finds the way to it here; others see of what kind it is and whose."""

    shell_section = "administration"

    @cached_property
    def case(self):
        try:
            return case_at(self.context, self.value("case"))
        except Refused:
            raise NotFound("secret-report") from None

    @cached_property
    def me(self):
        return actor()

    @property
    def list_url(self):
        return f"{self.context.absolute_url()}/@@secret-reports"

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@secret-report?case={self.case.id}"

    @property
    def state(self):
        return wording.STATE_TITLES[self.case.state]

    @property
    def tone(self):
        return wording.TONES[self.case.state]

    @property
    def agency(self):
        return wording.agency_title(self.case.agency)

    @property
    def ended(self):
        """dict when, by, why; None while it is open."""
        case = self.case
        if case.state == OPEN:
            return None
        return {"when": show_moment(case.closed), "by": name_of(case.closed_by), "why": case.outcome}

    def reports(self):
        """list of dict by, when, reason."""
        return [
            {"by": name_of(one.by), "when": show_moment(one.when), "reason": one.reason} for one in self.case.reports
        ]

    def items(self):
        """list of dict: what is closed. Its title stands here for its judge alone."""
        return [self._item(item) for item in self.case.items.values()]

    def _item(self, item):
        record = find_record(item.uid)
        seen = record is not None and may_view(record)
        held = record is not None and item.state == OPEN and IHolds(record).held()
        return {
            "kind": wording.kind_title(item),
            "agency": wording.agency_title(item.agency),
            "is_copy": item.found == "copy",
            "title": record.Title() if seen else "",
            "reference": getattr(record, "reference", "") if seen else "",
            "url": record.absolute_url() if seen else "",
            "held": held,
            "state": wording.ITEM_TITLES[item.state],
            "tone": wording.TONES[item.state],
            "when": show_moment(item.when),
            "by": name_of(item.by) if item.by and item.by != SYSTEM else "",
        }

    def parties(self):
        """list of dict: who has to know, in the order of the regulation."""
        return [self._party(party) for party in self.case.parties.values()]

    def _party(self, party):
        outside = not party.agency and party.key != MANAGING
        return {
            "key": party.key,
            "title": wording.party_title(party),
            "agency": wording.agency_title(party.agency, party.name),
            "state": wording.PARTY_STATES[party.state],
            "tone": wording.PARTY_TONES[party.state],
            "when": show_moment(party.when) if party.when else "",
            "by": name_of(party.by) if party.by and party.by != SYSTEM else "",
            "note": party.note,
            "outside": outside,
            "hint": translate(NOTE_OUTSIDE if outside else NOTE, context=self.request),
            "may": party.state != CONFIRMED and may_confirm(self.case, party, *self.me),
        }

    @property
    def may_lift(self):
        """bool: the button is offered."""
        untouched = not any(item.state == TAKEN_OUT for item in self.case.items.values())
        return self.case.state == OPEN and untouched and may_lift(self.case, *self.me)

    @property
    def mine(self):
        """int: how many items the person can take out."""
        return len(left_for(self.case, self.me[0])) if self.case.state == OPEN else 0

    def typed(self, act):
        """str: the reason that was typed into the form of an act that was refused."""
        return self.value("reason") if self.value("act") == act else ""

    def save(self):
        case, act = self.case, self.value("act")
        if act == "lift":
            lift(case, *self.me, self.value("reason"))
            message = _("secret_lifted", default="Đã bỏ phong tỏa. Mọi người lại dùng được tài liệu như trước.")
        elif act == "take_out":
            # A password is compared as it was typed.
            password = self.request.form.get("password", "")
            done, held = take_out(case, self.me[0], self.value("reason"), password)
            mapping = {"count": str(len(done))}
            message = _("secret_taken_out", default="Đã gỡ ${count} tài liệu, không khôi phục được.", mapping=mapping)
            if held:
                message = _(
                    "secret_taken_out_partly",
                    default="Đã gỡ ${count} tài liệu. Phần còn lại đang tạm dừng hủy theo vụ việc khác nên vẫn phong"
                    " tỏa.",
                    mapping=mapping,
                )
        elif act == "confirm":
            confirm(case, self.value("party"), self.value("note"), *self.me)
            message = _("secret_party_noted", default="Đã ghi nhận.")
        else:
            return None
        api.portal.show_message(message, self.request)
        return self.url
