"""Starting files of the people of the story."""

from AccessControl import Unauthorized
from docx import Document
from io import BytesIO
import pytest
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.layout.known import known_fields
from qlvb.content.violations import Refused
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


@pytest.fixture
def ask(province, http_request, login_as):
    """A callable: userid and form -> (status, headers, body) of the view on the agency."""

    def call(userid, context="skhcn", **form):
        request = http_request.clone()
        alsoProvides(request, IQlvbLayer)
        request.form.update(form)
        with login_as(userid):
            view = province.restrictedTraverse(context)
            body = getMultiAdapter((view, request), name="template-docx")()
        return request.response.getStatus(), request.response, body

    return call


def texts(body):
    document = Document(BytesIO(body))
    found = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                found += [paragraph.text for paragraph in cell.paragraphs]
    return [text.replace("\u00a0", "") for text in found]


def test_a_letter_of_the_specialist(ask):
    status, response, body = ask("leminhanh")
    assert status == 200
    assert "mau-cong-van.docx" in response.getHeader("Content-Disposition")
    found = texts(body)
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in found
    assert "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI" in found
    assert "Số:/SKHCN-CNTT&CĐS" in found
    assert "- Lưu: VT, CNTT&CĐS." in found


def test_a_decision_with_its_signatory(ask):
    form = {"document_type": "decision", "signatory": "buitrungkien", "subject": "Về việc thử"}
    _status, _response, body = ask("leminhanh", **form)
    found = texts(body)
    assert "QUYẾT ĐỊNH" in found and "Số:/QĐ-SKHCN" in found and "Về việc thử" in found
    assert "KT. GIÁM ĐỐC" in found and "PHÓ GIÁM ĐỐC" in found and "Bùi Trung Kiên" in found
    assert "GIÁM ĐỐC SỞ KHOA HỌC VÀ CÔNG NGHỆ" in found


@pytest.mark.parametrize(
    "form, message",
    [
        ({"document_type": "poem"}, "There is no such kind of document."),
        ({"signatory": "tranduclong"}, "The signatory holds no post in this agency."),
        ({"signatory": "nguyenthithuha", "signing_capacity": "deputy"}, "must not sign in the chosen capacity."),
    ],
)
def test_what_does_not_fit(ask, form, message):
    status, _response, body = ask("leminhanh", **form)
    assert status == 400
    assert message in body


def test_only_for_members_of_the_agency(province, login_as):
    with login_as("vuhaiyen"), pytest.raises(Unauthorized):
        province.restrictedTraverse("skhcn/@@template-docx")


def test_unknown_agency(province):
    with pytest.raises(Refused):
        known_fields("decision", "nowhere")
