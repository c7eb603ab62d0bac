"""The screens of consultations, notes, templates and published documents are drawn with what is there."""

import pytest
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.templates.decree import decree_template
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IConsultations
from zope.component import getUtility


@pytest.fixture
def agency(province):
    return getUtility(IDirectory).agency_object("skhcn")


def test_the_table_of_opinions(draft, cast, person, page):
    assert "Dự thảo chưa được lấy ý kiến" in page("leminhanh", draft, "consultation")
    cast.drafter.does(draft, "consult", people=["hoangvanluu"], deadline="2026-01-12", question="Về thời hạn")
    person("hoangvanluu").does(draft, "give_opinion", answer="other", text="Điều 2: bỏ từ “các”")
    shown = page("leminhanh", draft, "consultation")
    for words in ("Điều 2", "bỏ từ “các”", "Hoàng Văn Lưu", "Kết thúc lấy ý kiến", "Không tiếp thu", "Về thời hạn"):
        assert words in shown, words
    assert "Không tiếp thu" not in page("hoangvanluu", draft, "consultation")
    assert "Xem bảng tổng hợp ý kiến" in page("leminhanh", draft, "view")


def test_another_agency_sees_who_asks_and_the_drafter_who_has_it(draft, cast, person, page):
    cast.drafter.does(draft, "consult", agencies=["snv"], working_days=5, question="Về thời hạn")
    request = request_of(IConsultations(draft).current().opinions[0])
    person("vanthusnv").does(request, "assign_opinion", person="vuhaiyen")
    shown = page("tranduclong", request, "view")
    for words in ("Sở Khoa học và Công nghệ", "Về thời hạn", "Xem dự thảo (bản 1, PDF)", "Vũ Hải Yến", "Gửi ý kiến"):
        assert words in shown, words
    assert "Vũ Hải Yến" in page("leminhanh", draft, "consultation")
    cast.drafter.does(draft, "withdraw_consultation", reason="Dự thảo phải viết lại")
    assert "@@asked-draft" not in page("tranduclong", request, "view")
    assert "đã rút" in page("leminhanh", draft, "consultation")


def test_a_note(draft, cast, page):
    note = find_record(cast.drafter.does(draft, "create_note", content="Nâng cấp", grounds="Luật Lưu trữ")["uid"])
    shown = page("leminhanh", note, "view")
    assert "Trình quyết định" in shown and "Luật Lưu trữ" in shown and draft.Title() in shown
    cast.drafter.does(note, "submit_note", deciders=["phamquochuy"], asked=["hoangvanluu"])
    shown = page("phamquochuy", note, "view")
    for words in ("Phê duyệt", "Trả lại", "Đang chờ Phạm Quốc Huy quyết định", "Hoàng Văn Lưu", "Bản in"):
        assert words in shown, words


def test_the_form_of_a_new_note(agency, page):
    shown = page("leminhanh", agency, "add-note")
    assert "Lập phiếu trình" in shown and "Kiến nghị, đề xuất" in shown


def test_the_templates_of_an_agency(agency, page):
    assert "Cơ quan chưa có mẫu riêng" in page("skhcnqtdv", agency, "templates")
    IAgencyTemplates(agency).add("Công văn riêng", "", "cv.docx", decree_template("plan"), "skhcnqtdv")
    shown = page("skhcnqtdv", agency, "templates")
    assert "Công văn riêng" in shown and "{{ trich_yeu }}" in shown
    assert "Công văn riêng" in page("leminhanh", agency, "add-outgoing")


def test_the_published_page(portal, agency, page):
    assert "Hiện không có văn bản điều hành nào" in page("leminhanh", portal, "published")
