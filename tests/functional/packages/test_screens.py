"""The screens of packages: asked for by a button, fetched, taken in again; nobody else gets them."""

from hashlib import sha256
from lxml import html
from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import decision
from packaged import letter
from plone import api
import pytest
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.period import Period
from served import Session
import transaction


@pytest.fixture
def people(functional_province):
    """``people(userid)``: a session that asks for pages."""

    def of(userid):
        session = Session(functional_province.absolute_url(), userid)
        session.headers["Accept"] = "text/html"
        return session

    return of


def post(session, page, files=None, **form):
    """Send a form of the page with its token; the page after it."""
    token = html.fromstring(session.get(page).text).xpath("//input[@name='_authenticator']/@value")[0]
    return session.post(page, data={"_authenticator": token, **form}, files=files)


def words(answer):
    """What the page says; letters are numeric references in its source."""
    return " ".join(html.fromstring(answer.text).text_content().split())


def cells(answer, table):
    return [" ".join(row.text_content().split()) for row in html.fromstring(answer.text).xpath(f"//table[@id='{table}']/tbody/tr")]


def test_from_the_button_to_the_file_and_back_in(people, dossier, work):
    archivist = people(ARCHIVIST)
    assert "@@dossier-packages" in archivist.get(dossier).text
    page = f"{dossier}/@@dossier-packages"
    empty = archivist.get(page)
    assert "Hồ sơ chưa có gói nào" in words(empty)
    assert html.fromstring(empty.text).xpath("//button[@name='kind']/@value") == ["SIP", "AIP", "export", "DIP"]
    assert "Đang chờ" in cells(post(archivist, page, kind="SIP"), "packages-table")[0]
    work()
    shown = archivist.get(page)
    (row,) = cells(shown, "packages-table")
    assert "Hợp lệ" in row
    fetched = archivist.get(html.fromstring(shown.text).xpath("//a[contains(@href, '@@package-file')]/@href")[0])
    assert fetched.headers["Content-Disposition"].startswith("attachment;")
    assert sha256(fetched.content).hexdigest() in row
    assert "đã tải gói" in words(archivist.get(f"{dossier}/@@journal"))

    ingests = f"{dossier.split('/skhcn/')[0]}/snv/@@package-ingests"
    assert "Chưa có gói nào được gửi" in words(archivist.get(ingests))
    post(archivist, ingests, files={"file": ("sip.zip", fetched.content)}, do="check")
    work()
    assert "Kiểm tra đạt" in cells(archivist.get(ingests), "ingests-table")[0]
    (checked,) = html.fromstring(archivist.get(ingests).text).xpath("//button[@name='go_on']/@value")
    post(archivist, ingests, go_on=checked)
    assert "Lần tiếp nhận này đang chạy" in words(post(archivist, ingests, go_on=checked))
    work()
    taken = archivist.get(ingests)
    assert "Đã tiếp nhận" in cells(taken, "ingests-table")[0]
    received = html.fromstring(taken.text).xpath("//table[@id='ingests-table']//a/@href")[0]
    assert "Gói đã tiếp nhận" in words(archivist.get(f"{received}/@@dossier-packages"))
    assert "đã tiếp nhận từ gói uuid-" in words(archivist.get(f"{received}/@@journal"))
    assert "Lê Minh Anh, Sở Khoa học và Công nghệ" in words(archivist.get(received))
    own = f"{dossier.split('/dossiers/')[0]}/@@package-ingests"
    post(archivist, own, files={"file": ("sip.zip", fetched.content)}, do="take")
    work()
    (row,) = cells(archivist.get(own), "ingests-table")
    assert "Không tiếp nhận" in row
    assert "do chính cơ quan lập" in row


def test_documents_of_no_dossier(people, functional_province, work):
    """Asked for on the archive's own screen, told what is wrong, made, fetched, taken in by another agency."""
    documents = [decision(), letter()]
    for one in documents:
        IOwnPeriod(one).determine(Period("years", 20), "Quy định của Sở")
        one.reindexObject()
    api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=functional_province["snv"])
    transaction.commit()
    archivist, site = people(ARCHIVIST), functional_province.absolute_url()
    page = f"{site}/skhcn/@@document-packages"
    asked = {"source": "0", "from": "2026-01-01", "to": "2026-12-31", "title": "Văn bản đi năm 2026", "transfer": "1", "kind": "SIP"}
    assert "Chưa có gói nào" in words(archivist.get(page))
    refused = post(archivist, page, **{**asked, "to": "2025-12-31"})
    assert refused.status_code == 400
    assert "Ngày cuối trước ngày đầu" in words(refused)
    assert html.fromstring(refused.text).xpath("//input[@id='loose-name']/@value") == ["Văn bản đi năm 2026"]
    assert "Đang chờ" in cells(post(archivist, page, **asked), "packages-table")[0]
    work()
    shown = archivist.get(page)
    (row,) = cells(shown, "packages-table")
    assert "Gói nộp lưu (SIP), 1 văn bản" in row
    assert "Hợp lệ" in row
    fetched = archivist.get(html.fromstring(shown.text).xpath("//a[contains(@href, '@@document-package-file')]/@href")[0])
    assert sha256(fetched.content).hexdigest() in row
    assert people(HOLDER).get(page, allow_redirects=False).status_code in (302, 401, 403)
    post(archivist, f"{site}/snv/@@package-ingests", files={"file": ("sip.zip", fetched.content)}, do="take")
    work()
    assert "Đã tiếp nhận" in cells(archivist.get(f"{site}/snv/@@package-ingests"), "ingests-table")[0]
    assert "Gói đã tiếp nhận, 1 văn bản" in cells(archivist.get(f"{site}/snv/@@document-packages"), "packages-table")[0]


def test_a_dip_for_a_request(people, dossier, work):
    archivist, page = people(ARCHIVIST), f"{dossier}/@@dossier-packages"
    refused = post(archivist, page, kind="DIP", requestID="YC-1")
    assert refused.status_code == 400
    assert "Thiếu trường bắt buộc requestDate" in words(refused)
    post(archivist, page, kind="DIP", requestID="YC-1", requestDate="2026-03-05", validUntil="2026-12-10", purpose="02")
    work()
    assert "Gói sử dụng (DIP)" in cells(archivist.get(page), "packages-table")[0]


def test_the_holder_exports_and_packs_nothing(people, dossier, work):
    holder, page = people(HOLDER), f"{dossier}/@@dossier-packages"
    assert html.fromstring(holder.get(page).text).xpath("//button[@name='kind']/@value") == ["export"]
    assert post(holder, page, kind="SIP").status_code == 403
    post(holder, page, kind="export")
    work()
    assert "Hợp lệ" in cells(holder.get(page), "packages-table")[0]


def test_others_get_nothing(people, dossier):
    other = people("vanthuskhcn")
    other.headers["Accept"] = "application/json"
    assert other.get(f"{dossier}/@packages").status_code in (401, 403)
    assert "packages-table" not in people("vanthuskhcn").get(f"{dossier}/@@dossier-packages").text
    assert "ingest-file" not in people(HOLDER).get(f"{dossier.split('/dossiers/')[0]}/@@package-ingests").text
