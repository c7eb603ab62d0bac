"""Is what came back the file that was given out, with one right signature more, and nothing else? (pure)

An upload handler is open to everybody who has its token, so nothing that the machine says is believed: the bytes are.
"""

from datetime import timedelta
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY
from pyhanko.sign.diff_analysis import CatalogModificationRule
from pyhanko.sign.diff_analysis import DiffResult
from pyhanko.sign.diff_analysis import FormUpdatingRule
from pyhanko.sign.diff_analysis import GenericFieldModificationRule
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.diff_analysis import SigFieldCreationRule
from pyhanko.sign.diff_analysis import SigFieldModificationRule
from pyhanko.sign.diff_analysis import StandardDiffPolicy
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.diff_analysis.constants import ROOT_EXEMPT_STRICT_COMPARISON
from pyhanko.sign.fields import MDPPerm
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.violations import Refused
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.signing.certificates import subject_part
from qlvb.workflows.signing.files import DAMAGE
from qlvb.workflows.signing.files import reader_of
from qlvb.workflows.signing.verify import REASONS
from qlvb.workflows.signing.verify import verdicts


#: What a first signature changes beside its field, be it one of its own: the form's flags, and where the file says that
#: it is certified. What signatures that were there allow is judged with them.
POLICY = StandardDiffPolicy(
    [
        CatalogModificationRule(ignored_keys=ROOT_EXEMPT_STRICT_COMPARISON | {"/Perms"}),
        *(rule for rule in DEFAULT_DIFF_POLICY.global_rules if not isinstance(rule, CatalogModificationRule)),
    ],
    FormUpdatingRule(
        [
            SigFieldCreationRule(allow_new_visible_after_certify=True),
            SigFieldModificationRule(),
            GenericFieldModificationRule(),
        ],
        ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    ),
)
#: How far the clock of a person's machine may be off.
SKEW = timedelta(minutes=5)
DIGESTS = ("sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512")


def check(before, after, certificate, trust_roots, since):
    """SignatureVerdict of the new signature in ``after`` (bytes), made on ``before`` (bytes) after ``since`` (aware) by
    the holder of ``certificate`` (asn1crypto).

    :raises Refused: what is wrong first; NĐ 68/2024/NĐ-CP Điều 29, 31, NĐ 30/2020/NĐ-CP Điều 5.
    """
    if len(after) <= len(before) or not after.startswith(before):
        raise refusal("local_not_continued")
    earlier = _earlier(before, trust_roots)
    found = verdicts(after, trust_roots)
    if len(found) <= len(earlier):
        raise refusal("local_not_signed")
    if len(found) > len(earlier) + 1:
        raise refusal("local_too_many_signatures")
    new = found[-1]
    _check_earlier(earlier, found[:-1])
    _check_rest(before, after, new)
    _check_signer(after, certificate)
    _check_time(new, since)
    if new.verdict != "valid" and new.reason != REASONS["future"]:
        raise refusal("local_signature_invalid", reason=new.reason)
    return new


def _earlier(before, trust_roots):
    try:
        return verdicts(before, trust_roots)
    except Refused as refused:  # what was given out could be read; whatever came back was not made from it
        raise refusal("local_not_continued") from refused


def _check_earlier(given, kept):
    names = [one.field_name for one in given] == [one.field_name for one in kept]
    worse = [new for old, new in zip(given, kept, strict=True) if old.verdict == "valid" and new.verdict != "valid"]
    if not names or worse or any(one.changes == "forbidden" for one in kept):
        raise refusal("local_earlier_broken")


def _check_rest(before, after, new):
    """Nothing but the signature came: no page, no other field, no note was touched, and it covers the whole file."""
    if new.changes != "none":
        raise refusal("local_changed")
    reader = reader_of(after)
    try:
        base = reader_of(before).xrefs.total_revisions - 1
        found = POLICY.review_file(reader, base, doc_mdp=MDPPerm.FILL_FORMS)
    except DAMAGE as error:
        raise refusal("local_changed") from error
    if not isinstance(found, DiffResult) or found.modification_level > ModificationLevel.FORM_FILLING:
        raise refusal("local_changed")
    if found.changed_form_fields - {new.field_name}:
        raise refusal("local_changed")


def _check_signer(after, certificate):
    signature = reader_of(after).embedded_regular_signatures[-1]
    signer = signature.signer_cert
    if signer.dump() != certificate.dump():
        found, expected = (subject_part(one, "common_name") for one in (signer, certificate))
        raise refusal("local_wrong_person", "certificate", found=found, expected=expected)
    if signature.md_algorithm not in DIGESTS:
        raise refusal("local_weak", algorithm=signature.md_algorithm)


def _check_time(new, since):
    now = clock.now()
    if new.signed_at is None or not since - SKEW <= new.signed_at <= now + SKEW:
        signed = show_moment(new.signed_at) if new.signed_at is not None else "?"
        raise refusal("local_clock", signed=signed, now=show_moment(now))
