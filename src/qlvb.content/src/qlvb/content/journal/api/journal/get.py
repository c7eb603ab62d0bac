"""``GET @journal``: the history of a record."""

from plone.restapi.batching import HypermediaBatch
from plone.restapi.services import Service
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import sentence
from zope.i18n import translate


class JournalGet(Service):
    """Entries of the journal, newest first; ``sort_order=ascending`` turns it round, ``event`` (repeatable) narrows.

    Answer: plone.restapi's batch envelope and ``verified`` (the chain holds) with ``first_bad`` (number of the first
    entry that does not fit, or null).
    """

    def reply(self):
        journal = IJournal(self.context)
        form = self.request.form
        events = form.get("event") or None
        if isinstance(events, str):
            events = [events]
        newest_first = form.get("sort_order", "descending") != "ascending"
        entries = list(journal.entries(newest_first=newest_first, events=events))
        batch = HypermediaBatch(self.request, entries)
        first_bad = journal.verify()
        result = {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "items": [self.entry_json(entry) for entry in batch],
            "verified": first_bad is None,
            "first_bad": first_bad,
        }
        if batch.links:
            result["batching"] = batch.links
        return result

    def entry_json(self, entry):
        """dict of one entry: everything hashed, the hash, and the words shown to people."""
        return {
            **entry.payload(),
            "hash": entry.hash,
            "actor_name": translate(actor_name(entry), context=self.request),
            "sentence": translate(sentence(entry), context=self.request),
        }
