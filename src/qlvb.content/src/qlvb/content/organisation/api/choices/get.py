"""GET ``@people`` and ``@agencies``: a few to choose from, found without accents, as a field shows them."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.tokens import token_of
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


#: So many are answered; whoever wants another types more.
SHOWN = 20
MAX_TEXT = 200


class _Choices(AnsweringService):
    """Query: ``text``. Answer: ``{"@id", "items": [{id, title, detail}]}``, at most 20, the best known order first."""

    name = ""

    def answer(self):
        text = self.request.form.get("text", "")
        if not isinstance(text, str) or len(text) > MAX_TEXT:
            message = _("organisation_error_text_long", default="Từ tìm kiếm quá dài.")
            raise Refused([Violation("text", "too_long", message)])
        items = self.items(text)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return {"@id": f"{self.context.absolute_url()}/{self.name}", "items": items}


class PeopleGet(_Choices):
    """People by the beginnings of the words of their names, or by userid; ``agency`` (path id) narrows to its people.

    Query: ``text``, ``agency``. Answer: ``{"@id", "items": [{id, title, detail}]}``, at most 20, by name.
    """

    name = "@people"

    def items(self, text):
        directory = getUtility(IDirectory)
        agency = self.request.form.get("agency") or None
        if agency is not None and (not isinstance(agency, str) or directory.agency(agency) is None):
            message = _("organisation_error_unknown_agency", default="Không có cơ quan này.")
            raise Refused([Violation("agency", "unknown_agency", message)])
        found = directory.people(agency, text, most=SHOWN)
        return [
            {"id": token_of(one.userid), "title": one.fullname, "detail": one.posts[0].title if one.posts else ""}
            for one in found
        ]


class AgenciesGet(_Choices):
    """Agencies whose name, symbol or identifier has all words of ``text``.

    Query: ``text``. Answer: ``{"@id", "items": [{id, title, detail, identifier, address}]}``, at most 20, parents
    first.
    """

    name = "@agencies"

    def items(self, text):
        words = fold(text).split()
        found = [
            agency
            for agency in getUtility(IDirectory).agencies()
            if all(word in fold(f"{agency.title} {agency.symbol} {agency.identifier}") for word in words)
        ]
        return [
            {
                "id": agency.id,
                "title": agency.title,
                "detail": f"{agency.symbol} · {agency.identifier}",
                "identifier": agency.identifier,
                "address": agency.address,
            }
            for agency in found[:SHOWN]
        ]
