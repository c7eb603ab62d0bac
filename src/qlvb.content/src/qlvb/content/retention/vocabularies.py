"""Vocabularies of retention."""

from qlvb.content import _
from qlvb.content.retention.period import LABELS
from qlvb.content.retention.schedule import fitting
from qlvb.content.retention.versions import schedule_for
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: What each kind of period is called.
KIND_TITLES = {
    "years": _("retention_kind_years", default="Có thời hạn (số năm)"),
    **LABELS,
}


def _terms(rows):
    return SimpleVocabulary([SimpleTerm(row.token, f"row-{row.token}".lower(), row.name) for row in rows])


@implementer(IVocabularyFactory)
class RetentionKinds:
    """``qlvb.retention_kinds``."""

    def __call__(self, context):
        return SimpleVocabulary([SimpleTerm(kind, kind, title) for kind, title in KIND_TITLES.items()])


@implementer(IVocabularyFactory)
class RetentionSchedule:
    """``qlvb.retention_schedule``: rows in force for the agency of the context by token; ``query`` narrows."""

    def __call__(self, context, query=None):
        rows = schedule_for(context).current().rows
        return _terms(fitting(rows, query)[:50] if query else rows)
