"""Ký số: the leader's signature on the draft that was approved (NĐ 30/2020 Điều 13, Phụ lục I Mục II.7)."""

from qlvb.content import _
from qlvb.content.documents.vocabularies import FixedVocabulary
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.interfaces import Sheet
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.localsigning.route import brought
from qlvb.workflows.localsigning.route import has_remote_key
from qlvb.workflows.localsigning.route import journal_route
from qlvb.workflows.localsigning.route import offered as offered_locally
from qlvb.workflows.localsigning.route import route_violations
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.capacities import block_of
from qlvb.workflows.outgoing.capacities import capacity_violations
from qlvb.workflows.outgoing.capacities import head_of_unit
from qlvb.workflows.outgoing.capacities import lines_above_signature
from qlvb.workflows.outgoing.capacities import offered
from qlvb.workflows.outgoing.capacities import position_of
from qlvb.workflows.outgoing.draft_rules import field_violations
from qlvb.workflows.outgoing.draft_rules import main_file_violations
from qlvb.workflows.outgoing.inputs import ISignByAuthorisationInput
from qlvb.workflows.outgoing.inputs import ISignByAuthorisationLocallyInput
from qlvb.workflows.outgoing.inputs import ISignInput
from qlvb.workflows.outgoing.inputs import ISignLocallyInput
from qlvb.workflows.outgoing.interfaces import IIssuingClerks
from qlvb.workflows.outgoing.official import official_name
from qlvb.workflows.outgoing.official import person_verdict
from qlvb.workflows.outgoing.official import store_official
from qlvb.workflows.signing.form import PERSON
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility
from zope.interface import implementer


AUTHORITY = "NĐ 30/2020 Điều 13"
CHOSEN_PLACE = ("place_page", "place_left", "place_top")
#: "Check để ký tự động", "Check để ký chọn vị trí" of iOffice.
placements = FixedVocabulary(
    (
        ("auto", _("outgoing_place_auto", default="Check để ký tự động (tìm đúng chỗ ký trong văn bản)")),
        ("chosen", _("outgoing_place_chosen", default="Check để ký chọn vị trí")),
    )
)


@implementer(ISignsLocally)
class Sign(OutgoingAct):
    """The rendition is prepared, signed and verified in one go; the clerks get it for number and seal."""

    #: bool: the signature may be made on the person's own machine.
    local = True

    id = "sign"
    title = _("act_outgoing_sign", default="Ký số")
    description = _("act_outgoing_sign_help", default="Ký số văn bản và chuyển văn thư phát hành.")
    permission = "qlvb: Sign"
    states = ("to_sign",)
    emphasis = "primary"
    order = 5
    conflict_codes = OutgoingAct.conflict_codes | {"no_key", "certificate_expired", "signature_invalid"}
    unavailable_codes = frozenset({"rendition_pending"})
    stand_in = "order_signing"

    @property
    def schema(self):
        """Only those who may sign TUQ. are asked for an authorisation; for the local route only where it is on."""
        if self.local and offered_locally(self.agency.id, "approve"):
            return ISignByAuthorisationLocallyInput if "by_authorisation" in self.capacities else ISignLocallyInput
        return ISignByAuthorisationInput if "by_authorisation" in self.capacities else ISignInput

    @property
    def capacities(self):
        """dict capacity -> PostInfo of the actor."""
        return offered(self.actor, self.agency)

    def defaults(self):
        capacities = list(self.capacities)
        wanted = self.record.signing_capacity
        found = {"capacity": wanted if wanted in capacities else capacities[0]} if capacities else {}
        if "vgca" in self.schema:
            found["vgca"] = not has_remote_key(userid=self.actor.userid)
        return {**found, **self._authorisation()} if "by_authorisation" in capacities else found

    def _authorisation(self):
        """The written authorisation that a delegation stands for: input of TUQ."""
        scope = next((one for one in self._scopes() if one.uid == self.actor.delegation), None)
        if scope is None:
            return {}
        return {
            "authorisation": scope.basis,
            "authorised_from": scope.valid_from,
            "authorised_until": scope.valid_to,
        }

    def _scopes(self):
        return getUtility(IDelegations).covering(self.actor.userid, self.record)

    def rules(self, data):
        if not self.actor.may_sign:
            message = _(
                "violation_delegation_no_signing",
                default="Ủy quyền của ${name} không bao gồm ký văn bản.",
                mapping={"name": getUtility(IDirectory).person(self.actor.on_behalf).fullname},
            )
            yield self.violation("forbidden", message, rule=AUTHORITY)
        yield from main_file_violations(self.record) or rendition_violations(self, self.files.main().current)
        yield from field_violations(self.record)
        if not self.capacities:
            message = _(
                "violation_no_signing_post", default="Chức vụ của anh/chị không có thẩm quyền ký văn bản của cơ quan."
            )
            yield self.violation("no_signing_post", message, "capacity", AUTHORITY)
        elif data is not None:
            yield from self._capacity_violations(data)
            yield from self._block_violations(data["capacity"])
            yield from self._placement_violations(data)
        yield from list(key_violations(self)) or (self._route_violations(data) if data is not None else ())
        if not getUtility(IDirectory).holders(self.agency.id, "clerk"):
            message = _("violation_no_clerk", default="Cơ quan chưa có văn thư để phát hành văn bản.")
            yield self.violation("no_clerk", message)

    def _route_violations(self, data):
        """The private key is with the provider or on the person's own device."""
        return route_violations(data, userid=self.actor.userid) if self.local else ()

    def _capacity_violations(self, data):
        return capacity_violations(
            self.agency,
            self.capacities[data["capacity"]],
            data["capacity"],
            data.get("authorisation", ""),
            data.get("authorised_from"),
            data.get("authorised_until"),
        )

    def _block_violations(self, capacity):
        """Who signs in another's place signs in his own name: a draft that prints the other's has to be corrected first
        (Phụ lục I Mục II.7.c).
        """
        version, post = self.files.main().current, self.capacities[capacity]
        if not self.actor.on_behalf or version.pdf_state != "ready":
            return
        person, signing, pdf = getUtility(IDirectory).person, getUtility(IPdfSigning), version.pdf()
        giver, own = person(self.actor.on_behalf).fullname, person(self.actor.userid).fullname
        if "person" in signing.find_places(pdf, giver).found and "person" not in signing.find_places(pdf, own).found:
            message = _(
                "violation_block_names_giver",
                default="Khối chữ ký trong dự thảo ghi tên ${name}, nhưng người ký là anh/chị. "
                "Hãy bấm “Trả lại sửa khối chữ ký”: người soạn nhận khối đúng (${block}), sửa và trình lại anh/chị ký.",
                mapping={"name": giver, "block": block_of(self.actor, self.agency, post, capacity)},
            )
            yield self.violation("block_names_giver", message, "file", "NĐ 30/2020 Phụ lục I Mục II.7")

    def _placement_violations(self, data):
        """Whoever chooses the place himself says all of it."""
        for name in CHOSEN_PLACE if data.get("placement") == "chosen" else ():
            if data.get(name) is None:
                message = _("violation_place_missing", default="Chọn vị trí ký: hãy chỉ trang và vị trí trên trang.")
                yield self.violation("place_missing", message, name)

    def execute(self, data):
        by = self.actor.userid
        self._write_signer(data["capacity"])
        self._sign_file(data)
        return {**self.pass_on(data), "signed_by": by}

    def pass_on(self, data):
        """It goes to the clerks; returns what the caller is told."""
        return self.move("signed", "issue", IIssuingClerks(self.record).group(), data["comment"])

    def _write_signer(self, capacity):
        """Whoever signs is the signer, also when the draft named another leader."""
        self.record.signatory = self.actor.userid
        self.record.signing_capacity = capacity
        self.record.signatory_name = getUtility(IDirectory).person(self.actor.userid).fullname
        self.record.signatory_position = position_of(self.capacities[capacity])

    def local_sheets(self, data):
        """See ISignsLocally: the rendition with its places."""
        certificate = getUtility(IKeyRing).certificate(userid=self.actor.userid)
        return [Sheet("approve", official_name(self.record), self._prepared(data), certificate.dump(), PERSON)]

    def _sign_file(self, data):
        prepared, signed = self._brought() if brought() else self._signed(data)
        verdict = person_verdict(signed)
        if verdict is None or not verdict.intact or verdict.verdict == "invalid":
            reason = verdict.reason if verdict is not None else ""
            raise Refused([signature_invalid(self, reason)], 409)
        store_official(self.record, prepared, self.actor.userid, "prepared")
        store_official(self.record, signed, self.actor.userid, "signed")

    def _brought(self):
        """(prepared, signed) of what was signed elsewhere: of the rendition as it is now, or not at all."""
        sheet = brought()[0]
        if not sheet.before.startswith(self.files.main().current.pdf()):
            raise refusal("local_revision_lost")
        return sheet.before, sheet.after

    def _signed(self, data):
        """(prepared, signed), by the key that the provider keeps."""
        ring, by, prepared = getUtility(IKeyRing), self.actor.userid, self._prepared(data)
        name = getUtility(IDirectory).person(by).fullname
        signing = getUtility(IPdfSigning)
        return prepared, signing.sign_person(prepared, ring.for_person(by), image=ring.person_image(by), name=name)

    def _prepared(self, data):
        """The rendition with the empty places for number, date, signature and seal: bytes."""
        capacity, signing = data["capacity"], getUtility(IPdfSigning)
        head = head_of_unit(self.actor, self.agency, capacity)
        lines = lines_above_signature(self.agency, self.capacities[capacity], capacity, head)
        pdf = self.files.main().current.pdf()
        places = signing.find_places(pdf, getUtility(IDirectory).person(self.actor.userid).fullname, lines)
        if data.get("placement") == "chosen":
            places = signing.choose_place(pdf, places, *(data[name] for name in CHOSEN_PLACE))
        return signing.prepare(pdf, places)

    def detail(self, data, result):
        return {**super().detail(data, result), **journal_route()}


def rendition_violations(act, version):
    """Violations of the rendition (of an IFileVersion, or None) that an act signs."""
    if version is None or version.pdf_state != "ready":
        message = _(
            "violation_rendition_pending", default="Bản PDF của dự thảo đang được tạo, hãy thử lại sau ít phút."
        )
        yield act.violation("rendition_pending", message, "file")


def key_violations(act):
    """Violations of the key of the act's actor."""
    key = getUtility(IKeyRing).describe(userid=act.actor.userid)
    if key is None:
        message = _("violation_no_person_key", default="Anh/chị chưa có chứng thư số để ký.")
        yield act.violation("no_key", message)
    elif key.get("expired"):
        message = _("violation_person_key_expired", default="Chứng thư số của anh/chị đã hết hạn.")
        yield act.violation("certificate_expired", message)


def signature_invalid(act, reason):
    """The violation when the signature just made does not hold."""
    message = _(
        "violation_signature_invalid", default="Chữ ký số vừa tạo không hợp lệ: ${reason}", mapping={"reason": reason}
    )
    return act.violation("signature_invalid", message)
