"""Ký số phiếu trình: who agrees to a note signs its printed form, one after the other (NĐ 30/2020 Điều 5: văn bản điện
tử được ký số).

All sign what was put to them when the note was submitted, each in the row of the sheet that is his; his word stands in
the signature. So an early signature stays valid whatever is said later.
"""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import store_official
from qlvb.workflows.outgoing.signing import key_violations
from qlvb.workflows.outgoing.signing import rendition_violations
from qlvb.workflows.outgoing.signing import signature_invalid
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.parties import Party
from qlvb.workflows.signqueue.interfaces import IAwaitsSignature
from qlvb.workflows.submission.boxes import LIVE
from qlvb.workflows.submission.drafting import NoteAct
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.paper import row_label
from qlvb.workflows.submission.paper import sheet_room
from qlvb.workflows.submission.remarks import remarks
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


FIELD = "Decider"


class SignNote(NoteAct):
    """Ký số: the signature of somebody who has agreed, on the rendition of the note. The worker does it when he asks
    for it with his approval; here he asks for it later.
    """

    id = "sign_note"
    title = _("act_sign_note", default="Ký số phiếu trình")
    description = _("act_sign_note_help", default="Ký số bản in của phiếu trình mà anh/chị đã duyệt.")
    permission = "View"
    states = (*LIVE, "approved")
    emphasis = "primary"
    order = 5
    conflict_codes = NoteAct.conflict_codes | {"no_key", "certificate_expired", "signature_invalid", "already_signed"}
    unavailable_codes = frozenset({"rendition_pending"})

    def relevant(self):
        return super().relevant() and self._own(unsigned(self.record)) is not None

    def _own(self, steps):
        """The newest IDecision of the current user among ``steps``, or None."""
        me = getSecurityManager().getUser().getId()
        return next((step for step in reversed(steps) if signer_of(step) == me), None)

    def rules(self, data):
        agreed = [step for step in self.course.latest() if step.outcome == "agreed"]
        if self._own(agreed) is None:
            message = _("violation_note_not_decider", default="Chỉ người đã phê duyệt phiếu trình ký số phiếu này.")
            yield self.violation("forbidden", message)
        elif self._own(unsigned(self.record)) is None:
            message = _("violation_note_signed", default="Anh/chị đã ký số phiếu trình.")
            yield self.violation("already_signed", message)
        else:
            yield from rendition_violations(self, put_to_them(self.record))
            yield from key_violations(self)

    def execute(self, data):
        step, steps = self._own(unsigned(self.record)), self.course.latest()
        signing, ring, by = getUtility(IPdfSigning), getUtility(IKeyRing), signer_of(step)
        official = official_version(self.record)
        pdf = official.data() if official is not None else self._prepared(signing, steps, by)
        name = getUtility(IDirectory).person(by).fullname
        field = field_of(steps, step)
        words = remarks(self.course, step)
        signed = signing.sign_party(pdf, field, ring.for_person(by), ring.person_image(by), name, words)
        verdict = signing.verify(signed)[-1]
        if not verdict.intact or verdict.verdict == "invalid":
            raise Refused([signature_invalid(self, verdict.reason)], 409)
        store_official(self.record, signed, by, "signed")
        step.signed = clock.now()
        return {"signed_by": by}

    def _prepared(self, signing, steps, by):
        """bytes: the rendition with a place for everybody who decides, kept as first version of the official PDF."""
        pdf = put_to_them(self.record).pdf()
        parties = []
        for number, step in enumerate(steps, 1):
            page, rect = signing.find_row(pdf, row_label(number), sheet_room())
            parties.append(Party(field_of(steps, step), f"Chữ ký của người quyết định {number}", page, rect))
        prepared = signing.prepare_parties(pdf, parties)
        store_official(self.record, prepared, by, "prepared")
        return prepared


def signer_of(step):
    """userid of who has decided, in whose place soever."""
    return step.on_behalf or step.person


def field_of(steps, step):
    """str: name of the signature field of one of ``steps``."""
    return f"{FIELD}{steps.index(step) + 1}"


def put_to_them(note):
    """The IFileVersion of the printed note that those who decide sign, or None."""
    main, steps = IFileStore(note).main(), INoteCourse(note).latest()
    if main is None or not steps:
        return None
    return main.version(steps[0].paper) if steps[0].paper else main.current


def unsigned(note):
    """Who has agreed since the note was last submitted and has not signed, in order: list of IDecision. Of notes of old
    the last one alone signed.
    """
    steps = [step for step in INoteCourse(note).latest() if step.outcome == "agreed"]
    if official_version(note) is not None and not any(step.signed for step in steps):
        return []
    return [step for step in steps if step.signed is None]


@implementer(IAwaitsSignature)
@adapter(ISubmissionNote)
class NoteAwaits:
    """Who has agreed and asked for his signature; before that whoever decides, from his turn until he has said whether
    he signs.
    """

    def __init__(self, note):
        self._person, self._turn = awaited(note)

    def person(self):
        """See IAwaitsSignature."""
        return self._person

    def turn(self):
        """See IAwaitsSignature."""
        return self._turn


def awaited(note):
    """(userid, id of the decision) of the signature that a note waits for; ("", "") for none."""
    state, step = state_of(note), INoteCourse(note).current()
    if state not in SignNote.states:
        return "", ""
    asked = next((found for found in unsigned(note) if found.to_sign), None)
    if asked is not None:
        return signer_of(asked), asked.id
    return (step.person, step.id) if step is not None else ("", "")
