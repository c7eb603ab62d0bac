"""Remarks of an agency: kept whole or not at all, answered, told, written into the form."""

from docx import Document
from io import BytesIO
from openpyxl import load_workbook
import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.policy.feedback.gathering import counts_at
from qlvb.policy.feedback.gathering import remarks_at
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.policy.feedback.remarks import ANNOTATION
from qlvb.policy.feedback.remarks import MOST_NEW
from qlvb.policy.feedback.sheet import FeedbackSheet
from qlvb.policy.feedback.sheet import write
from qlvb.workflows.notices.interfaces import INotices
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate


TEXT = "Danh sách cuộn về đầu sau khi duyệt"


@pytest.fixture
def remarks(province):
    return IRemarks(getUtility(IDirectory).agency_object("skhcn"))


def told(userid):
    return [translate(notice.text, target_language="vi") for notice in getUtility(INotices).of(userid).newest()]


def test_reading_writes_nothing_and_mistakes_keep_nothing(remarks):
    assert remarks.all() == []
    with pytest.raises(Refused) as refused:
        remarks.add("leminhanh", {"text": "", "kind": "praise"})
    assert [one.field for one in refused.value.violations] == ["text", "kind"]
    assert ANNOTATION not in IAnnotations(remarks.agency)


def test_from_the_remark_to_the_answer(remarks):
    made = remarks.add("leminhanh", {"text": f" {TEXT} ", "group": "outgoing", "screen": "worklist", "kind": "fault"})
    assert (made.text, made.state, made.proposal) == (TEXT, "new", "")
    assert told("skhcnqtdv") == ["Có góp ý mới về phần mềm."]
    assert remarks.gather(made.id).state == "gathered"
    with pytest.raises(Refused) as refused:
        remarks.gather(made.id)
    assert refused.value.status == 409
    with pytest.raises(Refused) as refused:
        remarks.answer(made.id, "  ", "skhcnqtdv")
    assert refused.value.status == 400 and made.answer == ""
    remarks.answer(made.id, "Đã sửa ở bản tháng 12.", "skhcnqtdv")
    assert (made.state, made.answered_by) == ("answered", "skhcnqtdv")
    assert told("leminhanh") == ["Góp ý của anh/chị đã có trả lời: Đã sửa ở bản tháng 12."]
    assert [one.id for one in remarks.all(author="leminhanh")] == [made.id] and remarks.all(author="phamquochuy") == []


@pytest.mark.parametrize("remark_id", ["", "nothing", None, 5])
def test_no_such_remark(remarks, remark_id):
    with pytest.raises(Refused) as refused:
        remarks.get(remark_id)
    assert refused.value.status == 404


def test_one_person_does_not_flood_the_list(remarks):
    for number in range(MOST_NEW):
        remarks.add("leminhanh", {"text": f"{TEXT} {number}"})
    with pytest.raises(Refused) as refused:
        remarks.add("leminhanh", {"text": TEXT})
    assert refused.value.status == 409
    assert remarks.add("phamquochuy", {"text": TEXT}).author == "phamquochuy"


def test_the_province_sees_all_agencies_and_an_agency_its_own(remarks, province):
    other = IRemarks(getUtility(IDirectory).agency_object("snv"))
    remarks.add("leminhanh", {"text": TEXT})
    other.add("vuhaiyen", {"text": TEXT})
    assert [agency.id for agency, _remark in remarks_at(remarks.agency)] == ["skhcn"]
    assert {agency.id for agency, _remark in remarks_at(province)} == {"skhcn", "snv"}
    assert counts_at(province) == {"new": 2, "gathered": 0, "answered": 0}


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_the_form_has_the_five_columns(remarks, login_as, format):
    remarks.add("leminhanh", {"text": "=HYPERLINK(1)", "group": "outgoing", "proposal": "Giữ chỗ đang xem", "kind": "fault"})
    with login_as("skhcnqtdv"):
        sheet = FeedbackSheet(remarks_at(remarks.agency), remarks.agency.title, format, "vi")
        data = BytesIO(write(sheet))
    if format == "xlsx":
        rows = [[cell.value for cell in row] for row in load_workbook(data).active.rows]
        above = " ".join(str(row[0]) for row in rows if row[0])
    else:
        document = Document(data)
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        above = " ".join(paragraph.text for paragraph in document.paragraphs)
    head = next(place for place, row in enumerate(rows) if row[:1] == ["STT"])
    assert rows[head] == ["STT", "Nhóm chức năng", "Mô tả lỗi/góp ý", "Đề xuất điều chỉnh", "Ghi chú"]
    assert [str(cell) for cell in rows[head + 1][:4]] == ["1", "Văn bản đi", "=HYPERLINK(1)", "Giữ chỗ đang xem"]
    assert rows[head + 1][4] == "Lỗi; Chưa tổng hợp"
    assert "PHIẾU TỔNG HỢP LỖI VÀ GÓP Ý" in above and "2. Thông tin cán bộ tổng hợp: Tạ Hồng Quân" in above
