"""Neighbours in the chain: documents by what they say they answer, submission notes by their grounds and drafts."""

from plone.uuid.interfaces import IUUID
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.lookups import answers_to
from qlvb.content.index.lookups import with_identity
from qlvb.content.interfaces import IDocument
from qlvb.workflows.chain.interfaces import IChainLinks
from zope.component import adapter
from zope.interface import implementer


@implementer(IChainLinks)
@adapter(IDocument)
class DocumentLinks:
    """What it answers and what answers it; the notes that rest on it or carry it."""

    def __init__(self, record):
        self.record = record
        self.uid = IUUID(record)

    def before(self):
        carried = [row.uid for row in with_identity([carries(self.uid)])]
        # A note that rests on what it answers stands between the two.
        return [*carried, *([self.record.in_reply_to] if self.record.in_reply_to else [])]

    def after(self):
        return [*(row.uid for row in with_identity([rests_on(self.uid)])), *answers_to(self.uid)]


@implementer(IChainLinks)
class NoteLinks:
    """Of a submission note: ``basis`` goes before it, ``drafts`` follow."""

    def __init__(self, record):
        self.record = record

    def before(self):
        return list(self.record.basis or ())

    def after(self):
        return list(self.record.drafts or ())


@implementer(IIndexRows)
class NoteRows:
    """What the index finds the notes of a document by."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        keys = [rests_on(uid) for uid in self.record.basis or ()]
        keys += [carries(uid) for uid in self.record.drafts or ()]
        return {"identities": [{"identity": key} for key in keys]}


def rests_on(uid):
    return f"chain|basis|{uid}"


def carries(uid):
    return f"chain|draft|{uid}"
