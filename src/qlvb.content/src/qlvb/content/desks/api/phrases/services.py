"""``GET @phrases``, ``POST @phrases``, ``DELETE @phrases/<id>``."""

from qlvb.content.answering import PathService
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.desks.units import units_of
from zope.component import getUtility


class _Phrases(PathService):
    def as_json(self, phrase):
        """dict of JSON values."""
        unit = {unit.id: unit for unit in units_of(self.userid)}.get(phrase.owner)
        return {
            "id": phrase.id,
            "text": phrase.text,
            "owner": phrase.owner,
            "owner_title": unit.title if unit else "",
            "may_remove": phrase.owner == self.userid or bool(unit and unit.may_share),
        }


class PhrasesGet(_Phrases):
    """The person's own sentences, then those of his units."""

    def answer(self):
        items = [self.as_json(phrase) for phrase in getUtility(IPhrases).all(self.userid)]
        return {"@id": f"{self.context.absolute_url()}/@phrases", "items": items, "items_total": len(items)}


class PhrasesPost(_Phrases):
    """Keep a sentence: ``{"text": "…"}``, with ``owner`` the id of a unit for everybody there."""

    def answer(self):
        data = self.body()
        phrase = getUtility(IPhrases).add(self.userid, data.get("text"), str(data.get("owner") or ""))
        self.request.response.setStatus(201)
        return self.as_json(phrase)


class PhrasesDelete(_Phrases):
    """Remove a sentence."""

    def answer(self):
        getUtility(IPhrases).remove(self.only_name, self.userid)
        return self.reply_no_content()
