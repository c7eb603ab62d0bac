"""Is a decision signed? An electronic one has its force by the signature of the person who may decide (NĐ 30/2020
Điều 5); of one signed on paper, the file is a scan, which that person certifies with his password when he decides.
The paper itself stays with the disposal dossier (TT 06/2025/TT-BNV Điều 15.4).
"""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import name_key
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility


RULE = "NĐ 30/2020 Điều 5"
FIELD = "file"


def decision_violations(data, userid, paper):
    """list of Violation of the file (bytes) of a decision by ``userid``; ``paper``: said to be a scan of paper."""
    try:
        verdicts = getUtility(IPdfSigning).verify(data)
    except Refused as refused:
        return [Violation(FIELD, one.code, one.message, one.rule) for one in refused.violations]
    return judged(verdicts, paper, lambda verdict: _is_of(verdict, userid), getUtility(IDirectory).person(userid))


def judged(verdicts, paper, is_his, person):
    """The rule over SignatureVerdicts: list of Violation. A signature that does not hold is refused in any case."""
    broken = [verdict for verdict in verdicts if verdict.verdict == "invalid"]
    if broken:
        message = _(
            "violation_decision_broken",
            default="Chữ ký số của ${signer} trên quyết định không hợp lệ: ${reason}",
            mapping={"signer": broken[0].signer, "reason": broken[0].reason},
        )
        return [Violation(FIELD, "signature_invalid", message, RULE)]
    if paper:
        return []
    if not verdicts:
        message = _(
            "violation_decision_unsigned",
            default="Tệp chưa có chữ ký số của ${name}. Quyết định ký trên giấy thì đánh dấu tệp là bản quét.",
            mapping={"name": person.fullname},
        )
        return [Violation(FIELD, "signature_missing", message, RULE)]
    his = [verdict for verdict in verdicts if is_his(verdict)]
    if not his:
        message = _(
            "violation_decision_other_signer",
            default="Quyết định phải có chữ ký số của ${name}; tệp có chữ ký của ${signers}.",
            mapping={"name": person.fullname, "signers": ", ".join(verdict.signer for verdict in verdicts)},
        )
        return [Violation(FIELD, "signature_of_other", message, RULE)]
    if not any(verdict.verdict == "valid" for verdict in his):
        message = _(
            "violation_decision_unverified",
            default="Chưa xác minh được chữ ký số của ${name} trên quyết định: ${reason}",
            mapping={"name": person.fullname, "reason": his[0].reason},
        )
        return [Violation(FIELD, "signature_indeterminate", message, RULE)]
    return []


def _is_of(verdict, userid):
    """bool: made with the certificate of the account; where the ring knows none, by somebody of the person's name."""
    known = getUtility(IKeyRing).describe(userid=userid)
    if known is not None:
        return verdict.certificate.get("serial") == known["serial"]
    return name_key(verdict.signer) == name_key(getUtility(IDirectory).person(userid).fullname)
