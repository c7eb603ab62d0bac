"""The note on paper: a docx that the worker makes a PDF of, written when it is submitted and when it is approved."""

from docx.shared import Mm
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.layout.compose import LEFT
from qlvb.content.layout.compose import TEXT_WIDTH
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Layout
from qlvb.content.layout.data import Table
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.delegation.words import by_authority
from qlvb.workflows.delegation.words import in_place_of
from qlvb.workflows.outgoing.capacities import position_of
from qlvb.workflows.submission.interfaces import INoteCourse
from zope.component import getUtility
from zope.i18n import translate


FILENAME = "phieu-trinh.docx"
#: The sheet on which deciders sign: what stands at the head of each row, shares of its columns, height in millimetres.
DECIDER, SHARES, HEIGHT = "Người quyết định", (3, 7), 36
#: Room between the lines of the sheet and a signature, in points.
MARGIN = 4
TITLE = "PHIẾU TRÌNH"
SUBMITTING, DECIDING = "NGƯỜI TRÌNH", "NGƯỜI QUYẾT ĐỊNH"
NOTE = _("note_paper_note", default="Bản in phiếu trình")
DECIDED = {"agreed": "Đồng ý", "returned": "Trả lại", "withdrawn": "Người trình rút", "": "Chưa quyết định"}


def write_paper(note, by, decider=""):
    """Keep the paper as main file of the note, each time as a new version; ``decider`` (userid) has approved it.

    Returns the IFileVersion.
    """
    store, data = IFileStore(note), paper(note, decider)
    words = translate(NOTE, target_language="vi")
    main = store.main()
    if main is None:
        return store.add("main", FILENAME, data, by, note=words, title=words).current
    return store.replace(main.id, FILENAME, data, by, note=words)


def paper(note, decider=""):
    """bytes of the docx: texts, basis, drafts, opinions and decisions as they are now, in Vietnamese; before it is
    approved with a row for the word and the signature of everybody who is to decide.
    """
    directory = getUtility(IDirectory)
    agency = directory.agency_of(note)
    parent = directory.agency(agency.parent) if agency.parent else None
    body = [*_texts(note), *_documents(note), *_course(note, bool(decider)), *([] if decider else _sheet(note, agency))]
    layout = Layout(
        agency=agency.title,
        parent=parent.title if parent else "",
        place=agency.place,
        document_type="submission",
        type_name=TITLE,
        subject=note.subject,
        day=clock.today(),
        body=tuple(body),
        **_signatures(note, agency, decider),
        recipients=(),
        urgency=note.urgency,
        secrecy=note.secrecy,
    )
    return compose(layout)


def _signatures(note, agency, decider):
    """The blocks at the end: the decision maker on the right once he has approved, the drafter beside him."""
    submitting = (SUBMITTING,), name_of(note.drafter)
    if not decider:
        return {"signature_block": submitting[0], "signer": submitting[1]}
    return {
        "co_signer_block": submitting[0],
        "co_signer": submitting[1],
        "signature_block": decider_block(decider, agency),
        "signer": name_of(decider),
    }


def decider_block(decider, agency):
    """tuple of str: what is printed above the decision maker's signature."""
    post = getUtility(IDirectory).main_post(decider, agency.id)
    return (DECIDING, position_of(post).upper()) if post is not None else (DECIDING,)


def _texts(note):
    parts = (
        ("VẤN ĐỀ TRÌNH", note.content),
        ("CĂN CỨ", note.grounds),
        ("CÁC PHƯƠNG ÁN", note.options),
        ("KIẾN NGHỊ, ĐỀ XUẤT", note.proposal),
    )
    written = [(title, text) for title, text in parts if text.strip()]
    for number, (title, text) in zip(("I", "II", "III", "IV"), written, strict=False):
        yield Block("heading", f"{number}. {title}")
        yield from (line.strip() for line in text.splitlines() if line.strip())


def _documents(note):
    for title, uids in (("Văn bản căn cứ", note.basis), ("Dự thảo kèm theo", note.drafts)):
        found = [record for uid in uids if (record := visible_record(uid)) is not None]
        if found:
            yield Block("heading", title)
            yield from (
                " ".join(part for part in (f"{number}.", record.reference, record.Title()) if part)
                for number, record in enumerate(found, 1)
            )


def _course(note, approved):
    """Opinions and decisions so far; those that are still to come have their places on the sheet."""
    course = INoteCourse(note)
    opinions = [
        (
            opinion_name(one),
            translate(ANSWER_TITLES[one.answer], target_language="vi"),
            one.text,
            show_moment(one.done),
        )
        for one in course.opinions()
        if one.done is not None
    ]
    if opinions:
        yield Block("heading", "Ý KIẾN CỦA NGƯỜI ĐƯỢC XIN Ý KIẾN")
        yield Table(("Họ và tên", "Ý kiến", "Nội dung", "Thời điểm"), tuple(opinions), (3, 2, 5, 2))
    decisions = [
        (decider_name(step), DECIDED[step.outcome], step.comment, show_moment(step.done))
        for step in course.decisions()
        if approved or step.done is not None
    ]
    if decisions:
        yield Block("heading", "Ý KIẾN PHÊ DUYỆT")
        yield Table(("Người quyết định", "Quyết định", "Ý kiến", "Thời điểm"), tuple(decisions), (3, 2, 5, 2))


def decider_name(step):
    """str: who decided, and in whose place by what."""
    return _standing_in(step.person, step.on_behalf, step.basis)


def opinion_name(opinion):
    """str: whose opinion it is, and who gave it in his place by what."""
    return _standing_in(opinion.person, opinion.answered_by, opinion.basis)


def _standing_in(person, deputy, basis):
    if not deputy:
        return name_of(person)
    words = [in_place_of(name_of(deputy), name_of(person)), *filter(None, [by_authority(basis)])]
    return ". ".join(translate(word, target_language="vi") for word in words)


def _sheet(note, agency):
    """Where each of those who decide will sign beside his name (find_sheet_row finds the rows again)."""
    steps = INoteCourse(note).latest()
    if steps:
        yield Block("heading", "Ý KIẾN, CHỮ KÝ CỦA NGƯỜI QUYẾT ĐỊNH")
        rows = [
            ("\n".join(filter(None, (row_label(number), name_of(step.person), _position(step, agency)))), "")
            for number, step in enumerate(steps, 1)
        ]
        yield Table((DECIDER, "Ý kiến, chữ ký số"), tuple(rows), SHARES, HEIGHT)


def _position(step, agency):
    post = getUtility(IDirectory).main_post(step.person, agency.id)
    return position_of(post) if post is not None else ""


def sheet_room():
    """(left, right, height) in points: where the second column of the sheet lies on its page, a little within."""
    left = LEFT.pt + TEXT_WIDTH * SHARES[0] / sum(SHARES)
    return left + MARGIN, LEFT.pt + TEXT_WIDTH - MARGIN, Mm(HEIGHT).pt - 2 * MARGIN


def row_label(number):
    """str: how the row of the decider ``number`` (from 1) begins."""
    return f"{DECIDER} {number}"
