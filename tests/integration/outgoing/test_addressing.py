"""Recipients are read from the draft's own file and matched to the agencies of the site."""

from docx import Document
from io import BytesIO
from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import FIELDS
from outgoing_story import make_draft
from outgoing_story import take_to
from plone import api
from printed import LEFT
from printed import RIGHT
from printed import two_columns
import pytest
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility
from zope.i18n import translate


def letter(*lines):
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    for line in lines:
        cell.add_paragraph(line)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def test_who_is_named_is_added_once(province, clock, keys, registers, cast):
    draft = make_draft(files=False)
    data = letter("Nơi nhận:", "- Sở Nội vụ;", "- Công ty Sao Mai (để biết);", "- Lưu: VT, CNTT.")
    IFileStore(draft).add("main", "Công văn.docx", data, DRAFTER)
    result = cast.drafter.does(draft, "read_recipients")
    assert result["added"] == ["Công ty Sao Mai"]
    rows = [(row["name"], row["agency"], row["purpose"]) for row in draft.recipients]
    assert rows == [("Sở Nội vụ", "snv", "for_execution"), ("Công ty Sao Mai", "", "for_information")]
    assert draft.retained_by == "VT, CNTT"
    assert cast.drafter.does(draft, "read_recipients")["added"] == []


def test_of_a_pdf_the_same_is_read(province, clock, keys, registers, cast):
    draft = make_draft(files=False)
    IFileStore(draft).add("main", "Công văn.pdf", two_columns(LEFT, RIGHT), DRAFTER)
    assert "read_recipients" in cast.drafter.is_offered(draft)
    assert cast.drafter.does(draft, "read_recipients")["added"] == ["Công ty Sao Mai", "Chủ tịch UBND tỉnh"]
    purposes = [(row["name"], row["purpose"]) for row in draft.recipients]
    assert purposes[1:] == [("Công ty Sao Mai", "for_information"), ("Chủ tịch UBND tỉnh", "for_report")]
    assert draft.retained_by == "VT, CNTT"


def test_a_pdf_without_words_is_not_read(draft, cast):
    assert cast.drafter.is_refused(draft, "read_recipients") == (400, {("", "no_draft_text")})


GONE = {**FIELDS["recipients"][0], "name": "UBND xã Phú Lâm", "agency": "ubnd-xa-phu-lam", "identifier": "H99.45"}
TWO = [FIELDS["recipients"][0], GONE]


@pytest.fixture
def dissolve(province):
    """``dissolve()``: UBND xã Phú Lâm is no more."""
    return lambda: province._delObject("ubnd-xa-phu-lam")


def told(refused):
    return [(one.field, one.code, translate(one.message, target_language="vi")) for one in refused.value.violations]


NAMED = (
    "recipients[2].agency",
    "recipient_gone",
    "Nơi nhận “UBND xã Phú Lâm” (dòng 2) không còn trong hệ thống: hãy bỏ dòng này hoặc chọn nơi nhận khác.",
)


def test_a_recipient_that_is_no_more_is_named_when_the_draft_is_saved_and_when_it_is_sent_up(draft, cast, dissolve):
    IDocumentEditor(draft).change({"recipients": TWO}, DRAFTER)
    group = IRecipientGroups(api.portal.get()["skhcn"]).save("Ba nơi", TWO, CLERK)
    dissolve()
    with pytest.raises(Refused) as refused:
        IDocumentEditor(draft).change({"recipients": [dict(row) for row in group.recipients]}, DRAFTER)
    assert told(refused) == [NAMED]
    with api.env.adopt_user(username=DRAFTER), pytest.raises(Refused) as refused:
        IActs(draft).perform("submit", {"receiver": "phamquochuy", "request": "Kính trình"})
    assert told(refused) == [NAMED]
    IDocumentEditor(draft).change({"recipients": TWO[:1]}, DRAFTER)
    cast.drafter.does(draft, "submit", receiver="phamquochuy", request="Kính trình")


def test_one_that_goes_after_the_signature_is_told_before_issue_and_keeps_the_others_from_nothing(draft, cast, dissolve):
    IDocumentEditor(draft).change({"recipients": TWO}, DRAFTER)
    take_to(draft, cast, "to_issue")
    dissolve()
    with api.env.adopt_user(username=CLERK):
        effects = IActs(draft).get("issue_at_once").preview()
    said = {translate(effect.label, target_language="vi"): effect.values for effect in effects}
    assert said["Không còn trong hệ thống, không gửi được"] == ("UBND xã Phú Lâm",)
    assert ("Sở Nội vụ",) in said.values()
    cast.clerk.does(draft, "issue_at_once")
    getUtility(IRunner).run_pending()
    states = {one.recipient["agency"]: (one.state, one.detail) for one in IDeliveries(draft).all()}
    assert states["snv"][0] == "arrived"
    assert states["ubnd-xa-phu-lam"] == ("failed", "Cơ quan nhận không còn trong hệ thống.")
    newest = getUtility(INotices).of(CLERK).newest()
    words = [translate(notice.text, target_language="vi") for notice in newest if notice.event == "delivery_failed"]
    assert words == ["Không gửi được đến UBND xã Phú Lâm: Cơ quan nhận không còn trong hệ thống."]
