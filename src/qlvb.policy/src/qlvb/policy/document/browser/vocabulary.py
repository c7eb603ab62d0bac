"""Titles of vocabulary values."""

from zope.component import queryUtility
from zope.schema.interfaces import IVocabularyFactory


def title_of(vocabulary_name, value, context):
    """The title (message id) of ``value`` in the named vocabulary; the value itself when it is not in there."""
    factory = queryUtility(IVocabularyFactory, name=vocabulary_name)
    if factory is None or value in (None, ""):
        return value or ""
    vocabulary = factory(context)
    try:
        return vocabulary.getTerm(value).title
    except LookupError:
        return str(value)
