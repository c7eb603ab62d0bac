"""Ký số phiếu trình: who has approved a note signs its printed form (NĐ 30/2020 Điều 5: văn bản điện tử được ký số)."""

from AccessControl import getSecurityManager
from qlvb.content import _
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
from qlvb.workflows.submission.paper import decider_block
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


FIELD = "Decider"


def approved_by(course):
    """userid of who has approved the note, in whose place soever; "" before."""
    last = next((step for step in reversed(course.decisions()) if step.done is not None), None)
    return (last.on_behalf or last.person) if last is not None and last.outcome == "agreed" else ""


class SignNote(NoteAct):
    """Ký số: the decision maker's signature on the note's rendition, once it is made. The worker does it when he asks
    for it with his approval; here he asks for it later.
    """

    id = "sign_note"
    title = _("act_sign_note", default="Ký số phiếu trình")
    description = _("act_sign_note_help", default="Ký số bản in của phiếu trình đã phê duyệt.")
    permission = "View"
    states = ("approved",)
    emphasis = "primary"
    order = 5
    conflict_codes = NoteAct.conflict_codes | {"no_key", "certificate_expired", "signature_invalid", "already_signed"}
    unavailable_codes = frozenset({"rendition_pending"})

    def relevant(self):
        return super().relevant() and self._decided() and official_version(self.record) is None

    def _decided(self):
        return approved_by(self.course) == getSecurityManager().getUser().getId()

    def rules(self, data):
        if not self._decided():
            message = _("violation_note_not_decider", default="Chỉ người đã phê duyệt phiếu trình ký số phiếu này.")
            yield self.violation("forbidden", message)
        elif official_version(self.record) is not None:
            message = _("violation_note_signed", default="Phiếu trình đã được ký số.")
            yield self.violation("already_signed", message)
        else:
            yield from rendition_violations(self, IFileStore(self.record).main())
            yield from key_violations(self)

    def execute(self, data):
        signing, ring, by = getUtility(IPdfSigning), getUtility(IKeyRing), self.actor.userid
        directory = getUtility(IDirectory)
        name = directory.person(by).fullname
        pdf = IFileStore(self.record).main().current.pdf()
        page, rect = signing.find_party(pdf, name, decider_block(by, directory.agency_of(self.record)))
        prepared = signing.prepare_parties(pdf, [Party(FIELD, "Chữ ký của người quyết định", page, rect)])
        store_official(self.record, prepared, by, "prepared")
        signed = signing.sign_party(prepared, FIELD, ring.for_person(by), ring.person_image(by), name)
        verdict = signing.verify(signed)[-1]
        if not verdict.intact or verdict.verdict == "invalid":
            raise Refused([signature_invalid(self, verdict.reason)], 409)
        store_official(self.record, signed, by, "signed")
        return {"signed_by": by}


@implementer(IAwaitsSignature)
@adapter(ISubmissionNote)
class NoteAwaits:
    """The last of those who decide, from his turn until he has signed or left it at his word."""

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
    course = INoteCourse(note)
    step = course.current()
    if step is not None:
        last = not any(found.since is None for found in course.decisions())
        return (step.person, step.id) if last and state_of(note) in LIVE else ("", "")
    person, signed = approved_by(course), official_version(note) is not None
    decided = [found for found in course.decisions() if found.done is not None]
    return (person, decided[-1].id) if person and not signed and decided[-1].to_sign else ("", "")
