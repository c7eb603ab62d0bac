"""The screens of transfers, and two people who press at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html import unescape
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.disposals.twins import PROPOSED_IN
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.items import Fault
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.forms.keeping import write
from qlvb.workflows.transfer.interfaces import ITransferSettings
from qlvb.workflows.disposal.creation import create_disposal
import re
import requests
import transaction
from zope.annotation.interfaces import IAnnotations


@pytest.fixture
def dossiers(functional_province):
    """Three closed dossiers of Lê Minh Anh, long overdue."""
    section = functional_province["skhcn"]["dossiers"]
    catalogue = createContentInContainer(section, "DossierCatalogue", checkConstraints=False, id="2024", title="Danh mục hồ sơ năm 2024", year=2024, headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}], entries=[])
    found = []
    for number in range(1, 4):
        values = {"code": f"{number:02d}.CNTT", "title": f"Hồ sơ nhiệm vụ số {number}", "year": 2024, "retention_kind": "years", "retention_years": 10}
        dossier = createContentInContainer(catalogue, "Dossier", checkConstraints=False, id=f"ho-so-{number}", holder="leminhanh", start_date=date(2024, 1, 8), end_date=date(2024, 12, 20), **values)
        fire(dossier, "close")
        dossier.reindexObject()
        found.append(dossier)
    transaction.commit()
    return found


@pytest.fixture
def transfer(functional_province, dossiers, login_as):
    with login_as("leminhanh"):
        one = create_transfer("skhcn", {"title": "Hồ sơ năm 2024"}, "leminhanh")
        IActs(one).perform("add_dossiers", {"dossiers": [IUUID(dossiers[0])]})
    transaction.commit()
    return one


def session(userid):
    found = requests.Session()
    found.auth = (userid, PASSWORD)
    found.headers["Accept"] = "text/html"
    return found


@pytest.fixture
def page():
    def text(userid, url, status=200):
        answer = session(userid).get(url)
        assert answer.status_code == status, answer.text[-2000:]
        return re.sub(r"\s+", " ", unescape(answer.text))

    return text


def post(userid, url, page_url, status=200, **data):
    """(answer, its text) of a form sent with the token of the page."""
    one = session(userid)
    token = re.search(r'name="_authenticator" value="([^"]+)"', one.get(page_url).text).group(1)
    answer = one.post(url, data={"_authenticator": token, **data})
    assert answer.status_code == status, answer.text[-2000:]
    return answer, re.sub(r"\s+", " ", unescape(answer.text))


def test_from_the_section_to_the_choice_of_dossiers(functional_province, dossiers, page):
    section = functional_province["skhcn"]["transfers"].absolute_url()
    assert "Chưa có đợt giao nộp nào." in page("leminhanh", section)
    form = f"{section}/@@add-transfer"
    _answer, text = post("leminhanh", form, form, 400, title="")
    assert "Hãy ghi tên khối tài liệu giao nộp." in text
    answer, text = post("leminhanh", form, form, title="Hồ sơ năm 2024")
    assert "Đang lập" in text
    choose = f"{answer.url}/@@choose-dossiers"
    text = page("leminhanh", choose)
    assert all(dossier.title in text for dossier in dossiers)
    _answer, text = post("leminhanh", choose, choose, **{"dossiers:list": [IUUID(dossiers[1])]})
    assert "Hồ sơ nhiệm vụ số 2" in text
    assert "10 năm" in text
    _answer, text = post("leminhanh", answer.url, answer.url, act="drop_dossiers", **{"dossiers:list": [IUUID(dossiers[1])]})
    assert "Chưa có hồ sơ nào ở đây." in text
    assert "Hồ sơ năm 2024" in page("hoangvanluu", section)
    assert "Hồ sơ năm 2024" not in page("skhcnqtdv", section)
    page("vanthusnv", section, 403)


def test_the_archivist_sees_only_what_failed(transfer, dossiers, login_as, page):
    with login_as("leminhanh"):
        IActs(transfer).perform("add_dossiers", {"dossiers": [IUUID(dossiers[1])]})
        IActs(transfer).perform("submit_transfer", {})
    fire(transfer, "check")
    items = ITransferItems(transfer)
    items.change(IUUID(dossiers[0]), state="passed")
    items.change(IUUID(dossiers[1]), state="failed", faults=(Fault("dossier_empty"), Fault("field_missing", "", "title")))
    transfer.reindexObject()
    transaction.commit()
    url = transfer.absolute_url()
    text = page("hoangvanluu", url)
    assert "Hồ sơ không có tài liệu nào." in text
    assert "Thiếu thông tin “Tiêu đề hồ sơ”." in text
    assert "Hồ sơ nhiệm vụ số 1" not in text
    assert "Hồ sơ nhiệm vụ số 1" in page("hoangvanluu", f"{url}?result=all")
    for label in ("Tiếp nhận", "Trả lại bổ sung", "Chấp nhận có lý do"):
        assert label in text
    sent = {"act": "return_transfer", "reason": "ngắn", "dossiers:list": [IUUID(dossiers[1])]}
    _answer, text = post("hoangvanluu", url, url, 400, **sent)
    assert "alert-danger" in text
    (box,) = re.findall(rf'<input[^>]*value="{IUUID(dossiers[1])}"[^>]*>', text)
    assert "checked" in box and ">ngắn</textarea>" in text  # without the tick all faulted ones would go back
    _answer, text = post("hoangvanluu", url, url, act="return_transfer", reason="Bổ sung tài liệu còn thiếu")
    assert "Trả lại để bổ sung" in text
    text = page("leminhanh", url)
    assert "Bổ sung tài liệu còn thiếu" in text and "đã trả lại 1 hồ sơ, chờ Lê Minh Anh bổ sung" in text
    assert "Bổ sung tài liệu còn thiếu" in page("leminhanh", f"{url}?result=returned")


def test_settings_and_the_list_of_dossiers_kept_back(functional_province, dossiers, login_as, page):
    section = functional_province["skhcn"]["transfers"].absolute_url()
    form = f"{section}/@@transfer-settings"
    _answer, text = post("hoangvanluu", form, form, 400, digital_days="0", years="1", construction_months="3", historical_years="5")
    assert "alert-danger" in text
    _answer, text = post("hoangvanluu", form, form, digital_days="45", years="1", construction_months="3", historical_years="5", historical_source="1")
    assert "Đã lưu." in text
    page("leminhanh", form, 403)
    assert "Lưu trữ lịch sử" in page("hoangvanluu", f"{section}/@@add-transfer")
    answer = session("hoangvanluu").get(f"{section}/@@kept-back.docx")
    assert answer.content[:2] == b"PK"


def test_of_two_transfers_that_reach_for_a_dossier_one_gets_it(dossiers, login_as):
    with login_as("leminhanh"):
        transfers = [create_transfer("skhcn", {"title": f"Đợt {number}"}, "leminhanh") for number in range(2)]
    urls = [one.absolute_url() for one in transfers]
    uid = IUUID(dossiers[2])
    transaction.commit()

    def add(url):
        one = session("leminhanh")
        one.headers["Accept"] = "application/json"
        return one.post(f"{url}/@acts/add_dossiers", json={"dossiers": [uid]}).status_code

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(add, urls))
    assert answers[0] == 200
    assert answers[1] in (400, 409)
    transaction.begin()
    holders = [one for one in transfers if ITransferItems(one).get(uid) is not None]
    assert [IUUID(one) for one in holders] == [IClaims(dossiers[2]).transfer]


def test_of_two_archivists_who_receive_at_once_one_does(transfer, dossiers, login_as):
    with login_as("leminhanh"):
        IActs(transfer).perform("submit_transfer", {})
    fire(transfer, "check")
    ITransferItems(transfer).change(IUUID(dossiers[0]), state="passed")
    transfer.reindexObject()
    url = transfer.absolute_url()
    transaction.commit()

    def receive(_number):
        one = session("hoangvanluu")
        one.headers["Accept"] = "application/json"
        return one.post(f"{url}/@acts/accept_transfer", json={}).status_code

    with ThreadPoolExecutor(2) as pool:
        assert "Refresh" not in session("hoangvanluu").get(url).headers
        assert sorted(pool.map(receive, range(2))) == [200, 409]
    transaction.begin()
    assert state_of(transfer) == "accepting"
    answer = session("hoangvanluu").get(url)  # whoever waits sees the bar move without a press
    assert "transfer-progress" in answer.text and answer.headers["Refresh"] == "5"


def test_a_fault_in_a_document_that_one_may_not_view_leads_to_its_dossier(transfer, dossiers, login_as, page):
    with login_as("leminhanh"):
        IActs(transfer).perform("submit_transfer", {})
    fire(transfer, "check")
    fault = Fault("file_missing", "0" * 32, "15/STC")
    ITransferItems(transfer).change(IUUID(dossiers[0]), state="failed", faults=(fault,))
    transfer.reindexObject()
    transaction.commit()
    text = page("hoangvanluu", transfer.absolute_url())
    assert f'<a href="{dossiers[0].absolute_url()}">Văn bản 15/STC không có tệp tin nào.</a>' in text
    assert "01.CNTT/2024" in text


def test_what_another_transfer_has_is_not_offered(functional_province, transfer, dossiers, login_as, page):
    with login_as("leminhanh"):
        other = create_transfer("skhcn", {"title": "Đợt sau"}, "leminhanh")
    transaction.commit()
    for query in ("", "?all=1"):
        text = page("leminhanh", f"{other.absolute_url()}/@@choose-dossiers{query}")
        assert f'value="{IUUID(dossiers[1])}"' in text
        assert f'value="{IUUID(dossiers[0])}"' not in text
    assert "đã có trong một đợt giao nộp khác" in text


def test_what_may_be_deposited_in_the_historical_archive_is_said_where_there_is_nothing(functional_province, login_as, page):
    ITransferSettings(functional_province["skhcn"]).change({"historical_source": True})
    with login_as("hoangvanluu"):
        deposit = create_transfer("skhcn", {"title": "Hồ sơ vĩnh viễn", "kind": "historical"}, "hoangvanluu")
    transaction.commit()
    for query in ("", "?all=1"):
        text = page("hoangvanluu", f"{deposit.absolute_url()}/@@choose-dossiers{query}")
        assert "phải có thời hạn vĩnh viễn và đã ở lưu trữ hiện hành" in text
        assert "từ 05 năm trở lên" not in text


def test_minutes_that_nobody_signed_say_for_whom_they_wait(transfer, dossiers, login_as, page):
    with login_as("leminhanh"):
        IActs(transfer).perform("submit_transfer", {})
    url = transfer.absolute_url()
    transaction.commit()
    assert "Chờ bên giao ký" not in page("hoangvanluu", url)
    write(transfer, "hoangvanluu")
    transaction.commit()
    for userid in ("hoangvanluu", "leminhanh"):
        text = page(userid, url)
        assert "Chờ bên giao ký" in text
        assert "Bên giao đã ký" not in text


def test_what_cannot_be_chosen_says_why_and_what_was_ticked_stays(transfer, dossiers, login_as, page):
    """A dossier on a disposal's list could be ticked, and took the whole choice with it when it was refused."""
    with login_as("hoangvanluu"):
        disposal = create_disposal("skhcn", {"title": "Xét hủy", "formation": "Hình thành năm 2024", "contents": "Hồ sơ"}, "hoangvanluu")
    IAnnotations(dossiers[1])[PROPOSED_IN] = IUUID(disposal)
    transaction.commit()
    choose = f"{transfer.absolute_url()}/@@choose-dossiers?all=1"
    text = page("leminhanh", choose)
    assert "đang được xét hủy" in text and f'value="{IUUID(dossiers[1])}"' not in text
    sent = {"all": "1", "dossiers:list": [IUUID(dossiers[1]), IUUID(dossiers[2])]}
    _answer, text = post("leminhanh", choose, choose, 400, **sent)
    assert "đang được xét hủy" in text
    (box,) = re.findall(rf'<input[^>]*value="{IUUID(dossiers[2])}"[^>]*>', text)
    assert "checked" in box
