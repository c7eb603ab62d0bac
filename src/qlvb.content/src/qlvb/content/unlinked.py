"""Records take no part in Plone's relations, its translations and its watch over links between pages.

They name each other by their UIDs. What Plone would do for each new and each changed record (give it a number in two
trees that everybody writes, look through all of its fields for relations and links) finds nothing and costs as much as
the rows of the index. Both say themselves what leaves them out: objects without a key reference, without a retriever.
For a UID ``plone.app.multilingual`` goes up to the root of the site, to see whether there is a folder of a language on
the way: a record's is what it was given.
"""

from Acquisition import aq_base
from plone.app.linkintegrity.interfaces import IRetriever
from plone.uuid.interfaces import ATTRIBUTE_NAME
from plone.uuid.interfaces import IUUID
from qlvb.content.interfaces import IRecord
from zope.component import adapter
from zope.interface import implementer
from zope.keyreference.interfaces import IKeyReference


@implementer(IKeyReference)
@adapter(IRecord)
def no_reference(record):
    """None: a record has no number among Plone's ``intids``."""


@implementer(IRetriever)
@adapter(IRecord)
def no_links(record):
    """None: no page of Plone is named in a record."""


@implementer(IUUID)
@adapter(IRecord)
def own_uid(record):
    """The UID that the record was given; None for one that has none yet."""
    return getattr(aq_base(record), ATTRIBUTE_NAME, None)
