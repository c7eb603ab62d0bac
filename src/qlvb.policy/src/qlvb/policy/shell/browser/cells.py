"""How a row of a list is shown: every value in words, in the person's language."""

from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.index.columns import COLUMNS
from qlvb.content.index.columns import DUE_COLUMNS
from qlvb.content.index.columns import Reader
from qlvb.content.index.wording import Wording
from qlvb.content.readings.indexing import is_loan
from qlvb.policy.shell.columns import URGENCY_LOOK
from qlvb.policy.shell.columns import deadline_note
from qlvb.policy.shell.columns import look_of
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


#: Symbol before what a row is: a document that came or goes, or a dossier.
#: Folded columns that do not say that there is none.
SAYING_NOTHING = ("chases", "progress")
_DIRECTION_ICONS = {"incoming": "box-arrow-in-down", "outgoing": "box-arrow-up-right", "dossier": "folder2"}


#: States in which nobody has to do anything any more.
ENDED = ("finished", "issued", "cancelled", "returned", "recalled", "replaced", "given_back")


class Cells:
    """Part of the pages with lists."""

    def translate(self, message):
        return translate(message, context=self.request)

    @property
    @memoize
    def wording(self):
        return Wording(self.request)

    @memoize
    def _vocabulary(self, name):
        return list(getUtility(IVocabularyFactory, name=name)(self.context))

    def _titles(self, name):
        return self.wording.terms(name)

    @property
    def rows(self):
        """The rows as they are shown: list of dict."""
        return [self._shown(row, self.page.start + number) for number, row in enumerate(self.page.rows, 1)]

    @property
    @memoize
    def starred(self):
        """UIDs of what the person has given a star."""
        return getUtility(IMarks).starred(self.shell.userid)

    def _shown(self, row, ordinal):
        """Every column in words by its id, and what stands beside: dict."""
        reader = Reader(self.shell.userid, ordinal)
        words = {name: self.wording.text(COLUMNS[name], row, reader) for name in self.column_ids}
        own = row.direction == "outgoing" and row.agency == self.shell.agency
        return {
            **words,
            "row": row,
            "urgency": self._urgency(row.urgency),
            "secrecy": self._titles("qlvb.secrecy").get(row.secrecy, row.secrecy) if row.secrecy != "none" else "",
            "direction": {"title": words.get("direction", ""), "icon": _DIRECTION_ICONS[row.direction or "dossier"]},
            "due_note": self._due_note(row),
            "small": self._small(row),
            "starred": row.uid in self.starred,
            "unread": row.line_of(self.shell.userid).get("state") == "new",
            "folded": [
                {"fold": look_of(COLUMNS[name]).fold, "text": self._folded(COLUMNS[name], words[name])}
                for name in self.column_ids
                if name != "ordinal"
                and words[name]
                and not (name in SAYING_NOTHING and words[name] == "0")
                and look_of(COLUMNS[name]).fold
                and not (name == "issuing_body" and own)
            ],
        }

    def _folded(self, column, words):
        """What a folded column says in the second line: a number means nothing without its title."""
        return f"{self.translate(column.title)}: {words}" if column.kind == "number" else words

    def _urgency(self, level):
        tone, symbol = URGENCY_LOOK[level]
        return {"level": level, "tone": tone, "icon": symbol, "title": self._titles("qlvb.urgency").get(level, level)}

    def _due_note(self, row):
        if row.due_date is None or not self._unfinished(row):
            return None
        today = clock.today()
        if is_loan(row):
            note = deadline_note(row.due_date, today, None)
        else:
            left = getUtility(IWorkingCalendar).between(today, row.due_date, row.agency)
            note = deadline_note(row.due_date, today, left)
        return note and {"tone": note[0], "text": note[1]}

    def _unfinished(self, row):
        return bool(row.facts.get("holders")) or row.state not in ENDED

    def _small(self, row):
        """The second line of a row: what no column of this list says."""
        parts = []
        if not {"reference", "dossier_code"} & set(self.column_ids) and row.reference:
            parts.append(row.reference)
        if "issuing_body" not in self.column_ids and row.direction == "incoming":
            parts.append(row.issuing_body)
        if not DUE_COLUMNS & set(self.column_ids) and row.due_date:
            due = _("list_due", default="Hạn ${day}", mapping={"day": show_date(row.due_date)})
            note = self._due_note(row)
            parts.append(self.translate(due) + (f" ({self.translate(note['text'])})" if note else ""))
        drafter = row.facts.get("drafter")
        if row.direction == "outgoing" and drafter and drafter != self.shell.userid:
            parts.append(
                self.translate(
                    _("list_drafter", default="Người trình: ${name}", mapping={"name": self.wording.names([drafter])})
                )
            )
        if "holder" not in self.column_ids and (
            holders := [one for one in row.facts.get("holders", ()) if one != self.shell.userid]
        ):
            parts.append(
                self.translate(
                    _("list_holder", default="Đang ở: ${name}", mapping={"name": self.wording.names(holders[:2])})
                )
            )
        return " · ".join(part for part in parts if part)
