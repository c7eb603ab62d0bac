"""Value lists of what archivists list."""

from qlvb.content import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


INTAKE_TITLES = {
    "passed": _("intake_passed", default="Đạt"),
    "waived": _("intake_waived", default="Đạt, có lý do"),
}


@provider(IVocabularyFactory)
def intake_results(context):
    """What the intake check found of dossiers that were taken over."""
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in INTAKE_TITLES.items()])
