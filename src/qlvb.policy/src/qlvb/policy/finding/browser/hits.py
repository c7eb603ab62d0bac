"""Results as they are read: subject and snippet with what was found marked."""

from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.index.asked import read
from qlvb.content.index.snippets import highlight
from qlvb.content.index.snippets import snippet
from qlvb.content.index.texts import texts_of
from qlvb.content.index.wording import TYPES
from qlvb.policy.finding.marks import marked


ICONS = {
    "IncomingDocument": "box-arrow-in-down",
    "OutgoingDocument": "box-arrow-up-right",
    "Dossier": "folder2-open",
    "PersonalDocument": "shield-lock",
}


class Hits:
    """Part of the search page."""

    @property
    @memoize
    def hits(self):
        """The rows of the page: list of dict row, subject, snippet (markup), reference, facts, state, urgency, icon."""
        asked = self.question.asked
        if asked and self.page.corrected:
            asked = read(self.page.corrected)
        texts = texts_of([row.uid for row in self.page.rows]) if asked else {}
        return [self._hit(row, asked, texts.get(row.uid, {})) for row in self.page.rows]

    def _hit(self, row, asked, texts):
        facts = [row.issuing_body, self._titles("qlvb.document_types").get(row.document_type, "")]
        if row.agency and row.agency != self.shell.agency:
            facts.append(self.value_title("agency", row.agency))
        return {
            "row": row,
            "icon": ICONS.get(row.portal_type, "file-earmark"),
            "kind": TYPES.get(row.portal_type, row.portal_type),
            "subject": marked(highlight(row.subject, asked)) if asked else None,
            "reference": marked(highlight(row.reference, asked)) if asked and row.reference else None,
            "snippet": marked(snippet(texts, asked)) if texts else "",
            "facts": [fact for fact in dict.fromkeys(facts) if fact],
            "day": self._day(row),
            "due": show_date(row.due_date),
            "due_note": self._due_note(row),
            "state": self.wording.state(row.state, row.portal_type),
            "urgency": self._urgency(row.urgency),
            "secrecy": self._titles("qlvb.secrecy").get(row.secrecy, row.secrecy) if row.secrecy != "none" else "",
        }

    def _day(self, row):
        if row.portal_type == "Dossier":
            return str(row.year or "")
        if row.arrival_date:
            return self.translate(
                _("search_arrived", default="đến ${day}", mapping={"day": show_date(row.arrival_date)})
            )
        return show_date(row.issue_date or row.received)
