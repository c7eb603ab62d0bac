"""What the pickers of the forms search in."""

from itertools import islice
import json
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_date
from qlvb.content.index.interfaces import IListing
from qlvb.content.text import fold
from qlvb.policy.document.browser.actfields import option_of
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.document.browser.inputs import Option
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility
from zope.schema import interfaces as kinds
from zope.schema.vocabulary import getVocabularyRegistry


SHOWN = 15
MOST_CHOICES = 30


class DocumentPicker(BrowserView):
    """``@@pick-document?text=``: documents that the person may view, as ``{"items": [{id, title, detail}]}``."""

    def __call__(self):
        listing = getUtility(IListing)
        text = str(self.request.form.get("text", ""))[:200].strip()
        if text:
            rows = listing.search(text, size=SHOWN).rows
        else:
            rows = listing.query("incoming.all", size=8).rows + listing.query("outgoing.all", size=7).rows
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return json.dumps({"items": [row_option(row).as_dict() for row in rows]}, ensure_ascii=False)


class ChoicePicker(BrowserView):
    """``@@pick-choice?act=…&field=…&text=`` of a record: what a field of an act takes from the person, as
    ``{"items": [{id, title, detail}]}``; an act that he cannot do offers nothing.
    """

    def __call__(self):
        words = fold(str(self.request.form.get("text", ""))[:200]).split()
        options = (option_of(term, self.request) for term in self.terms())
        found = (one for one in options if all(word in fold(f"{one.title} {one.detail}") for word in words))
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return json.dumps({"items": [one.as_dict() for one in islice(found, MOST_CHOICES)]}, ensure_ascii=False)

    def terms(self):
        """Terms of the field, () where there is none."""
        act = IActs(self.context).get(str(self.request.form.get("act", "")))
        name = str(self.request.form.get("field", ""))
        if act is None or act.schema is None or name not in act.schema or not act.relevant() or act.check():
            return ()
        field = act.schema[name].bind(act.record)
        if kinds.ICollection.providedBy(field):
            field = field.value_type.bind(act.record) if field.value_type is not None else field
        return field.vocabulary if kinds.IChoice.providedBy(field) else ()


class Pickers(Assets, BrowserView):
    """``@@qlvb-pickers``: what a page of another room loads so that its lists (``data-people``) become pickers."""

    def sheets(self):
        """Link elements."""
        return self.stylesheet

    def scripts(self):
        """Script elements."""
        return self.module("people.mjs")


def row_option(row):
    """A document of a list as an :class:`Option`."""
    facts = [row.reference, show_date(row.issue_date or row.arrival_date), row.issuing_body]
    return Option(row.uid, row.subject, " · ".join(fact for fact in facts if fact))


def document_option(document):
    """A document as an :class:`Option`."""
    facts = [document.reference, show_date(document.issue_date), document.issuing_body]
    return Option(document.UID(), document.Title(), " · ".join(fact for fact in facts if fact))


def dossier_options(agency):
    """Open dossiers of the agency (object) in which the person may file: tuple of Option."""
    vocabulary = getVocabularyRegistry().get(agency, "qlvb.filing.open_dossiers")
    return tuple(Option(term.token, term.title) for term in vocabulary)
