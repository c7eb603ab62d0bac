"""Typing over a draft, remarks beside its paragraphs, an earlier version brought back: by whom it is with, and nothing lost."""

from delegated import delegate
from layout_faults import LETTER
from outgoing_story import DEPUTY
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import make_draft
from outgoing_story import pdf
from outgoing_story import take_to
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.layout.compose import compose
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.editing.interfaces import IDraftText
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.component import getUtility


@pytest.fixture
def document(province, clock, keys, registers):
    found = make_draft(files=False)
    IFileStore(found).add("main", "Công văn.docx", compose(LETTER), DRAFTER)
    return found


def typed(document, **changes):
    """Texts of the paragraphs, with some of them (``p5="…"``) typed over."""
    found = [line.text for line in IDraftText(document).lines()]
    for name, text in changes.items():
        found[int(name[1:]) - 1] = text
    return found


def notices(userid):
    return [notice.event for notice in getUtility(INotices).of(userid).newest()]


def test_the_reviewer_types_over_what_lies_before_him(document, cast):
    take_to(document, cast, "in_review")
    old = IFileStore(document).main().current
    result = cast.reviewer.does(document, "edit_text", version=1, paragraphs=typed(document, p5="Câu đã sửa"), note="Sửa câu 1")
    assert (result["version"], result["changed"], result["state"]) == (2, [5], "in_review")
    main = IFileStore(document).main()
    assert (main.current.creator, main.current.note) == (REVIEWER, "Sửa câu 1")
    assert main.version(1).sha256 == old.sha256  # every version is kept
    assert IDraftText(document).lines()[4].text == "Câu đã sửa" and IDraftText(document).lines(1)[4].text != "Câu đã sửa"
    assert "draft_changed" in notices(DRAFTER) and IRoute(document).current().person == REVIEWER
    cast.reviewer.does(document, "approve")
    assert IRoute(document).last_closed().file_version == 2  # what he approved is what he wrote
    entry = next(IJournal(document).entries(events={"act.edit_text"}))
    assert (entry.actor, entry.detail["comment"], entry.detail["changed"]) == (REVIEWER, "Sửa câu 1", [5])


def test_who_was_slower_overwrites_nothing(document, cast):
    take_to(document, cast, "in_review")
    cast.reviewer.does(document, "edit_text", version=1, paragraphs=typed(document, p5="Một"))
    refused = cast.reviewer.is_refused(document, "edit_text", version=1, paragraphs=typed(document, p5="Hai"))
    assert refused == (409, {("version", "someone_was_faster")})
    assert len(IFileStore(document).main().versions()) == 2


WRONG = [
    (lambda texts: texts[:-1], 400, ("paragraphs", "wrong_count")),
    (lambda texts: texts, 400, ("paragraphs", "nothing_changed")),
    (lambda texts: [""] * len(texts), 400, ("paragraphs", "invalid")),
    (lambda texts: [f"{texts[0]}\x07", *texts[1:]], 400, ("paragraphs", "nothing_changed")),
    (lambda texts: ["x" * 20001, *texts[1:]], 400, ("paragraphs", "too_long")),
    (lambda texts: [7, *texts[1:]], 400, ("paragraphs", "invalid")),
]


@pytest.mark.parametrize(("change", "status", "fault"), WRONG)
def test_bad_input_is_named_and_makes_no_version(document, cast, change, status, fault):
    given = change(typed(document))
    assert cast.drafter.is_refused(document, "edit_text", version=1, paragraphs=given) == (status, {fault})
    assert len(IFileStore(document).main().versions()) == 1


def test_only_whom_it_is_with(document, cast):
    take_to(document, cast, "in_review")
    texts = typed(document, p5="Khác")
    for who in (cast.drafter, cast.signatory, cast.clerk, cast.stranger, cast.manager):
        assert who.is_refused(document, "edit_text", version=1, paragraphs=texts)[0] in (403, 409)
    assert len(IFileStore(document).main().versions()) == 1


def test_in_the_place_of_the_signer(document, cast):
    main = IFileStore(document).main()
    take_to(document, cast, "to_sign")
    assert cast.deputy.is_refused(document, "edit_text", version=1, paragraphs=typed(document, p5="A"))[0] == 403
    delegate()
    cast.deputy.does(document, "edit_text", version=1, paragraphs=typed(document, p5="Do phó giám đốc sửa"))
    assert main.current.creator == DEPUTY
    entry = next(IJournal(document).entries(events={"act.edit_text"}))
    assert entry.on_behalf == "nguyenthithuha"


def test_what_a_worker_is_to_sign_is_not_changed(draft, cast):
    take_to(draft, cast, "to_sign")
    cast.signatory.does(draft, "order_signing", capacity="direct")
    assert cast.signatory.is_refused(draft, "restore_version", version=1) == (409, {("", "someone_was_faster")})


def test_a_pdf_has_no_paragraphs(draft, cast):
    assert IDraftText(draft).version is None and IDraftText(draft).lines() == []
    assert cast.drafter.is_refused(draft, "edit_text", version=1, paragraphs=["x"]) == (400, {("", "no_docx")})
    IFileStore(draft).replace(IFileStore(draft).main().id, "Công văn.pdf", pdf(3), DRAFTER)
    assert cast.drafter.does(draft, "restore_version", version=1)["version"] == 3


def test_an_earlier_version_comes_back_as_a_copy(document, cast):
    cast.drafter.does(document, "edit_text", version=1, paragraphs=typed(document, p5="Hai"))
    take_to(document, cast, "in_review")
    main = IFileStore(document).main()
    assert cast.drafter.is_refused(document, "restore_version", version=1)[0] in (403, 409)
    assert cast.reviewer.is_refused(document, "restore_version", version=9) == (400, {("version", "unknown_version")})
    assert cast.reviewer.is_refused(document, "restore_version", version=2) == (400, {("version", "nothing_changed")})
    result = cast.reviewer.does(document, "restore_version", version=1, note="Bản trước đúng hơn")
    assert (result["version"], result["restored"]) == (3, 1)
    assert [version.number for version in main.versions()] == [1, 2, 3]
    assert main.current.sha256 == main.version(1).sha256 != main.version(2).sha256
    assert main.current.note == "Khôi phục bản 1. Bản trước đúng hơn" and state_of(document) == "in_review"


def test_annexes_come_back_too_and_nothing_else(document, cast):
    store = IFileStore(document)
    annex = store.add("annex", "Phụ lục.pdf", pdf(1), DRAFTER)
    store.replace(annex.id, "Phụ lục.pdf", pdf(2), DRAFTER)
    original = store.add("original", "Gốc.docx", compose(LETTER), DRAFTER)
    assert cast.drafter.does(document, "restore_version", file=annex.id, version=1)["version"] == 3
    assert annex.current.page_count == 1
    refused = cast.drafter.is_refused(document, "restore_version", file=original.id, version=1)
    assert refused == (400, {("version", "unknown_version")})


def test_remarks_stand_beside_their_paragraph_and_version(document, cast):
    take_to(document, cast, "in_review")
    cast.reviewer.does(document, "remark_draft", text="Bổ sung căn cứ", paragraph=3)
    cast.drafter.does(document, "remark_draft", text="Đã rõ")
    assert cast.reviewer.is_refused(document, "remark_draft", text="x", paragraph=999) == (
        400,
        {("paragraph", "unknown_paragraph")},
    )
    assert cast.stranger.is_refused(document, "remark_draft", text="x")[0] == 403
    said = [(one.by, one.text, one.version, one.paragraph) for one in IDraftText(document).remarks()]
    assert said == [(REVIEWER, "Bổ sung căn cứ", 1, 3), (DRAFTER, "Đã rõ", 1, 0)]
    assert notices(DRAFTER).count("draft_changed") == 1  # his own words are no news to him
    assert state_of(document) == "in_review"
