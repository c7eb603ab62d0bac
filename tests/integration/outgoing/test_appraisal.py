"""Thẩm định: case 2 of the signing guide (advising unit, head of the office, leader), with the machine's checklist."""

from layout_faults import LETTER
from layout_fault_table import section
from docx.shared import Mm
from layout_faults import damaged
from outgoing_story import DAY
from outgoing_story import FIELDS
from outgoing_story import name_of
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.layout.compose import compose
from qlvb.content.organisation.assignment import assign
from qlvb.workflows.appraisal.acts import open_errors
from qlvb.workflows.appraisal.interfaces import ILayoutChecks
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.component import getUtility
from dataclasses import replace
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


APPRAISER = "hoangvanluu"


@pytest.fixture
def office(province, clock, keys, registers):
    """The head of the office appraises in Sở KH&CN."""
    post = createContentInContainer(
        province["skhcn"]["posts"],
        "Post",
        checkConstraints=False,
        id="chanh-van-phong",
        title="Chánh Văn phòng",
        department="vp",
        functions={"appraiser"},
        capacity="by_order",
        rank=25,
    )
    assign(post, APPRAISER)
    notify(ObjectModifiedEvent(post))
    return province


GOOD = replace(
    LETTER,
    parent="Ủy ban nhân dân tỉnh Sơn Hải",
    subject=FIELDS["subject"].removeprefix("V/v "),
    signature_block=("Giám đốc",),
    signer="Nguyễn Thị Thu Hà",
    urgency="urgent",
)


def draft_with(data):
    document = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", FIELDS | {"drafting_unit": "cntt"}, "leminhanh")
    IFileStore(document).add("main", "Công văn.docx", data, "leminhanh")
    ILayoutChecks(document).run(IFileStore(document).main().current)
    return document


@pytest.fixture
def draft(office, clock):
    return draft_with(compose(GOOD))


@pytest.fixture
def faulty(office, clock):
    return draft_with(damaged(section(left_margin=Mm(20)), GOOD))


def take_there(draft, cast):
    cast.drafter.does(draft, "submit", receiver="phamquochuy")
    cast.reviewer.does(draft, "to_appraisal", receiver=APPRAISER, request="Đề nghị kiểm tra thể thức")


def tokens(draft):
    return [term.value for term in open_errors(draft)]


def test_a_composed_draft_has_no_findings(draft):
    found = ILayoutChecks(draft).current()
    assert [(one.rule, str(one.message), one.excerpt) for one in found.findings] == []


def test_from_the_unit_by_the_office_to_the_leader(draft, cast, person, login_as):
    take_there(draft, cast)
    appraiser = person(APPRAISER)
    with login_as(APPRAISER):
        assert getUtility(IListing).counts(["outgoing.to_appraise", "todo"]) == {"outgoing.to_appraise": 1, "todo": 1}
    assert appraiser.sees(draft, "qlvb: Appraise") and not cast.reviewer.sees(draft, "qlvb: Appraise")
    assert appraiser.is_offered(draft)["pass_appraisal"]
    appraiser.does(draft, "pass_appraisal", comment="Thể thức đạt")
    steps = IRoute(draft).steps()
    assert [(step.kind, step.outcome) for step in steps] == [
        ("draft", "submitted"), ("review", "to_appraisal"), ("appraise", "appraised"), ("sign", "")
    ]
    assert steps[-1].person == "nguyenthithuha" and name_of(steps[2].done_by) == "Hoàng Văn Lưu"


def test_faults_are_returned_or_accepted_with_a_reason(faulty, cast, person):
    take_there(faulty, cast)
    appraiser, (only,) = person(APPRAISER), tokens(faulty)
    assert appraiser.is_refused(faulty, "pass_appraisal") == (400, {("accepted", "findings_open")})
    assert appraiser.is_refused(faulty, "pass_appraisal", accepted=[only]) == (400, {("reason", "reason_missing")})
    appraiser.does(faulty, "pass_appraisal", accepted=[only], reason="Bản in đã được đóng lại theo lề cũ")
    ((by, reason, when),) = ILayoutChecks(faulty).accepted().values()
    assert (by, reason, when.date()) == (APPRAISER, "Bản in đã được đóng lại theo lề cũ", DAY)


def test_returned_mended_and_checked_again(faulty, cast, person):
    take_there(faulty, cast)
    person(APPRAISER).does(faulty, "return", reason="Lề trái chưa đúng quy định")
    assert cast.drafter.is_offered(faulty)["fix_layout"]
    result = cast.drafter.does(faulty, "fix_layout")
    assert (result["version"], result["mended"]) == (2, 1)
    assert ILayoutChecks(faulty).current() is None and ILayoutChecks(faulty).pending()
    checks = ILayoutChecks(faulty)
    assert checks.run(IFileStore(faulty).main().current).findings == ()
    assert "fix_layout" not in cast.drafter.is_offered(faulty)


def test_only_whose_turn_it_is(draft, cast, person):
    take_there(draft, cast)
    for who in (cast.drafter, cast.reviewer, cast.signatory, cast.stranger):
        assert who.is_refused(draft, "pass_appraisal")[0] in (403, 409)
    assert person(APPRAISER).is_refused(draft, "approve")[0] == 409


def test_taken_back_before_the_appraiser_acts(draft, cast):
    take_there(draft, cast)
    cast.reviewer.does(draft, "withdraw", comment="")
    assert IRoute(draft).current().kind == "review"


def test_who_appraises_is_asked_only_where_somebody_does(province, clock, keys, registers, cast):
    document = draft_with(compose(GOOD))
    cast.drafter.does(document, "submit", receiver="phamquochuy")
    assert "to_appraisal" not in cast.reviewer.is_offered(document)
