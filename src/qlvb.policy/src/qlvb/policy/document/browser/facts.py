"""THÔNG TIN CHÍNH: the facts of a document, in the order in which clerks know them."""

from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.additional.record import shown_by
from qlvb.content.clock import show_date
from qlvb.content.documents.metadata import page_amount
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.text import show_number
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import dossiers_of
from qlvb.policy.document.browser.records import may_view
from qlvb.policy.document.browser.records import record_by_uid
from qlvb.policy.document.browser.records import visible_record
from qlvb.policy.document.browser.vocabulary import title_of


@dataclass(frozen=True)
class Fact:
    """One line of the block: ``values`` are message ids or str; ``kind`` is a hint for the looks."""

    name: str
    label: str
    values: tuple
    kind: str = "text"
    url: str = ""
    first: bool = False


class FactsPane(Pane):
    """Base: a subclass gives ``facts()``; facts without a value are left out."""

    template = ViewPageTemplateFile("templates/facts.pt")

    def facts(self):
        """list of Fact."""
        raise TypeError(f"{type(self).__name__} has no facts")

    @cached_property
    def shown(self):
        """list of Fact that have a value."""
        return [fact for fact in [*self.facts(), *self.additional()] if any(fact.values)]

    def additional(self):
        """Facts in fields that the agency, or the body from which the document came, has added (VI-7c)."""
        return [
            self.fact(f"additional-{place}", label, value) for place, (label, value) in enumerate(shown_by(self.record))
        ]

    @property
    def first(self):
        """Facts that are always in view."""
        return [fact for fact in self.shown if fact.first]

    @property
    def rest(self):
        """Facts behind "more"."""
        return [fact for fact in self.shown if not fact.first]

    def shared(self):
        """dict name -> Fact: those that incoming and outgoing documents have alike."""
        record, fact = self.record, self.fact
        found = (
            fact(
                "reference",
                _("doc_fact_reference", default="Số ký hiệu"),
                record.reference,
                kind="reference",
                first=True,
            ),
            fact("issue_date", _("doc_fact_issue_date", default="Ngày ban hành"), self.day("issue_date"), first=True),
            fact(
                "type",
                _("doc_fact_type", default="Loại văn bản"),
                self.choice("qlvb.document_types", "document_type"),
                first=True,
            ),
            fact("field_of_work", _("doc_fact_field_of_work", default="Lĩnh vực"), record.field_of_work),
            fact("subject", _("doc_fact_subject", default="Trích yếu"), record.subject, kind="long", first=True),
            fact(
                "urgency", _("doc_fact_urgency", default="Độ khẩn"), self.choice("qlvb.urgency", "urgency"), first=True
            ),
            fact("secrecy", _("doc_fact_secrecy", default="Độ mật"), self.choice("qlvb.secrecy", "secrecy")),
            fact("pages", _("doc_fact_pages", default="Số trang văn bản"), show_number(page_amount(record))),
            fact("language", _("doc_fact_language", default="Ngôn ngữ"), self.choice("qlvb.languages", "language")),
        )
        return {one.name: one for one in found}

    def fact(self, name, label, value, **options):
        values = value if isinstance(value, tuple) else (value,)
        return Fact(name, label, tuple(item for item in values if item), **options)

    def choice(self, vocabulary, field):
        """Title of the value of ``field`` in its vocabulary."""
        return title_of(vocabulary, getattr(self.record, field, ""), self.record)

    def day(self, field):
        return show_date(getattr(self.record, field, None))

    def count(self, field):
        return show_number(getattr(self.record, field, None))

    @cached_property
    def register(self):
        """Title of the register that the document is entered in, or ""."""
        register = record_by_uid(self.record.register)
        return register.Title() if register is not None else ""

    @cached_property
    def dossiers(self):
        """Dossiers of the document that the reader may view: list of (dossier, order number in it)."""
        found = []
        uid = self.record.UID()
        for dossier in dossiers_of(self.record):
            if may_view(dossier):
                order = [item.order for item in IDossierContents(dossier).items() if item.uid == uid]
                found.append((dossier, order[0] if order else None))
        return found

    @cached_property
    def answered(self):
        """The document that this one answers, when the reader may view it."""
        return visible_record(self.record.in_reply_to)
