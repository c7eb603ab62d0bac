"""Sentences for directions and opinions, kept on the desks of people and units."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.desks.units import units_of
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from uuid import uuid4
from zope.component import getUtility
from zope.interface import implementer


LONGEST = 1000
MOST = 100


@dataclass(frozen=True)
class Phrase:
    """``owner`` is a userid or the id of a unit, ``by`` who kept it."""

    id: str
    owner: str
    text: str
    by: str
    created: datetime


@implementer(IPhrases)
class Phrases:
    """See IPhrases."""

    def all(self, userid):
        found = []
        for owner in self._owners(userid):
            found += sorted(self._on(owner).values(), key=lambda phrase: (phrase.created, phrase.id))
        return found

    def add(self, userid, text, owner=""):
        owner = owner or userid
        text = " ".join(nfc(text).split()) if isinstance(text, str) else ""
        if not 0 < len(text) <= LONGEST:
            longest = {"max": str(LONGEST)}
            message = _("violation_phrase_length", default="Mẫu ý kiến dài từ 1 đến ${max} ký tự.", mapping=longest)
            raise Refused(Violation("text", "phrase_length", message))
        self._check_owner(owner, userid)
        kept = self._on(owner)
        for phrase in kept.values():
            if phrase.text == text:
                return phrase
        if len(kept) >= MOST:
            message = _(
                "violation_phrase_many", default="Đã có ${max} mẫu ý kiến; hãy bỏ bớt.", mapping={"max": str(MOST)}
            )
            raise Refused(Violation("text", "too_many_phrases", message))
        desk = getUtility(IDesks).open(owner)
        if desk.phrases is None:
            desk.phrases = OOBTree()
        phrase = Phrase(uuid4().hex, owner, text, userid, clock.now())
        desk.phrases[phrase.id] = phrase
        return phrase

    def remove(self, phrase_id, userid):
        for owner in self._owners(userid):
            if phrase_id in self._on(owner):
                self._check_owner(owner, userid)
                del getUtility(IDesks).get(owner).phrases[phrase_id]
                return
        message = _("violation_phrase_unknown", default="Không có mẫu ý kiến này.")
        raise Refused(Violation("", "phrase_unknown", message), status=404)

    def _owners(self, userid):
        return (userid, *(unit.id for unit in units_of(userid))) if userid else ()

    def _on(self, owner):
        desk = getUtility(IDesks).get(owner)
        return desk.phrases if desk is not None and desk.phrases is not None else {}

    def _check_owner(self, owner, userid):
        unit = next((unit for unit in units_of(userid) if unit.id == owner), None)
        if owner != userid and (unit is None or not unit.may_share):
            message = _(
                "violation_phrase_share",
                default="Mẫu ý kiến dùng chung do lãnh đạo đơn vị hoặc văn thư cơ quan đặt.",
            )
            raise Refused(Violation("owner", "may_not_share", message), status=403)
