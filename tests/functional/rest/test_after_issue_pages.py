"""Pages of docs/rest about what happens to a document after its issue: publication, recall."""

from datetime import timedelta
from documentation.examples import FIELDS
from live.story import LETTER
from live.story import upload
import pytest
from qlvb.content.clock import today
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


REASON = "Công văn gửi nhầm nội dung"


def do(client, record, act, data=None):
    return client.post(f"{record}/@acts/{act}", json=data or {})


def work():
    """Let the worker's jobs run."""
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()


@pytest.fixture
def issued(client):
    def make(subject):
        body = {**FIELDS, "subject": subject, "recipients": [{"name": "Sở Nội vụ", "agency": "snv"}]}
        body["files"] = [upload("main", "cong-van.pdf", LETTER.read_bytes())]
        letter = client("leminhanh").post("skhcn/@documents", json=body).json()["@id"]
        acts = (("leminhanh", "submit", {"receiver": "nguyenthithuha"}), ("nguyenthithuha", "sign", {}))
        for who, act, data in (*acts, ("vanthuskhcn", "number_and_seal", {}), ("vanthuskhcn", "issue", {})):
            answer = do(client(who), letter, act, data)
            assert answer.status_code == 200, (act, answer.text)
        work()
        return letter

    return make


def test_publication(client, write, issued):
    show = write(
        "publication",
        "Steering documents shown to the public",
        "``publish`` shows an issued document until the end of a day, to everybody or to people with an account; ``unpublish`` takes it down at once. "
        "``GET @published`` of the site needs no account and gives what is public now.",
    )
    clerk, letter = client("vanthuskhcn"), issued("V/v công khai kế hoạch chuyển đổi số")
    until = (today() + timedelta(days=30)).isoformat()
    show("Publish", do(clerk, letter, "publish", {"scope": "public", "until": until}))
    past = {"scope": "public", "until": (today() - timedelta(days=1)).isoformat()}
    show("What is published now", clerk.get("@published"))
    show("Take it down", do(clerk, letter, "unpublish"))
    show("A day that has passed", do(clerk, letter, "publish", past), 400)
    show("Not everybody publishes", do(client("leminhanh"), letter, "publish", {"until": until}), 403)
    assert letter not in str(clerk.get("@published").json())


def test_recall(client, write, issued):
    show = write(
        "recall",
        "Recalled, replaced, updated after the issue",
        "The clerk asks the signer (acts ``recall``, ``replace``, ``update``), naming the document that says so; the signer decides "
        "(``approve_change``, ``reject_change``). Then every recipient is asked: agencies of the site answer with ``agree_recall`` or "
        "``refuse_recall``, for others the clerk notes the answer (``note_recall_answer``). See NĐ 30/2020 Điều 18.",
    )
    clerk, signer, theirs = client("vanthuskhcn"), client("nguyenthithuha"), client("vanthusnv")
    wrong, recalling = issued("V/v cử người dự tập huấn"), issued("V/v thu hồi công văn cử người dự tập huấn")
    successor = clerk.get(recalling).json()["UID"]
    body = {"successor": successor, "reason": REASON}
    show("The clerk asks", do(clerk, wrong, "recall", body))
    show("One wish at a time", do(clerk, wrong, "replace", body), 409)
    show("Only the signer decides", do(clerk, wrong, "approve_change"), 403)
    show("The signer agrees", do(signer, wrong, "approve_change", {"comment": "Đồng ý."}))
    work()
    show("Every recipient is asked", clerk.get(f"{wrong}/@deliveries"))
    waiting = theirs.get("@worklist", params={"box": "incoming.to_recall"}).json()["items"]
    (copy,) = [item["@id"] for item in waiting]
    show("The other agency consents", do(theirs, copy, "agree_recall", {"reason": "Đã dừng xử lý văn bản."}))
    work()
    show("Consent comes back", clerk.get(f"{wrong}/@deliveries"))
    show("Nothing is asked any more", do(theirs, copy, "refuse_recall", {"reason": "Đang thi hành văn bản"}), 409)
