"""Every page that the shell draws, for every role, as a browser gets it."""

from lxml import html
from plone import api
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.policy.testing import PASSWORD
import re
import transaction
from zope.component import getUtility


PEOPLE = ("leminhanh", "phamquochuy", "nguyenthithuha", "vanthuskhcn", "hoangvanluu", "skhcnqtdv", "quantri")
PAGES = (
    "",
    "@@todo",
    "@@worklist?box=incoming.all",
    "@@worklist?box=outgoing.all",
    "@@worklist?box=incoming.unread&urgency=urgent&text=phan+mem&year=2026",
    "@@worklist?box=nothing.of.this.kind",
    "@@qlvb-search?q=nguyen",
    "@@qlvb-search",
    "skhcn/incoming",
    "skhcn/outgoing",
    "@@change-password",
    "no-such-page",
)
#: A message id that was never translated: words joined by underscores.
RAW_ID = re.compile(
    r"\b(?:shell|box|list|column|tile|tiles|home|filter|search|browse|section|error|signin|violation|label|heading)_[a-z_]+\b"
)


@pytest.fixture
def papers(functional_province, login_as):
    """Thirty incoming documents of Sở KH&CN that its clerk has to receive."""
    factory = getUtility(IDocumentFactory)
    for number in range(1, 31):
        data = {
            "subject": f"V/v góp ý dự thảo số {number}",
            "issuing_body": "Sở Nội vụ",
            "document_symbol": "SNV-VP",
            "original_number": str(number),
            "document_type": "official_letter",
            "urgency": "express" if number == 7 else "normal",
        }
        with login_as("vanthuskhcn"):
            factory.create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
    transaction.commit()


def page_of(answer):
    return html.fromstring(answer.text)


def text_of(page):
    for element in page.xpath("//script|//style"):
        element.drop_tree()
    return " ".join(page.text_content().split())


def test_every_page_for_every_role(visitor, papers, portal_url_of):
    for userid in PEOPLE:
        session = visitor(userid)
        for path in PAGES:
            answer = session.get(path)
            where = (userid, path)
            expected = {"@@worklist?box=nothing.of.this.kind": 400, "no-such-page": 404}.get(path, 200)
            assert (where, answer.status_code) == (where, expected)
            page = page_of(answer)
            assert (where, page.get("lang")) == (where, "vi")
            assert (where, len(page.xpath("//main"))) == (where, 1)
            assert (where, len(page.xpath("//h1"))) == (where, 1)
            assert (where, len(page.xpath("//*[@class='qlvb-top']"))) == (where, 1)
            assert not page.xpath("//*[@id='edit-zone' or @id='portal-toolbar']")
            hosts = {
                link.split("/")[2] for link in page.xpath("//@src|//link/@href|//@action") if link.startswith("http")
            }
            assert (where, hosts - {portal_url_of.split("/")[2]}) == (where, set())
            assert (where, RAW_ID.findall(text_of(page))) == (where, [])
            ids = page.xpath("//@id")
            assert (where, sorted({one for one in ids if ids.count(one) > 1})) == (where, [])


@pytest.mark.parametrize("userid", ["skhcnqtdv", "quantri"])
def test_every_entry_of_the_menu_of_an_administrator_leads_somewhere(visitor, functional_province, userid):
    browser = visitor(userid)
    home = html.fromstring(browser.get("").text)
    (remarks,) = home.xpath("//a[@title='Góp ý']/@href")
    assert "@@feedback" in remarks and browser.get(remarks).status_code == 200
    if userid == "quantri":
        entries = [" ".join(one.text_content().split()) for one in home.xpath("//details[@id='qlvb-group-administration']//summary")]
        assert "Nhật ký hệ thống" in entries
    links = home.xpath("//details[@id='qlvb-group-administration']//a/@href")
    assert len(links) > 12
    for address in links:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        page = html.fromstring(answer.text)
        assert not RAW_ID.findall(page.text_content()), address
        if "@@overview-controlpanel" not in address and "@@usergroup" not in address:
            (heading,) = page.xpath("//h1")
            assert heading.text_content().strip(), address


def test_phrases_are_kept_and_removed_on_their_page(visitor, functional_province):
    browser = visitor("skhcnqtdv")

    def send(**data):
        shown = html.fromstring(browser.get("@@phrases").text)
        token = shown.xpath("//form[contains(@action, '@@phrases')]//input[@name='_authenticator']/@value")[0]
        return html.fromstring(browser.post("@@phrases", data={"_authenticator": token, **data}).text)

    assert "Mẫu ý kiến dài từ 1 đến 1000 ký tự." in send(text=" ").text_content()
    kept = send(text="Đề nghị  phòng CNTT kiểm tra.", owner="")
    assert "Đề nghị phòng CNTT kiểm tra." in kept.text_content() and "Riêng tôi" in kept.text_content()
    assert "Mẫu ý kiến dùng chung do" in send(text="Của cả Sở.", owner="skhcn").text_content()
    (phrase,) = kept.xpath("//button[@name='remove']/@value")
    assert "Chưa có mẫu ý kiến nào" in send(remove=phrase).text_content()


def test_an_act_that_there_is_not_is_a_calm_page(visitor, papers):
    brain = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="IncomingDocument")[0]
    for path in ("@@act/nothing", "@@act", "@@act/accept/more"):
        answer = visitor("vanthuskhcn").get(f"{brain.getURL()}/{path}")
        assert (path, answer.status_code) == (path, 404)
        assert "Không có trang này" in text_of(page_of(answer)) and page_of(answer).xpath("//*[@class='qlvb-top']")


@pytest.fixture
def portal_url_of(functional_province):
    return functional_province.absolute_url()


def test_images_and_controls_have_names(visitor, papers):
    session = visitor("vanthuskhcn")
    for path in ("", "@@worklist?box=incoming.waiting"):
        page = page_of(session.get(path))
        for control in page.xpath("//a|//button|//summary"):
            name = " ".join(control.text_content().split()) or control.get("aria-label") or control.get("title")
            assert name, html.tostring(control)
        labelled = set(page.xpath("//label/@for")) | {None}
        for field in page.xpath("//input[not(@type='hidden')]|//select"):
            inside = field.xpath("ancestor::label")
            assert inside or field.get("aria-labelledby") or (field.get("id") in labelled and field.get("id")), (
                html.tostring(field)
            )
        for mark in page.xpath("//svg|//*[local-name()='svg']"):
            assert mark.get("aria-hidden") == "true"


def test_counts_are_the_lengths_of_the_lists(visitor, papers):
    session = visitor("vanthuskhcn")
    page = page_of(session.get(""))
    places = page.xpath("//*[@id='qlvb-side']//li/a[*[@class='qlvb-count']]")
    assert len(places) > 15
    for place in places:
        count = int(place.xpath("*[@class='qlvb-count']")[0].text_content().strip("()"))
        there = page_of(session.get(place.get("href")))
        found = there.xpath("//*[@class='qlvb-listfoot']/p[1]")
        shown = int(re.search(r"[\d.]+", found[0].text_content())[0].replace(".", "")) if found else 0
        assert (place.get("href"), shown) == (place.get("href"), count)


def test_tiles_filter_the_list_of_the_home_page(visitor, papers):
    session = visitor("vanthuskhcn")
    home = page_of(session.get(""))
    tile = next(
        tile for tile in home.xpath("//a[contains(@class, 'qlvb-tile')]") if "Chờ tiếp nhận" in tile.text_content()
    )
    assert tile.xpath("b")[0].text_content() == "30"
    narrowed = page_of(session.get(tile.get("href")))
    assert len(narrowed.xpath("//table//tbody/tr")) == 25
    assert "Tìm thấy 30 kết quả trên 2 trang" in text_of(narrowed)
    assert len(narrowed.xpath("//tr[@data-incoming]")) == 25
    assert narrowed.xpath("//button[@data-qlvb-bulk='reply']/@data-url")[0].endswith("/skhcn/@@add-outgoing")
    current = narrowed.xpath("//a[contains(@class, 'qlvb-tile') and @aria-current]")
    assert ["Chờ tiếp nhận" in one.text_content() for one in current] == [True]
    assert current[0].get("href").rstrip("/") == session.get("").url.rstrip("/")


def test_state_of_a_list_is_its_address(visitor, papers):
    session = visitor("vanthuskhcn")
    answer = session.get("@@worklist?box=incoming.waiting&text=gop+y&sort_on=-reference")
    page = page_of(answer)
    assert page.xpath("//input[@id='f-text']/@value") == ["gop y"]
    assert page.xpath("//th[@aria-sort]/@data-column") == ["reference"]
    chip = page.xpath("//a[@class='qlvb-filter']")[0]
    assert "Từ khóa: gop y" in " ".join(chip.text_content().split())
    without = page_of(session.get(chip.get("href")))
    assert without.xpath("//a[@class='qlvb-filter']") == []
    assert without.xpath("//th[@aria-sort]/@data-column") == ["reference"]
    second = page_of(session.get(page.xpath("//a[@rel='next']/@href")[0]))
    assert len(second.xpath("//table//tbody/tr")) == 5
    assert second.xpath("//input[@id='f-text']/@value") == ["gop y"]


def test_an_empty_list_says_so_and_offers_a_way(visitor):
    page = page_of(visitor("leminhanh").get("@@worklist?box=outgoing.drafts"))
    empty = page.xpath("//*[contains(@class, 'qlvb-empty')]")[0]
    assert len(empty.xpath(".//p")) == 1
    assert [link.get("href") for link in empty.xpath(".//a")][0].endswith("/skhcn/@@add-outgoing")


def test_years_and_months_lead_to_the_documents(visitor, papers):
    session = visitor("vanthuskhcn")
    section = page_of(session.get("skhcn/incoming"))
    month = section.xpath("//a[@class='qlvb-tile']")[0]
    assert month.xpath("b")[0].text_content() == "30"
    page = page_of(session.get(month.get("href")))
    assert "Tìm thấy 30 kết quả" in text_of(page)


def test_people_of_other_agencies_see_no_rows(visitor, papers):
    session = visitor("vuhaiyen")
    assert "góp ý dự thảo" not in text_of(page_of(session.get("@@worklist?box=incoming.all")))
    assert "góp ý dự thảo" not in text_of(page_of(session.get("@@qlvb-search?q=gop+y")))


def test_anonymous_is_asked_to_sign_in(visitor):
    session = visitor()
    for path in ("", "@@worklist?box=incoming.all", "@@qlvb-search?q=a"):
        answer = session.get(path)
        assert "/login" in answer.url, path
    page = page_of(session.get("login"))
    assert page.xpath("//input[@name='__ac_password']/@autocomplete") == ["current-password"]
    assert PASSWORD not in text_of(page)
    assert "CHỨC NĂNG" not in text_of(page)


def test_sign_in_page_of_a_demonstration_site_says_the_password(visitor, functional_province):
    api.portal.set_registry_record("qlvb.demonstration", True)
    transaction.commit()
    assert PASSWORD in text_of(page_of(visitor().get("login")))


def test_signing_in_and_out(visitor):
    session = visitor()
    wrong = session.post("login", data={"__ac_name": "leminhanh", "__ac_password": "x", "buttons.login": "1"})
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in text_of(page_of(wrong))
    right = session.post("login", data={"__ac_name": "leminhanh", "__ac_password": PASSWORD, "buttons.login": "1"})
    assert "Lê Minh Anh" in text_of(page_of(right))
    session.get("@@logout")
    assert "/login" in session.get("").url


def test_english(visitor, papers):
    session = visitor("vanthuskhcn")
    session.get("@@qlvb-switch-language?set_language=en")
    page = page_of(session.get("@@worklist?box=incoming.waiting"))
    assert page.get("lang") == "en"
    words = text_of(page)
    assert "FUNCTIONS" in words and "Incoming documents" in words and "30 results on 2 pages" in words
    assert "Văn bản" not in words and "Trạng thái" not in words


def test_static_files_may_be_kept_for_a_year(visitor):
    session = visitor()
    page = page_of(session.get("login"))
    for link in page.xpath("//link[@rel='stylesheet']/@href|//script/@src"):
        answer = session.get(link)
        assert answer.status_code == 200, link
        assert "max-age=31536000" in answer.headers["Cache-Control"], link
    assert "immutable" not in session.get("login").headers.get("Cache-Control", "")


def test_switching_agency_changes_only_the_choice_of_ones_own(visitor, portal_url_of):
    session = visitor("leminhanh")
    token = page_of(session.get("@@change-password")).xpath("//input[@name='_authenticator']/@value")[0]
    session.post("@@qlvb-switch-agency", data={"agency": "snv", "_authenticator": token})
    assert "qlvb_agency" not in session.cookies
    session.post("@@qlvb-switch-agency", data={"agency": "skhcn", "_authenticator": token})
    assert session.cookies["qlvb_agency"].strip('"') == "skhcn"


def test_what_is_not_allowed_says_whom_to_ask(visitor):
    session = visitor()
    session.post("login", data={"__ac_name": "leminhanh", "__ac_password": PASSWORD, "buttons.login": "1"})
    answer = session.get("@@overview-controlpanel")
    assert answer.status_code == 403
    words = text_of(page_of(answer))
    assert "không có quyền xem trang này" in words and "văn thư" in words


def test_clients_get_errors_as_json(visitor):
    session = visitor("leminhanh")
    session.headers["Accept"] = "application/json"
    answer = session.get("@@no-such-page")
    assert answer.status_code == 404
    assert answer.json()


def test_box_of_a_person_over_rest(visitor, papers):
    session = visitor("vanthuskhcn")
    session.headers["Accept"] = "application/json"
    boxes = {box["id"]: box for box in session.get("@worklist").json()["items"]}
    assert boxes["incoming.waiting"]["count"] == 30
    assert boxes["incoming.waiting"]["title"] == "Văn bản chờ tiếp nhận"
    page = session.get("@worklist?box=incoming.waiting&b_size=20&b_start=20&sort_on=subject").json()
    assert (page["items_total"], len(page["items"])) == (30, 10)
    assert "next" not in page["batching"] and "prev" in page["batching"]
    assert page["items"][0]["@type"] == "IncomingDocument"
    urgent = session.get("@worklist?box=incoming.waiting&urgency=express&urgency=urgent").json()
    assert [row["subject"] for row in urgent["items"]] == ["V/v góp ý dự thảo số 7"]
    for bad in ("box=nothing", "box=todo&b_size=0", "box=todo&b_start=x", "box=todo&colour=red"):
        answer = session.get(f"@worklist?{bad}")
        assert answer.status_code == 400, bad
        assert answer.json()["error"]["violations"][0]["message"], bad


def test_what_a_manage_screen_refuses_is_no_failure_of_the_system(visitor):
    """Zope says why in a sentence, which was lost behind the page of a system error."""
    session = visitor("quantri")
    answer = session.post("manage_addProperty", data={"id": "title", "value": "x", "type": "string"}, headers={"Accept": "text/html"})
    assert answer.status_code == 400
    words = text_of(page_of(answer))
    assert "Invalid or duplicate property id" in words and "lỗi hệ thống" not in words.lower()
