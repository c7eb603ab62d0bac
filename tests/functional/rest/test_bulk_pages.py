"""The page of docs/rest about acts on many records."""

from documentation.examples import FIELDS
from html import unescape
from live.story import LETTER
from live.story import upload
from lxml import html
from plone.app.uuid.utils import uuidToObject
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


def make(client, count):
    body = {**FIELDS, "recipients": [{"name": "Sở Nội vụ", "agency": "snv"}]}
    body["files"] = [upload("main", "cong-van.pdf", LETTER.read_bytes())]
    made = [client("leminhanh").post("skhcn/@documents", json=body) for _number in range(count)]
    assert all(answer.status_code == 201 for answer in made), made[0].text
    return [(answer.json()["@id"], answer.json()["UID"]) for answer in made]


def test_bulk(client, write):
    show = write(
        "bulk",
        "Acts on many records",
        "``POST @bulk`` of the site does one act to up to 50 records, each in a transaction of its own: what is refused for one keeps none of the "
        "others back. ``data`` is the input for all; what it leaves out is what the form of each would propose. With an Idempotency-Key a repeated "
        "request does nothing twice. Signatures are ordered: the worker gives them one after another, ``@signing-queue`` says how far each is, "
        "and what failed stays in the box ``signing.failed`` until ``sign_again``. ``GET @bulk?items=…`` says which acts apply to a selection. "
        "With ``list`` and ``filters`` in place of ``items`` the worker does the act to all that the list shows, up to 50 000; ``@bulk/<id>`` says how far it is.",
    )
    drafts = make(client, 3)
    for url, _uid in drafts[:2]:
        assert client("leminhanh").post(f"{url}/@acts/submit", json={"receiver": "phamquochuy"}).status_code == 200
    uids = [uid for _url, uid in drafts]
    leader = client("phamquochuy")
    offered = show("What applies", leader.get(f"@bulk?items={','.join(uids)}"))
    assert [one["act"] for one in offered["items"]][0] == "fast_approve"
    body = {"act": "fast_approve", "items": [*uids, "0" * 32]}
    first = show("Approve what can be approved", leader.post("@bulk", json=body, headers={"Idempotency-Key": "b1"}))
    assert (first["done"], first["refused"]) == (2, 2)
    assert [one["status"] for one in first["items"]] == [200, 200, 404, 404]
    other = leader.post("@bulk", json={"act": "send_back", "items": uids[:1]}).json()["items"][0]
    assert (other["status"], other["violations"][0]["code"]) == (404, "unknown_act")
    assert "send_back" not in other["violations"][0]["message"]
    again = leader.post("@bulk", json=body, headers={"Idempotency-Key": "b1"}).json()
    assert again["items"][:2] == first["items"][:2]
    states = [client("leminhanh").get(f"{url}/@acts").json()["state"]["id"] for url, _uid in drafts]
    assert states == ["to_sign", "to_sign", "draft"]
    signed = show(
        "Sign in one go: the worker does it",
        client("nguyenthithuha").post("@bulk", json={"act": "fast_approve", "items": uids}),
    )
    assert (signed["done"], signed["refused"]) == (2, 1)
    director = client("nguyenthithuha")
    waiting = show("How far they are", director.get(f"@signing-queue?items={','.join(uids)}"))
    assert [one["signing"] for one in waiting["items"]] == ["queued", "queued", "none"]
    assert director.get("@worklist?box=signing.running").json()["items_total"] == 2
    getUtility(IRunner).run_pending()
    ended = show("When the worker has signed", director.get(f"@signing-queue?items={uids[0]}"))
    assert (ended["items"][0]["signing"], ended["items"][0]["state"]) == ("done", "to_issue")
    late = show("Somebody was faster", leader.post("@bulk", json={"act": "fast_approve", "items": uids[:2]}))
    assert [one["status"] for one in late["items"]] == [409, 409]
    show("Nothing chosen", leader.post("@bulk", json={"act": "fast_approve", "items": []}), 400)
    show("Too many", leader.post("@bulk", json={"act": "approve", "items": [f"{n}" for n in range(51)]}), 400)
    show("No act", leader.post("@bulk", json={"items": uids}), 400)
    assert client("leminhanh").post(f"{drafts[2][0]}/@acts/submit", json={"receiver": "phamquochuy"}).status_code == 200
    whole = {"act": "fast_approve", "list": "outgoing.to_review", "filters": {"document_type": "official_letter"}}
    run = show("To all that a list shows: the worker does it", leader.post("@bulk", json=whole, headers={"Idempotency-Key": "w1"}), 202)
    assert (run["state"], run["total"]) == ("queued", 1)
    assert leader.post("@bulk", json=whole, headers={"Idempotency-Key": "w1"}).json()["id"] == run["id"]
    getUtility(IRunner).run_pending()
    done = show("How far it is", leader.get(f"@bulk/{run['id']}"))
    assert (done["state"], done["changed"], done["refused"]) == ("done", 1, 0)
    show("Nothing is left", leader.post("@bulk", json=whole), 400)
    show("No such list", leader.post("@bulk", json={**whole, "list": "khong.co"}), 400)
    show("No such filter", leader.post("@bulk", json={**whole, "filters": {"mau": "do"}}), 400)
    assert client("nguyenthithuha").get(f"@bulk/{run['id']}").status_code == 404


def test_issuing_many_at_once_keeps_none_back_for_one_that_is_refused(client):
    drafts = make(client, 3)
    director, clerk = client("nguyenthithuha"), client("vanthuskhcn")
    for url, _uid in drafts:
        assert client("leminhanh").post(f"{url}/@acts/submit", json={"receiver": "nguyenthithuha"}).status_code == 200
        assert director.post(f"{url}/@acts/sign", json={}).status_code == 200
    transaction.begin()
    uuidToObject(drafts[1][1], unrestricted=True).recipients = []
    transaction.commit()
    body = {"act": "issue_at_once", "items": [uid for _url, uid in drafts]}
    answer = clerk.post("@bulk", json=body, headers={"Idempotency-Key": "i1"}).json()
    assert [one["status"] for one in answer["items"]] == [200, 400, 200] and (answer["done"], answer["refused"]) == (2, 1)
    again = clerk.post("@bulk", json=body, headers={"Idempotency-Key": "i1"}).json()
    assert [one["status"] for one in again["items"]] == [200, 400, 200]
    transaction.begin()
    numbers = [uuidToObject(uid, unrestricted=True).document_number for _url, uid in drafts]
    assert numbers == [1, None, 2]
    states = [clerk.get(f"{url}/@acts").json()["state"]["id"] for url, _uid in drafts]
    assert states == ["issued", "to_issue", "issued"]
    assert {one["field"] for one in answer["items"][1]["violations"]} == {"recipients"}


def test_a_signature_that_fails_at_once_is_kept_and_given_again(client, draft, monkeypatch, keys, tmp_path):
    assert client("leminhanh").post(f"{draft}/@acts/submit", json={"receiver": "nguyenthithuha"}).status_code == 200
    director = client("nguyenthithuha")
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    assert director.post(f"{draft}/@acts/sign", json={}).status_code == 409
    [row] = director.get("@worklist?box=signing.failed").json()["items"]
    assert row["@id"] == draft
    uid = director.get(draft).json()["UID"]
    [item] = director.get(f"@signing-queue?items={uid}").json()["items"]
    assert item["signing"] == "failed" and "chứng thư số" in item["cause"] and "Ký lại" in item["next"]
    assert director.post(f"{draft}/@acts/sign_again").status_code == 409
    monkeypatch.setenv("QLVB_KEYS", str(keys))
    assert director.post(f"{draft}/@acts/sign_again").json()["signing"] == "queued"
    getUtility(IRunner).run_pending()
    assert director.get("@worklist?box=signing.failed").json()["items"] == []
    assert director.get(f"{draft}/@acts").json()["state"]["id"] == "to_issue"
    assert director.post(f"{draft}/@acts/sign", json={"capacity": "nothing"}).status_code in (400, 409)


def test_layout_check(client, write, draft):
    show = write(
        "layout-check",
        "Check of form",
        "``@layout-check`` of an outgoing document gives the checklist of the decree's layout rules for the newest version of its main file, ticked "
        "by the program: a job looks at every version when it arrives. The appraiser passes it with the act ``pass_appraisal``; faults that stay "
        "are named in ``accepted`` (ids) with a ``reason``. ``fix_layout`` mends a docx in a new version.",
    )
    assert show("Before the job has run", client("leminhanh").get(f"{draft}/@layout-check"))["state"] == "pending"


def test_the_page_of_a_selection(client, functional_province, request_factory):
    drafts = make(client, 2)
    assert client("leminhanh").post(f"{drafts[0][0]}/@acts/submit", json={"receiver": "phamquochuy"}).status_code == 200
    uids = ",".join(uid for _url, uid in drafts)
    session = request_factory(basic_auth=("phamquochuy", PASSWORD), api=False)
    session.headers["Accept"] = "text/html"
    page = session.get(f"@@bulk?uids={uids}&act=fast_approve")
    token = html.fromstring(page.text).xpath("//main//input[@name='_authenticator']/@value")[0]
    answer = session.post("@@bulk", data={"uids": uids, "act": "fast_approve", "_authenticator": token, "key": "k1"})
    text = unescape(answer.text)
    assert "Đã thực hiện: 1" in " ".join(html.fromstring(text).text_content().split())
    assert "Không có mục này, hoặc anh/chị không được xem." in text
    assert "Mục thứ 2 trong các mục đã chọn" in text and f">{drafts[1][1]}<" not in text


def back(page):
    """Where "Trở về" of the page of a selection leads."""
    return html.fromstring(page.text).xpath("//main//a[normalize-space()='Trở về']/@href")[-1]


def test_the_page_of_a_whole_list(client, functional_province, request_factory):
    drafts = make(client, 3)
    for url, _uid in drafts[:2]:
        assert client("leminhanh").post(f"{url}/@acts/submit", json={"receiver": "phamquochuy"}).status_code == 200
    session = request_factory(basic_auth=("phamquochuy", PASSWORD), api=False)
    session.headers["Accept"] = "text/html"
    asked = {"box": "outgoing.to_review", "document_type": "official_letter"}
    mine = f"{functional_province.absolute_url()}/@@worklist?box=outgoing.to_review&document_type=official_letter"
    page = session.get("@@bulk", params={**asked, "act": "fast_approve"}, headers={"Referer": mine})
    assert back(page) == mine and back(session.get("@@bulk", params={**asked, "back": "https://evil.test/"})).endswith("/@@todo")
    assert "Cả danh sách: 2 mục" in " ".join(html.fromstring(page.text).text_content().split())
    form = dict(html.fromstring(page.text).xpath("//main//form")[-1].form_values())
    assert {name: form[name] for name in asked} == asked
    trial = session.post("@@bulk", data={**form, "try": "1"})
    answer = session.post("@@bulk", data=form)
    assert back(answer) == mine
    assert "@@bulk?run=" in answer.url and "Đã xử lý 0/2 mục" in " ".join(html.fromstring(answer.text).text_content().split())
    getUtility(IRunner).run_pending()
    tried, done = (unescape(session.get(one.url).text) for one in (trial, answer))
    assert "KẾT QUẢ CHẠY THỬ" in tried and "Đã thực hiện: 2" in tried
    assert "KẾT QUẢ CHẠY THỬ" not in done and "Đã thực hiện: 2" in done
    states = [client("leminhanh").get(f"{url}/@acts").json()["state"]["id"] for url, _uid in drafts]
    assert states == ["to_sign", "to_sign", "draft"]
    assert session.get("@@bulk", params=asked).status_code == 400
    assert session.get("@@bulk", params={"run": "khong-co"}).status_code == 404
