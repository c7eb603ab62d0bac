"""Over HTTP: a box and its dossiers, two who lend at once, copies that are read and not taken away."""

from archive_fixtures import make_dossiers
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape
from io import BytesIO
from lxml import html
from pypdf import PdfReader
from qlvb.content import clock
from qlvb.workflows.outbox.interfaces import IRunner
from served import Session
from threading import Barrier
import transaction
from zope.component import getUtility

DUE = (clock.today() + timedelta(days=10)).isoformat()
ASKED = {"purpose": "official", "purpose_text": "Đối chiếu chứng từ thanh toán"}

def asked(client, dossier, kind="paper", userid="leminhanh"):
    body = {**ASKED, "kind": kind, "record": dossier.UID()}
    answer = client(userid).post("skhcn/@readings", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]

def lent(client, address, **data):
    return client("hoangvanluu").post(f"{address}/@acts/lend", json={"record": "01.KT", "due": DUE, **data})

def test_two_who_lend_the_same_paper_at_once(client, dossier, functional_province):
    addresses = [asked(client, dossier), asked(client, dossier, userid="phamquochuy")]
    together = Barrier(2, timeout=30)

    def lend(address):
        with Session(functional_province.absolute_url(), "hoangvanluu") as session:
            together.wait()
            return session.post(f"{address}/@acts/lend", json={"record": "01.KT", "due": DUE})

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lend, addresses))
    assert sorted(answer.status_code for answer in answers) == [200, 409], [answer.text for answer in answers]
    codes = [one["code"] for answer in answers for one in answer.json().get("error", {}).get("violations", ())]
    assert codes == ["already_lent"]

def test_two_who_fill_the_last_place_of_a_box(client, dossier, box, functional_province, login_as):

    other = make_dossiers(functional_province, 1, year=2033)[0]
    box.capacity = 1
    transaction.commit()
    together = Barrier(2, timeout=30)

    def fill(found):
        with Session(functional_province.absolute_url(), "hoangvanluu") as session:
            together.wait()
            return session.post(f"{found}/@acts/place_in_box", json={"box": "K1/A1/H01"}).status_code

    with ThreadPoolExecutor(2) as pool:
        found = sorted(pool.map(fill, [dossier.absolute_url(), other.absolute_url()]))
    assert found == [200, 409]
    items = client("hoangvanluu").get(f"{box.absolute_url()}/@box").json()["items"]
    assert len(items) == 1

def test_a_reading_copy_is_read_and_not_taken_away(client, dossier):
    address = asked(client, dossier, "screen")
    assert lent(client, address).status_code == 200
    transaction.begin()
    getUtility(IRunner).run_pending()
    items = client("leminhanh").get(f"{address}/@copies").json()["items"]
    assert [item["pages"] for item in items] == [2]
    file = items[0]["file"]
    read = client("leminhanh").get(file)
    assert read.status_code == 200 and read.headers["Content-Disposition"].startswith("inline")
    assert "no-store" in read.headers["Cache-Control"]
    assert "Sở Khoa học và Công nghệ" in PdfReader(BytesIO(read.content)).pages[1].extract_text()
    assert client("leminhanh").get(f"{file}?download=1").status_code == 403
    opened = client("leminhanh").get(file, headers={"Sec-Fetch-Dest": "document"})
    assert opened.status_code == 403
    for other in ("phamquochuy", "nguyenthithuha", "vuhaiyen"):
        assert client(other).get(file).status_code in (401, 403, 404)
    said = page(client, "leminhanh", address).text
    assert "Đang khai thác" in said and "Đọc đến hết ngày" in said and "Hạn trả<" not in said
    form = page(client, "hoangvanluu", f"{address}/@@act/return_reading").text
    assert "Kết thúc khai thác" in form and "Tình trạng khi trả" not in form
    assert client("hoangvanluu").post(f"{address}/@acts/return_reading", json={}).status_code == 200
    assert client("leminhanh").get(file).status_code in (401, 403, 404)
    assert "Đã kết thúc khai thác" in page(client, "leminhanh", address).text

def test_an_uncertified_copy_may_be_taken_away(client, dossier):
    address = asked(client, dossier, "copy")
    assert lent(client, address).status_code == 200
    transaction.begin()
    getUtility(IRunner).run_pending()
    file = client("leminhanh").get(f"{address}/@copies").json()["items"][0]["file"]
    taken = client("leminhanh").get(f"{file}?download=1")
    assert taken.headers["Content-Disposition"].startswith("attachment")
    first, second = PdfReader(BytesIO(taken.content)).pages
    assert "BẢN SAO" in first.extract_text() and "BẢN SAO" not in second.extract_text()

def page(client, userid, address):
    session = client(userid)
    session.headers["Accept"] = "text/html"
    answer = session.get(address)
    session.headers["Accept"] = "application/json"
    # What transforms pages writes letters with accents as references.
    answer._content = unescape(answer.text).encode(answer.encoding)
    return answer

def test_the_pages(client, dossier, box, functional_province):
    home = functional_province.absolute_url()
    assert client("hoangvanluu").post(f"{dossier.absolute_url()}/@acts/place_in_box", json={"box": "K1/A1/H01"}).ok
    address = asked(client, dossier)
    assert lent(client, address).ok
    shown = page(client, "hoangvanluu", box.absolute_url())
    assert shown.status_code == 200 and "01.KT" in shown.text and "Nhận trả" in shown.text
    assert "Lê Minh Anh" in shown.text
    for where in (box.aq_parent, box.aq_parent.aq_parent, functional_province["skhcn"]["stores"]):
        assert page(client, "hoangvanluu", where.absolute_url()).status_code == 200
    assert page(client, "leminhanh", address).status_code == 200
    assert page(client, "leminhanh", f"{home}/skhcn/readings").status_code == 200
    assert page(client, "vuhaiyen", f"{home}/skhcn/readings/@@ask-to-read").status_code == 200
    assert page(client, "leminhanh", f"{home}/skhcn/readings/@@lend-dossier").status_code in (401, 403)
    assert page(client, "leminhanh", f"{home}/skhcn/stores").status_code in (401, 403)
    for name, code, place in (("shelves", "K1/A1", box.aq_parent), ("boxes", "K1/A1/H01", box)):
        (row,) = html.fromstring(page(client, "hoangvanluu", f"{home}/skhcn/stores/@@{name}").text).xpath("//tbody/tr")
        assert row.xpath("td")[0].text_content() == code
        assert row.xpath(f"td/a[@href='{place.absolute_url()}']") and row.xpath(f"td/a[@href='{place.absolute_url()}/@@labels.pdf']")
        assert page(client, "leminhanh", f"{home}/skhcn/stores/@@{name}").status_code in (401, 403)
    statistics = page(client, "hoangvanluu", f"{home}/skhcn/@@archive-statistics")
    assert statistics.status_code == 200 and "Theo thời hạn bảo quản" in statistics.text
    listed = page(client, "hoangvanluu", f"{home}/@@worklist?box=stores.kept")
    assert "K1/A1/H01.1" in listed.text and "Vị trí (kho–kệ–hộp)" in listed.text
    book = page(client, "hoangvanluu", f"{home}/@@worklist?box=readings.all")
    assert "Lê Minh Anh" in book.text
    labels = client("hoangvanluu").get(f"{box.absolute_url()}/@@labels.pdf")
    assert labels.content.startswith(b"%PDF")
    assert client("leminhanh").get(f"{box.absolute_url()}/@@labels.pdf").status_code in (401, 403)
    found = client("hoangvanluu").get(f"{home}/skhcn/stores/@@find-box?code=k1/a1/h01", allow_redirects=False)
    assert found.headers["Location"] == box.absolute_url()

def test_the_home_of_an_archivist_has_his_tiles(client, dossier, functional_province):
    text = page(client, "hoangvanluu", functional_province.absolute_url()).text
    for title in ("BẢO QUẢN", "KHAI THÁC", "Chờ duyệt mượn", "Đang mượn", "Quá hạn trả", "Lỗi toàn vẹn / chữ ký"):
        assert title in text


def test_every_figure_opens_the_list_that_it_counted(client, dossier, functional_province):
    make_dossiers(functional_province, 3, year=2033, retention_kind="permanent", retention_years=None)
    transaction.commit()
    keeper = client("hoangvanluu")
    said = keeper.get("skhcn/@archive-statistics").json()
    assert said["total"] >= 4
    for group, lines in said["groups"].items():
        assert sum(line["count"] for line in lines) == said["total"], group
        for line in lines:
            listed = keeper.get(line["list"].replace("/@@worklist", "/@worklist")).json()
            assert listed["items_total"] == line["count"], (group, line)
    narrowed = keeper.get("skhcn/@archive-statistics?year=2033").json()
    assert (narrowed["total"], [line["value"] for line in narrowed["groups"]["retention"]]) == (3, ["permanent"])
    assert client("leminhanh").get("skhcn/@archive-statistics").status_code in (401, 403)
    assert keeper.get("skhcn/@archive-statistics?year=sau").status_code == 400
