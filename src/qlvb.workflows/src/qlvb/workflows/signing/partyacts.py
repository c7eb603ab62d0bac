"""Part of the acts by which one of two parties signs minutes: whose turn it is, and with which key."""

from abc import ABC
from abc import abstractmethod
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.signing.counterparts import FIELDS
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


FORM = "NĐ 30/2020 Điều 30.3, Phụ lục V"


class PartySignature(ABC):
    """``place``: 0 for the giver, who signs first, 1 for the receiver. A subclass gives ``forms`` and ``parties``."""

    place = 0

    @abstractmethod
    def forms(self):
        """PartyForms, or None while there are none."""

    @abstractmethod
    def parties(self):
        """userids of giver and receiver."""

    def is_turn(self):
        """bool: the other side is not awaited, and this one has not signed."""
        forms = self.forms()
        return forms is not None and forms.signed_by() == self.place

    def rules(self, data):
        directory, person, forms = getUtility(IDirectory), self.parties()[self.place], self.forms()
        if self.actor.userid != person:
            message = _(
                "violation_minutes_person",
                default="Biên bản ghi tên ${name}: người đó phải ký.",
                mapping={"name": directory.person(person).fullname},
            )
            yield self.violation("forbidden", message, rule=FORM)
        if forms is None or not forms.is_ready():
            message = _("violation_minutes_pending", default="Biên bản đang được lập, hãy thử lại sau ít phút.")
            yield self.violation("rendition_pending", message)
        elif forms.signed_by() > self.place:
            message = _("violation_minutes_signed", default="Bên này đã ký biên bản.")
            yield self.violation("too_late", message)
        elif forms.signed_by() < self.place:
            message = _("violation_minutes_order", default="Bên giao phải ký trước bên nhận.")
            yield self.violation("not_your_turn", message, rule=FORM)
        key = getUtility(IKeyRing).describe(userid=self.actor.userid)
        if key is None:
            message = _("violation_no_person_key", default="Anh/chị chưa có chứng thư số để ký.")
            yield self.violation("no_key", message)
        elif key.get("expired"):
            message = _("violation_person_key_expired", default="Chứng thư số của anh/chị đã hết hạn.")
            yield self.violation("certificate_expired", message)

    def sign(self):
        """Put the signature of the actor on every form."""
        directory = getUtility(IDirectory)
        names = [directory.person(who).fullname for who in self.parties()]
        self.forms().sign(FIELDS[self.place], self.actor.userid, *names)
