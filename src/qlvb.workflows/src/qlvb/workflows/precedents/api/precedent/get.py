"""``GET @precedent``: what a record settles."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.precedents.interfaces import IPrecedent
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


class PrecedentGet(AnsweringService):
    """What the record settles as a precedent (``topic``, ``basis``), ``since`` when and ``by`` whom; 404 for no
    precedent. The list of them is the box ``disposals.precedents``; the acts are ``mark_precedent``, ``end_precedent``.
    """

    def answer(self):
        found = IPrecedent(self.context).read()
        if not found:
            message = _("violation_no_precedent", default="Hồ sơ, văn bản này không phải là tiền lệ.")
            raise Refused(Violation("", "no_precedent", message), 404)
        return {"@id": f"{self.context.absolute_url()}/@precedent", **found}
