"""Vocabularies of retention."""

from qlvb.content import _
from qlvb.content.retention.period import LABELS
from qlvb.content.retention.schedule import schedule
from qlvb.content.retention.schedule import search
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


_KINDS = {
    "years": _("retention_kind_years", default="Có thời hạn (số năm)"),
    **LABELS,
}


def _terms(rows):
    return SimpleVocabulary([SimpleTerm(row.token, f"row-{row.token}".lower(), row.name) for row in rows])


@implementer(IVocabularyFactory)
class RetentionKinds:
    """``qlvb.retention_kinds``."""

    def __call__(self, context):
        return SimpleVocabulary([SimpleTerm(kind, kind, title) for kind, title in _KINDS.items()])


@implementer(IVocabularyFactory)
class RetentionSchedule:
    """``qlvb.retention_schedule``: rows by token; ``query`` narrows without accents."""

    def __call__(self, context, query=None):
        return _terms(search(query, limit=50) if query else schedule())
