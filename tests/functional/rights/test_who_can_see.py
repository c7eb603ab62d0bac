"""Who may see a record, and why, over HTTP."""

from html import unescape
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.reindex import reindex_security
import transaction
from zope.component import getUtility


@pytest.fixture
def draft(functional_province, login_as):
    data = {
        "subject": "V/v thử quyền xem",
        "document_type": "official_letter",
        "drafting_unit": "cntt",
        "signatory": "nguyenthithuha",
    }
    with login_as("leminhanh"):
        record = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by="leminhanh")
    grants = IGrants(record)
    grants.grant("leminhanh", "Drafter", "draft")
    grants.grant("vuhaiyen", "Participant", "line", "1")
    reindex_security(record)
    transaction.commit()
    return record


def path(record):
    return "/".join(record.getPhysicalPath()[2:])


def test_participants_are_told(draft, request_factory):
    for userid in ("leminhanh", "vuhaiyen"):
        answer = request_factory(basic_auth=(userid, PASSWORD)).get(f"{path(draft)}/@who-can-see")
        assert answer.status_code == 200
        found = {item["userid"]: item for item in answer.json()["items"]}
        assert {"leminhanh", "vuhaiyen"} <= set(found)
        assert answer.json()["items_total"] == len(found)
        assert found["vuhaiyen"]["fullname"] == "Vũ Hải Yến"
        assert found["vuhaiyen"]["posts"] == ["Chuyên viên, Sở Nội vụ"]
        causes = [(cause["role"], cause["cause"], cause["reference"]) for cause in found["vuhaiyen"]["causes"]]
        assert causes == [("Participant", "line", "1")]


def test_others_are_not_told(draft, request_factory):
    for userid in ("phangiakhanh", "hoangvanluu"):
        answer = request_factory(basic_auth=(userid, PASSWORD)).get(f"{path(draft)}/@who-can-see")
        assert answer.status_code in (401, 403), userid
    assert request_factory().get(f"{path(draft)}/@who-can-see").status_code == 401


def test_the_panel_says_why(draft, request_factory):
    session = request_factory(basic_auth=("leminhanh", PASSWORD), api=False)
    page = session.get(f"{path(draft)}/@@who-can-see", headers={"Accept": "text/html", "Accept-Language": "vi"})
    assert page.status_code == 200
    text = unescape(page.text)
    assert "Vũ Hải Yến" in text and "Được giao xử lý hoặc nhận để biết" in text and "V/v thử quyền xem" in text
    assert "Văn bản có độ mật" not in text


def test_the_panel_warns_of_secrecy(draft, request_factory):
    draft.secrecy = "confidential"
    reindex_security(draft)
    transaction.commit()
    session = request_factory(basic_auth=("leminhanh", PASSWORD), api=False)
    page = session.get(f"{path(draft)}/@@who-can-see", headers={"Accept": "text/html"})
    assert "Văn bản có độ mật" in unescape(page.text)
