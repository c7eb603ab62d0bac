"""The bell, its panel, the page of notices, and ``@notices``."""

from given_tasks import Tasks
from qlvb.workflows.notices.interfaces import INotices
import transaction
from zope.component import getUtility


def test_the_bell_counts_and_the_page_lists(functional_province, letter, visitor, read):
    site = functional_province.absolute_url()
    anh = visitor("leminhanh")
    page = read(anh.get(f"{site}/@@notices"))
    assert page.xpath("string(//summary[contains(@class, 'qlvb-bell')]//*[@data-qlvb-unread])") == "2"
    assert "Thông báo chưa đọc: 2" in page.xpath("string(//summary[contains(@class, 'qlvb-bell')])")
    rows = page.xpath("//ul[contains(@class, 'qlvb-notices--page')]/li")
    assert [row.get("data-new") for row in rows] == ["1", "1"]
    assert not page.xpath("//script[contains(., 'alert')]") and not page.xpath("//img[@onerror]")
    assert "<script>alert(1)</script>" in rows[1].text_content()
    form = rows[0].xpath(".//form")[0]
    assert anh.post(form.action, data=dict(form.form_values())).status_code == 200
    page = read(anh.get(f"{site}/@@notices?show=unread"))
    assert len(page.xpath("//ul[contains(@class, 'qlvb-notices--page')]/li")) == 1
    form = next(form for form in page.forms if "mark-notices" in form.action and "id" not in form.fields)
    page = read(anh.post(form.action, data=dict(form.form_values())))
    assert "Anh/chị đã đọc hết thông báo." in page.text_content()


def test_empty(functional_province, visitor, read):
    page = read(visitor("tranduclong").get(f"{functional_province.absolute_url()}/@@notices"))
    assert "Chưa có thông báo nào." in page.text_content()
    assert page.xpath("//*[@data-qlvb-unread]")[0].get("hidden") == "hidden"


def test_marking_needs_the_token_of_a_form(functional_province, letter, visitor, client):
    visitor("leminhanh").post(f"{functional_province.absolute_url()}/@@mark-notices")
    assert client("leminhanh").get("@notices").json()["unread"] == 2


def test_opening_leads_to_the_record_and_reads(functional_province, letter, visitor, client):
    notice = next(one for one in client("leminhanh").get("@notices").json()["items"] if one["record"])
    address = f"{functional_province.absolute_url()}/@@open-notice?id={notice['id']}"
    answer = visitor("leminhanh").get(address, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (302, letter.absolute_url())
    assert client("leminhanh").get(f"@notices/{notice['id']}").json()["read"]
    answer = visitor("tranduclong").get(address, allow_redirects=False)
    assert answer.headers["Location"].endswith("/@@notices")


def test_nothing_is_said_of_what_may_not_be_viewed(functional_province, letter, visitor, client, read):
    """Vũ Hải Yến was told of a draft that is not hers to see."""
    data = client("vuhaiyen").get("@notices").json()
    (one,) = data["items"]
    assert (one["hidden"], one["text"], one["subject"], one["record"]) == (True, "", "", None)
    yen = visitor("vuhaiyen")
    for page in ("@@notices", "@@notices-panel", "@@notices-news"):
        text = yen.get(f"{functional_province.absolute_url()}/{page}").text
        assert "nâng cấp" not in text and "Trả lại:" not in text and letter.absolute_url() not in text
    address = f"{functional_province.absolute_url()}/@@open-notice?id={one['id']}"
    assert yen.get(address, allow_redirects=False).headers["Location"].endswith("/@@notices")


def test_what_is_not_new_is_not_sent_again(functional_province, letter, visitor, client):
    anh = visitor("leminhanh")
    news = f"{functional_province.absolute_url()}/@@notices-news"
    answer = anh.get(news)
    assert answer.json()["unread"] == 2 and answer.json()["newest"]["text"] == "Việc không kèm văn bản"
    again = anh.get(news, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    client("leminhanh").patch("@notices", json={"read": "all"})
    assert anh.get(news, headers={"If-None-Match": answer.headers["ETag"]}).json()["unread"] == 0


def test_rest_paging_and_mistakes(functional_province, letter, client):
    anh = client("leminhanh")
    first = anh.get("@notices?b_size=1").json()
    assert len(first["items"]) == 1
    second = anh.get(first["next"]).json()
    assert second["next"] is None and second["items"][0]["id"] < first["items"][0]["id"]
    for query in ("b_size=0", "b_size=101", "b_size=x", "b_size=٣"):
        assert anh.get(f"@notices?{query}").status_code == 400, query
    assert anh.get("@notices?before=x").status_code == 200
    assert anh.get("@notices/123").status_code == 404
    assert client("vuhaiyen").get(f"@notices/{first['items'][0]['id']}").status_code == 404
    for body in ({}, {"read": True}, {"read": [1]}, {"read": ["1"] * 501}, {"read": "all", "x": 1}, []):
        assert anh.patch("@notices", json=body).status_code == 400, body
    assert anh.patch("@notices/123", json={"read": True}).status_code == 404
    assert anh.patch("@notices", json={"read": ["123", "x"]}).json() == {"marked": 0, "unread": 2}
    assert client("leminhanh").get("@notices", auth=()).status_code == 401


def test_the_subject_is_said_once(functional_province, visitor, read, login_as):
    Tasks(login_as).give(subject="Rà soát phần mềm")
    transaction.commit()
    [row] = read(visitor("phamquochuy").get("@@notices")).xpath("//ul[contains(@class, 'qlvb-notices--page')]/li")
    words = " ".join(row.text_content().split())
    assert "Nguyễn Thị Thu Hà giao nhiệm vụ " in words and words.count("Rà soát phần mềm") == 2  # the heading, the name of the tick


def test_one_row_for_all_of_one_kind_about_one_record(functional_province, letter, visitor, client, read):
    """The newest speaks; read together with those before it, what comes later stays unread."""
    tell, site = getUtility(INotices).tell, functional_province.absolute_url()
    for time in range(3):
        tell(["leminhanh"], "returned", letter, f"Trả lại lần {time + 2}", once=str(time))
    transaction.commit()
    anh, rows = visitor("leminhanh"), "//ul[contains(@class, 'qlvb-notices--page')]/li"
    page = read(anh.get(f"{site}/@@notices"))
    first, other = page.xpath(rows)
    assert page.xpath("string(//*[@data-qlvb-unread])") == "5"
    assert "Trả lại lần 4" in first.xpath("string(.//a)") and "Trả lại lần 3" not in first.xpath("string(.//a)")
    assert "3 thông báo trước cùng loại" in " ".join(first.xpath("string(.//details/summary)").split())
    assert ["Trả lại lần 3" in first.text_content(), len(first.xpath(".//details//li"))] == [True, 3]
    rest = client("leminhanh")
    group, alone = rest.get("@notices?group=1").json()["items"]
    assert [one["text"] for one in (group, *group["earlier"])][:2] == ["Trả lại lần 4", "Trả lại lần 3"]
    assert (len(group["earlier"]), group["unread"], alone["earlier"]) == (3, True, [])
    follows = rest.get("@notices?group=1&unread=1&b_size=2").json()
    assert [len(follows["items"]), len(follows["items"][0]["earlier"])] == [1, 1]
    assert [len(one["earlier"]) for one in rest.get(follows["next"]).json()["items"]] == [0, 0]
    panel = read(anh.get(f"{site}/@@notices-panel")).xpath("//li")
    assert len(panel) == 2 and "và 3 lần trước" in " ".join(panel[0].text_content().split())
    tell(["leminhanh"], "returned", letter, "Trả lại lần 5", once="later")
    transaction.commit()
    form = first.xpath(".//form")[0]
    anh.post(form.action, data=dict(form.form_values()))
    assert [one["text"] for one in client("leminhanh").get("@notices?unread=1").json()["items"]] == [
        "Trả lại lần 5",
        "Việc không kèm văn bản",
    ]
    tell(["leminhanh"], "returned", letter, "Trả lại lần 6", once="last")
    transaction.commit()
    newest = rest.get("@notices?unread=1&group=1").json()["items"][0]
    assert rest.patch(newest["@id"], json={"read": "alike"}).json() == {"marked": 2, "unread": 1}
    assert rest.patch("@notices/1", json={"read": "alike"}).status_code == 404
    assert rest.patch("@notices", json={"read": "alike"}).status_code == 400
    assert not rest.get("@notices?group=1").json()["items"][0]["unread"]


def test_the_page_of_an_act_says_why_nobody_can_be_sent_a_message(letter, visitor, client, read):
    form = read(visitor("leminhanh").get(f"{letter.absolute_url()}/@@act/submit"))
    (field,) = form.xpath("//div[@data-field='send_sms']")
    assert field.xpath(".//input[@type='checkbox'][@disabled]") and "Cơ quan chưa đặt cổng tin nhắn" in field.text_content()
    submit = next(act for act in client("leminhanh").get(f"{letter.absolute_url()}/@acts").json()["items"] if act["id"] == "submit")
    assert "Cổng tin nhắn (SMS)" in submit["schema"]["properties"]["send_sms"]["closed"]
