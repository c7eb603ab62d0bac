"""Title, reference and state of a document, as seen above everything else."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.badges import badges_of
from qlvb.content.clock import show_date
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.vocabulary import title_of
from qlvb.policy.shell.columns import URGENCY_LOOK
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.delivery.recall.successor import visible_successor
from qlvb.workflows.delivery.states import SUCCESSOR_TITLES


class Heading(Pane):
    """The subject with its chips."""

    template = ViewPageTemplateFile("templates/heading.pt")

    @property
    def title(self):
        return self.record.Title()

    @property
    def state(self):
        return title_of_state(self.record)

    @cached_property
    def gone(self):
        """bool: recalled or replaced: the text is kept, and counts no more."""
        return state_of(self.record) in ("recalled", "replaced")

    @cached_property
    def successor(self):
        """dict (``url``, ``title``, ``kind``) of what recalls, replaces or corrects this document, or None."""
        kind, document = visible_successor(self.record)
        if document is None:
            return None
        title = " ".join(part for part in (document.reference, document.Title()) if part)
        return {"url": document.absolute_url(), "title": title, "kind": SUCCESSOR_TITLES[kind]}

    @cached_property
    def facts(self):
        """list of str: reference, agency and date in one line."""
        record = self.record
        who = record.issuing_body if record.portal_type == "IncomingDocument" else self.name_of(record.drafter)
        return [text for text in (who, show_date(record.issue_date)) if text]

    @cached_property
    def chips(self):
        """list of (tone, icon, title): urgency and secrecy out of the ordinary, and the rooms' badges."""
        record, found = self.record, []
        if record.urgency and record.urgency != "normal":
            tone, icon = URGENCY_LOOK.get(record.urgency, URGENCY_LOOK["urgent"])
            found.append((tone, icon, title_of("qlvb.urgency", record.urgency, record)))
        if record.secrecy and record.secrecy != "none":
            found.append(("bad", "lock", title_of("qlvb.secrecy", record.secrecy, record)))
        return found + [(badge.tone, badge.icon, badge.title) for badge in badges_of(record)]
