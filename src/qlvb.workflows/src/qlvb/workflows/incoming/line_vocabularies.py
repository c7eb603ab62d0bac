"""Choices of lines and of replies. A list offers what may be chosen now; every line of the record is understood, so
that who chose one that was closed a moment ago is told how, not that there is no such thing.
"""

from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.index.lookups import answers_to
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.incoming.turns import withdrawable
from qlvb.workflows.incoming.vocabularies import LINE_ROLE_TITLES
from qlvb.workflows.lines.closing import has_work
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from zope.component import getUtility
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class KnownLines(SimpleVocabulary):
    """Offers some lines (iteration, length), understands all of ``known`` (look-up)."""

    def __init__(self, offered, known):
        super().__init__(offered)
        self._known = {term.value: term for term in known}

    def __contains__(self, value):
        return value in self._known

    def getTerm(self, value):
        return self._known[value]

    def getTermByToken(self, token):
        return self._known[token]


@implementer(IVocabularyFactory)
class LineChoice:
    """Vocabulary of lines for which ``offered(line)`` is true; value and token are the line's id."""

    def __init__(self, offered):
        self.offered = offered

    def __call__(self, context):
        lines = ILines(context).all() if context is not None else []
        terms = {line.id: line_term(line) for line in lines}
        return KnownLines([terms[line.id] for line in lines if self.offered(line)], terms.values())


def line_term(line):
    """The term of a line: who holds it, in which role, what he wishes."""
    mapping = {
        "name": getUtility(IDirectory).person(line.recipient).fullname,
        "role": LINE_ROLE_TITLES[line.role],
    }
    title = _("line_title", default="${name} (${role})", mapping=mapping)
    if line.state == "to_extend" and line.pending is not None:
        mapping |= {"date": line.pending.wished.strftime("%d/%m/%Y"), "reason": line.pending.reason[:120]}
        title = _("line_title_wish", default="${name} (${role}): đến ${date}, ${reason}", mapping=mapping)
    elif line.state == "to_confirm":
        mapping["result"] = line.result[:160]
        title = _("line_title_result", default="${name} (${role}): ${result}", mapping=mapping)
    return SimpleTerm(line.id, line.id, title)


given_lines = LineChoice(withdrawable)
extension_lines = LineChoice(lambda line: line.state == "to_extend")
result_lines = LineChoice(lambda line: line.state == "to_confirm")
open_lines = LineChoice(lambda line: is_open(line) and line.role != "information")
urged_lines = LineChoice(has_work)


@implementer(IVocabularyFactory)
class Replies:
    """Outgoing documents that answer the record and that the person may view; value and token are the UID."""

    def __call__(self, context):
        uids = answers_to(IUUID(context)) if context is not None else []
        found = [uuidToObject(uid, unrestricted=True) for uid in uids]
        return SimpleVocabulary(
            [
                SimpleTerm(IUUID(reply), IUUID(reply), " ".join(filter(None, (reply.reference, reply.subject)))[:160])
                for reply in found
                if reply is not None
                and reply.portal_type == "OutgoingDocument"
                and api.user.has_permission("View", obj=reply)
            ]
        )


replies = Replies()
