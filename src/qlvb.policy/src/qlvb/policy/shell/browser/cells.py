"""How a row of a list is shown: every value in words, in the person's language."""

from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import title_of_state
from qlvb.policy.shell.columns import COLUMNS
from qlvb.policy.shell.columns import LINE_ROLES
from qlvb.policy.shell.columns import URGENCY_LOOK
from qlvb.policy.shell.columns import deadline_note
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


def show_date(day):
    """``22/11/2026``, or "" for None."""
    return day.strftime("%d/%m/%Y") if day else ""


class Cells:
    """Part of the pages with lists."""

    def translate(self, message):
        return translate(message, context=self.request)

    @memoize
    def _vocabulary(self, name):
        return list(getUtility(IVocabularyFactory, name=name)(self.context))

    @memoize
    def _titles(self, name):
        return {term.value: self.translate(term.title) for term in self._vocabulary(name)}

    @property
    def rows(self):
        """The rows as they are shown: list of dict."""
        return [self._shown(row, self.page.start + number) for number, row in enumerate(self.page.rows, 1)]

    def _shown(self, row, ordinal):
        line = row.line_of(self.shell.userid)
        names = self._names(row.facts.get("holders", ()))
        own = row.direction == "outgoing" and row.agency == self.shell.agency
        shown = {
            "row": row,
            "ordinal": ordinal,
            "urgency": self._urgency(row.urgency),
            "secrecy": self._titles("qlvb.secrecy").get(row.secrecy, row.secrecy) if row.secrecy != "none" else "",
            "direction": self._direction(row.direction),
            "reference": row.reference,
            "issuing_body": row.issuing_body,
            "received": show_date(row.received),
            "issue_date": show_date(row.issue_date),
            "arrival_date": show_date(row.arrival_date),
            "arrival_number": row.arrival_number if row.arrival_number is not None else "",
            "document_type": self._titles("qlvb.document_types").get(row.document_type, ""),
            "due": show_date(row.due_date),
            "due_note": self._due_note(row),
            "holder": names,
            "signatory": self._names([row.facts["signatory"]]) if row.facts.get("signatory") else "",
            "line_role": LINE_ROLES.get(line.get("role"), ""),
            "state": self._state(row),
            "small": self._small(row),
            "unread": line.get("state") == "new",
        }
        shown["folded"] = [
            {
                "fold": COLUMNS[name].fold,
                "text": self.translate(shown[name]["title"] if name == "direction" else shown[name]),
            }
            for name in self.column_ids
            if name != "ordinal" and COLUMNS[name].fold and shown[name] and not (name == "issuing_body" and own)
        ]
        return shown

    def _urgency(self, level):
        tone, symbol = URGENCY_LOOK[level]
        return {"level": level, "tone": tone, "icon": symbol, "title": self._titles("qlvb.urgency").get(level, level)}

    def _direction(self, direction):
        if direction == "incoming":
            return {"title": _("list_incoming", default="Đến"), "icon": "box-arrow-in-down"}
        return {"title": _("list_outgoing", default="Đi"), "icon": "box-arrow-up-right"}

    def _due_note(self, row):
        if row.due_date is None or not self._unfinished(row):
            return None
        today = clock.today()
        note = deadline_note(row.due_date, today, getUtility(IWorkingCalendar).between(today, row.due_date))
        return note and {"tone": note[0], "text": note[1]}

    def _unfinished(self, row):
        return bool(row.facts.get("holders")) or row.state not in ("finished", "issued", "cancelled", "returned")

    @memoize
    def _state_title(self, state, portal_type):
        return translate(title_of_state(portal_type, state), context=self.request)

    def _state(self, row):
        return self._state_title(row.state, row.portal_type) if row.state else ""

    def _names(self, userids):
        directory = getUtility(IDirectory)
        return ", ".join(directory.person(userid).fullname for userid in userids)

    def _small(self, row):
        """The second line of a row: what no column of this list says."""
        parts = []
        if "reference" not in self.column_ids and row.reference:
            parts.append(row.reference)
        if "issuing_body" not in self.column_ids and row.direction == "incoming":
            parts.append(row.issuing_body)
        drafter = row.facts.get("drafter")
        if row.direction == "outgoing" and drafter and drafter != self.shell.userid:
            parts.append(
                self.translate(
                    _("list_drafter", default="Người trình: ${name}", mapping={"name": self._names([drafter])})
                )
            )
        if "holder" not in self.column_ids and (
            holders := [one for one in row.facts.get("holders", ()) if one != self.shell.userid]
        ):
            parts.append(
                self.translate(_("list_holder", default="Đang ở: ${name}", mapping={"name": self._names(holders[:2])}))
            )
        return " · ".join(part for part in parts if part)
