"""The pages of catalogues and dossiers."""

from html import unescape
from lxml import html
import pytest
import re


@pytest.fixture
def page(client):
    def text(userid, url, status=200):
        answer = client(userid, "text/html").get(url)
        assert answer.status_code == status, answer.text[-2000:]
        return re.sub(r"\s+", " ", unescape(answer.text))

    return text


def token(text):
    return re.search(r'name="_authenticator" value="([^"]+)"', text).group(1)


def test_catalogue_as_the_decree_prints_it(page, catalogue):
    text = page("leminhanh", catalogue.absolute_url())
    for words in (
        "Số và ký hiệu hồ sơ",
        "Tên đề mục và tiêu đề hồ sơ",
        "Thời hạn bảo quản",
        "Người lập hồ sơ",
        "Ghi chú",
    ):
        assert words in text
    assert "I. Công nghệ thông tin" in text
    assert "Vĩnh viễn" in text
    assert "có 2 hồ sơ, bao gồm 1 hồ sơ bảo quản vĩnh viễn, 1 hồ sơ bảo quản có thời hạn" in text
    assert "@@act/open_dossier?entry=01.CNTT" in text
    assert "(Kèm theo Quyết định số 05/QĐ-SKHCN)" in text


def test_catalogue_is_edited_in_tables(page, catalogue):
    text = page("hoangvanluu", f"{catalogue.absolute_url()}/edit")
    assert "form.widgets.entries" in text
    assert "Hồ sơ hạ tầng" in text


def test_new_catalogue_continues_the_one_before(page, client, catalogue, functional_province):
    section = functional_province["skhcn"]["dossiers"].absolute_url()
    text = page("hoangvanluu", f"{section}?tab=catalogues")
    session = client("hoangvanluu", "text/html")
    made = session.post(f"{section}/@@new-catalogue", data={"year": "2027", "_authenticator": token(text)})
    assert made.url == f"{section}/2027"
    assert "Hồ sơ nâng cấp phần mềm QLVB năm 2027" in unescape(made.text)
    again = session.post(f"{section}/@@new-catalogue", data={"year": "2027", "_authenticator": token(text)})
    assert "Năm 2027 đã có danh mục hồ sơ." in unescape(again.text)
    wrong = session.post(f"{section}/@@new-catalogue", data={"year": "1200", "_authenticator": token(text)})
    assert "Năm của danh mục phải từ" in unescape(wrong.text)


def test_my_dossiers(page, dossier, functional_province):
    section = functional_province["skhcn"]["dossiers"].absolute_url()
    assert dossier.title in page("leminhanh", section)
    assert dossier.title not in page("phamquochuy", section)
    assert dossier.title not in page("phamquochuy", f"{section}?tab=all")
    assert dossier.title in page("hoangvanluu", f"{section}?tab=all&text=nang+cap&state=open&year=2026")
    assert dossier.title not in page("hoangvanluu", f"{section}?tab=all&state=closed")
    narrowed = f"{section}?tab=all&heading=CNTT&unit=cntt&holder=leminhanh&retention=years"
    assert dossier.title in page("hoangvanluu", narrowed)
    assert dossier.title not in page("hoangvanluu", f"{section}?tab=all&holder=phamquochuy")
    # What there is to choose from is what the dossiers have.
    assert '<option value="CNTT"' in page("hoangvanluu", section + "?tab=all")
    assert "dossier-holder" not in page("leminhanh", section)


def test_the_catalogue_says_what_is_open_without_reading_it(page, catalogue, dossier, functional_province):
    section = functional_province["skhcn"]["dossiers"].absolute_url()
    listed = html.fromstring(page("hoangvanluu", f"{section}?tab=catalogues"))
    [row] = listed.xpath("//table[@id='catalogues-table']/tbody/tr")
    assert [cell.text_content().strip() for cell in row.xpath("td")][2:4] == ["2", "1"]
    assert "catalogues-table" in page("hoangvanluu", f"{section}?tab=catalogues&state=approved")
    assert "Không có danh mục nào đang dự thảo" in page("hoangvanluu", f"{section}?tab=catalogues&state=draft")
    own = html.fromstring(page("leminhanh", catalogue.absolute_url()))
    assert own.xpath(f"//a[@href='{dossier.absolute_url()}']")
    others = html.fromstring(page("phamquochuy", catalogue.absolute_url()))
    assert not others.xpath(f"//a[@href='{dossier.absolute_url()}']")


def test_dossier_page_and_filing(page, client, dossier, document):
    url = dossier.absolute_url()
    assert "Chưa có văn bản nào." in page("leminhanh", url)
    picker = page("leminhanh", f"{document.absolute_url()}/@@file-in-dossier?text=nang+cap")
    assert "02.CNTT" in picker
    filed = client("leminhanh", "text/html").post(
        f"{document.absolute_url()}/@@act/file", data={"dossiers:list": dossier.UID(), "_authenticator": token(picker)}
    )
    assert filed.status_code == 200, filed.text
    text = page("leminhanh", url)
    for words in ("STT", "Số, ký hiệu văn bản", "Tác giả văn bản", "Tờ số/Trang số", "V/v triển khai phần mềm", "1–3"):
        assert words in text
    assert "Công việc chưa kết thúc nên thời hạn chưa bắt đầu tính." in text
    assert "1 văn bản, 3 trang" in text
    assert "còn là dự thảo chưa có số" in page("leminhanh", f"{url}?tab=check")
    assert "V/v triển khai phần mềm" in page("leminhanh", f"{url}?tab=outgoing")
    assert 'id="contents-table"' not in page("leminhanh", f"{url}?tab=incoming")
    hidden = page("hoangvanluu", url)
    assert "(Anh/chị không có quyền xem văn bản này)" in hidden
    assert "V/v triển khai phần mềm" not in hidden
    assert "đã đưa" in page("leminhanh", f"{url}/@@journal")
    assert "02.CNTT" in page("leminhanh", f"{document.absolute_url()}/@@file-in-dossier")


def test_pages_are_for_those_who_may(client, dossier, document):
    assert dossier.title not in client("vuhaiyen", "text/html").get(dossier.absolute_url()).text
    answer = client("vuhaiyen", "text/html").get(f"{document.absolute_url()}/@@file-in-dossier")
    assert document.subject not in answer.text


def test_opening_form_proposes_the_entry(page, catalogue):
    text = page("phamquochuy", f"{catalogue.absolute_url()}/@@act/open_dossier?entry=01.CNTT")
    assert "01.CNTT Hồ sơ hạ tầng" in text
