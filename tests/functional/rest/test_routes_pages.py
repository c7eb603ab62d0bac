"""The page of docs/rest about review routes, and their screen."""

from html import unescape
from lxml import html
from qlvb.policy.testing import PASSWORD


STATIONS = [
    {"kind": "review", "who": "unit_leader", "unit": "drafting"},
    {"kind": "sign", "who": "signatory"},
]


def test_review_routes(client, write):
    show = write(
        "review-routes",
        "Review routes",
        "``@review-routes`` of an agency: who reviews, initials, appraises and signs which document types. The next person is proposed from it and "
        "can be changed with a reason. PUT replaces all routes by a new version; documents under way finish on the version they set out with.",
    )
    administrator = client("skhcnqtdv")
    show("Before there is any", administrator.get("skhcn/@review-routes"))
    body = {"version": 0, "items": [{"title": "Công văn", "document_types": ["official_letter"], "stations": STATIONS}]}
    show("A first version", administrator.put("skhcn/@review-routes", json=body))
    show("Somebody has changed them meanwhile", administrator.put("skhcn/@review-routes", json=body), 409)
    wrong = {"version": 1, "items": [{"title": "", "stations": [*reversed(STATIONS)]}]}
    show("Mistakes", administrator.put("skhcn/@review-routes", json=wrong), 400)
    assert client("leminhanh").get("skhcn/@review-routes").status_code in (401, 403)


def test_the_screen(client, request_factory):
    session = request_factory(basic_auth=("skhcnqtdv", PASSWORD), api=False)
    session.headers["Accept"] = "text/html"
    page = html.fromstring(session.get("skhcn/@@review-routes").text)
    form = {
        "_authenticator": page.xpath("//main//input[@name='_authenticator']/@value")[0],
        "version": "0",
        "routes": "1",
        "stations-0": "2",
        "title-0": "Quy trình chung",
        "kind-0-0": "review",
        "who-0-0": "unit_leader",
        "unit-0-0": "drafting",
        "kind-0-1": "sign",
        "who-0-1": "signatory",
    }
    answer = session.post("skhcn/@@review-routes", data=form)
    text = " ".join(html.fromstring(unescape(answer.text)).text_content().split())
    assert "Đã lưu quy trình, phiên bản 1. 0 văn bản đang xử lý vẫn theo phiên bản cũ." in text
    assert html.fromstring(answer.text).xpath("//input[@name='title-0']/@value") == ["Quy trình chung"]
    refused = session.post("skhcn/@@review-routes", data={**form, "version": "1", "kind-0-1": "review", "who-0-1": "leader"})
    assert refused.status_code == 400 and "Bước cuối cùng, và chỉ bước này, là ký." in unescape(refused.text)
