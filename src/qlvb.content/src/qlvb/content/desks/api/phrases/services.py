"""``GET @phrases``, ``POST @phrases``, ``DELETE @phrases/<id>``."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.desks.units import units_of
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
import transaction
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class _Phrases(Service):
    @property
    def userid(self):
        return api.user.get_current().getId()

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

    def reply(self):
        items = [self.as_json(phrase) for phrase in getUtility(IPhrases).all(self.userid)]
        return {"@id": f"{self.context.absolute_url()}/@phrases", "items": items, "items_total": len(items)}


class PhrasesPost(_Phrases):
    """Keep a sentence: ``{"text": "…"}``, with ``owner`` the id of a unit for everybody there."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            data = sent_json(self.request)
            phrase = getUtility(IPhrases).add(self.userid, data.get("text"), str(data.get("owner") or ""))
        except Refused as refused:
            transaction.doom()
            return refused_response(self.request, refused)
        self.request.response.setStatus(201)
        return self.as_json(phrase)


@implementer(IPublishTraverse)
class PhrasesDelete(_Phrases):
    """Remove a sentence."""

    phrase_id = ""

    def publishTraverse(self, request, name):
        self.phrase_id = name
        return self

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            getUtility(IPhrases).remove(self.phrase_id, self.userid)
        except Refused as refused:
            transaction.doom()
            return refused_response(self.request, refused)
        return self.reply_no_content()
