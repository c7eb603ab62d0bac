"""The page of docs/rest about the one-stop system, which plays its part over HTTP both ways."""

from onestop_story import ACCOUNT
from onestop_story import CASE
from onestop_story import draft_file
from onestop_story import submission
from onestop_system import OneStopSystem
from outgoing_story import pdf
from province_system import TOKEN
import pytest
from qlvb.content.lookup import find_record
from qlvb.content.organisation.accounts import create_person
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


LEADER, CLERK = "nguyenthithuha", "vanthuskhcn"


@pytest.fixture
def onestop_system(site):
    """The one-stop system, a server of its own, and its account here."""
    system = OneStopSystem()
    create_person(ACCOUNT, "Hệ thống một cửa điện tử", password=PASSWORD)
    transaction.commit()
    yield system
    system.stop()


def send_events():
    """What the worker does."""
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()


def path_of(uid):
    """str: where the document of a submission is, below the site."""
    transaction.begin()
    return "/".join(find_record(uid).getPhysicalPath()[2:])


def test_onestop(client, write, onestop_system):
    show = write(
        "onestop",
        "The one-stop system",
        "``/api/onestop/v1/units``, ``…/submissions``, ``…/results``, ``…/files`` and what is below them are the contract's addresses of "
        "``@onestop-units``, ``@onestop-submissions``, ``@onestop-results`` and ``@onestop-files``; ``GET …/health`` says that the site is there. "
        "Requests send ``Accept: application/json``.\n\n"
        "The province's one-stop system submits drafts with the account that the administrator has named (``@onestop-link``); no other account may, and it "
        "sees the linked units alone. ``POST @onestop-submissions`` needs an ``Idempotency-Key``; the same key and body again give the same answer with "
        "``Idempotent-Replay: true``. Files come as ``base64``, or were sent before (``POST …/files``) and are named by their ``fileId``; at most 25 MB each and 100 MB together. A submission becomes an outgoing document that waits "
        "for its signer.\n\n"
        "Events go by the worker to ``<address>/events`` or the submission's ``callbackUrl`` on the same server (``POST``, ``Authorization: Bearer <token>``, "
        "``Idempotency-Key``, ``X-Event-Id``, ``X-Event-Type``), in their order, one at a time: ``submission.accepted``, ``submission.signed`` (04), "
        "``result.issued`` (01), ``result.signed_only`` (02: signed, without number and date, where the administrator has said so of the unit), "
        "``result.returned`` (03; also when the submitter takes it back), ``submission.cancelled``. 200, 201 and 202 with a JSON object take them, 409 says that it was taken "
        "before; 400, 410, 413 and 422 refuse for good (``message`` is shown to people); after anything else it is tried again, for about three days. "
        "Files are fetched by their ``url``, or stand inside as ``base64`` when the administrator has said so. Whoever cannot be called asks "
        "``@onestop-results`` and acknowledges. ``GET <address>/health`` is asked by the try-out of the connection.\n\n"
        "A site may be linked with several one-stop systems, each with an account, units and ids of its own: ``PUT @onestop-link`` with settings and a "
        "``title`` adds one, ``@onestop-link/2`` is its address. ``DELETE`` unlinks one for which nothing waits; its log stays.\n\n"
        "The administrator gives the account a key (``POST @onestop-keys``); ``POST /api/onestop/v1/token`` gives a token for half an hour for it (OAuth 2, "
        "``grant_type=client_credentials``, the account as ``client_id``, the key as ``client_secret``, in the body or as ``Basic``; RFC 6749 4.4, errors by 5.2). "
        "A new key works at once, the ones before it for the hours that ``overlap`` says. With a key events carry ``X-Signature`` as well: HMAC-SHA256 (hex) with the newest "
        "key (``X-Signature-Key``) over four lines: method, path with query, ``X-Signature-Time`` (seconds since 1970), SHA-256 of the body (hex); refuse what is older "
        "than five minutes. Calls to the site may be signed alike with any key that works: the same lines and a fifth, ``X-Signature-Nonce`` "
        "(16 to 64 letters and digits, another one each time), beside the token; path and query are those of the address as it is called. Signed calls are "
        "good once, within five minutes, else 401 (``UNAUTHENTICATED``; ``violations`` says why: ``signature_late``, ``signature_key``, ``signature_wrong``, "
        "``signature_repeated``, ``signature_incomplete``); with ``signed`` those without get 401 ``signature_required``.\n\n"
        "``limit`` requests a minute are answered, more get 429 (``RATE_LIMIT``) with ``Retry-After`` in seconds; with ``networks`` calls from elsewhere get 403.\n\n"
        "A refusal carries the contract's ``code``, ``details`` and ``requestId`` (of ``X-Request-Id``).",
    )
    administrator, onestop, leader, clerk = client("quantri"), client(ACCOUNT), client(LEADER), client(CLERK)
    settings = {"enabled": True, "address": onestop_system.address, "account": ACCOUNT, "token": TOKEN, "units": ["skhcn"]}
    settings["hosts"] = ["tep.motcua.sonhai.example"]
    shown = show("Settings", administrator.patch("@onestop-link", json=settings))
    assert TOKEN not in str(shown)
    assert leader.patch("@onestop-link", json=settings).status_code in (401, 403)
    made = administrator.post("@onestop-keys", json={"overlap": 72})
    show("Make a key", made, 201)
    key = made.json()
    show("The keys", administrator.get("@onestop-keys"))
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    asked = {"data": {"grant_type": "client_credentials"}, "auth": (ACCOUNT, key["secret"]), "headers": form}
    token = onestop.post("api/onestop/v1/token", **asked)
    assert token.status_code == 200, token.text
    assert (token.json()["token_type"], token.json()["expires_in"]) == ("Bearer", 1800)
    assert administrator.delete(f"@onestop-keys/{key['id']}").status_code == 204
    show("The linked units", onestop.get("api/onestop/v1/units"))
    assert onestop.get("api/onestop/v1/health").json() == {"status": "ok"}
    assert leader.get("api/onestop/v1/units").status_code in (401, 403)
    unknown = onestop.get("api/onestop/v1/elsewhere")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "NOT_FOUND")
    assert onestop.get("api/onestop/v2/units").status_code == onestop.post("api/onestop", json={}).status_code == 404
    show("Who may be named as signer", onestop.get("api/onestop/v1/units/H99.12/users", params={"role": "signer"}))

    component = {"name": "don-de-nghi.pdf", "url": "https://tep.motcua.sonhai.example/tep/1?key=a", "size": 12345}
    body, key = submission(components=[component]), {"Idempotency-Key": "0c7a0f3e-1"}
    assert leader.post("@onestop-submissions", json=body, headers=key).status_code in (401, 403)
    made = show("Submit a draft", onestop.post("api/onestop/v1/submissions", json=body, headers=key), 201)
    again = onestop.post("@onestop-submissions", json=body, headers=key)
    assert (again.status_code, again.json()["id"], again.headers["Idempotent-Replay"]) == (201, made["id"], "true")
    other = onestop.post("@onestop-submissions", json=submission(caseTitle="Khác"), headers=key)
    assert (other.status_code, other.json()["error"]["code"]) == (409, "IDEMPOTENCY_CONFLICT")
    twice = onestop.post("@onestop-submissions", json=body, headers={"Idempotency-Key": "0c7a0f3e-2"})
    assert twice.json()["error"]["code"] == "DUPLICATE_SUBMISSION"
    headers = {"Idempotency-Key": "0c7a0f3e-3", "X-Request-Id": "r-17"}
    still = onestop.post("@onestop-submissions", json=submission(externalId="2"), headers=headers)
    show("The dossier is open here", still, 409)
    assert still.headers["X-Request-Id"] == still.json()["error"]["requestId"] == "r-17"
    wrong = submission(externalId="3", caseCode="H99-3", draft__files=[draft_file(sha256="0" * 64)])
    show("A checksum that does not fit", onestop.post("@onestop-submissions", json=wrong, headers={"Idempotency-Key": "4"}), 422)
    assert onestop.post("@onestop-submissions", json=body).json()["error"]["code"] == "MALFORMED"

    later = {"components": [{**component, "name": "giay-phep.pdf"}]}
    show("Add components", onestop.post(f"@onestop-submissions/{made['id']}/components", json=later))
    document = path_of(made["id"])
    counted = leader.get("@worklist", params={"box": "outgoing.onestop_to_sign"}).json()
    assert counted["items_total"] == 1
    assert onestop.get(document).status_code in (401, 403)  # it sees what its services say, and nothing else
    assert leader.post(f"{document}/@acts/sign", json={"capacity": "direct"}).status_code == 200
    assert clerk.post(f"{document}/@acts/number_and_seal", json={}).status_code == 200
    delivered = clerk.post(f"{document}/@acts/transfer_dvc", json={})
    assert (delivered.status_code, delivered.json()["state"]) == (200, "issued")

    pending = show("Results that wait", onestop.get("@onestop-results", params={"unit": "H99.12"}))["items"]
    package = show("A result", onestop.get(f"@onestop-results/{pending[0]['packageId']}"))
    assert package["echo"] == body["echo"]
    (file,) = package["document"]["files"]
    fetched = onestop.get(f"@onestop-results/{package['packageId']}/files/{file['fileId']}")
    assert fetched.content.startswith(b"%PDF") and fetched.headers["Content-Type"] == "application/pdf"
    assert onestop.get(f"@onestop-results/{package['packageId']}/files/x.1").status_code == 404
    # Reported as secret material, no result of it is there; lifted, it is again.
    case = leader.post(f"{document}/@report-secret", json={"reason": "Có dấu TỐI MẬT ở trang đầu"}).json()["case"]
    assert onestop.get("@onestop-results").json()["items"] == []
    for path in ("", f"/files/{file['fileId']}"):
        assert onestop.get(f"@onestop-results/{package['packageId']}{path}").status_code == 404
    assert onestop.post(f"@onestop-results/{package['packageId']}/ack", json={"status": "processed"}).status_code == 404
    lifted = leader.post(f"skhcn/@secret-reports/{case}/lift", json={"reason": "Không phải tài liệu mật"})
    assert (lifted.status_code, len(onestop.get("@onestop-results").json()["items"])) == (200, 1)
    send_events()
    assert [one["type"] for one in onestop_system.events] == ["submission.accepted", "submission.signed", "result.issued"]
    assert onestop.get("@onestop-results").json()["items"] == []
    show("How it stands", onestop.get(made["links"]["self"]))
    answer = {"status": "failed", "message": "Tệp không mở được"}
    show("Say what became of a result", onestop.post(f"@onestop-results/{package['packageId']}/ack", json=answer))
    assert onestop.get(f"@onestop-submissions/{made['id']}").json()["state"] == "delivery_failed"
    assert onestop.post(f"@onestop-results/{package['packageId']}/ack", json={"status": "resend"}).status_code == 200
    send_events()
    assert onestop.get(f"@onestop-submissions/{made['id']}").json()["state"] == "delivered"
    cancel = {"reason": "Công dân rút hồ sơ"}
    show("Too late to take it back", onestop.post(f"@onestop-submissions/{made['id']}/cancel", json=cancel), 409)

    sent = onestop.post("api/onestop/v1/files", files={"file": ("du-thao.pdf", pdf())})
    kept = show("Send a file before its submission", sent, 201)
    named = {"name": "du-thao.pdf", "fileId": kept["fileId"], "sha256": kept["sha256"], "main": True}
    assert onestop.post("@onestop-files", files={"file": ("du-thao.pdf", pdf())}).json()["fileId"] == kept["fileId"]
    for data, status in ((b"MZ" * 9, 415), (None, 400)):
        refused = onestop.post("@onestop-files", files={"file": ("a.pdf", data)} if data else {"other": b"x"})
        assert refused.status_code == status, refused.text
    assert leader.post("@onestop-files", files={"file": ("a.pdf", pdf())}).status_code in (401, 403)

    second = submission(externalId="5", previousSubmissionId=made["id"], draft__files=[named])
    second = onestop.post("@onestop-submissions", json=second, headers={"Idempotency-Key": "5"}).json()
    show("Take one back", onestop.post(f"@onestop-submissions/{second['id']}/cancel", json=cancel))
    show("The submissions of a dossier", onestop.get("@onestop-submissions", params={"caseCode": CASE}))
    show("Nothing there", onestop.get("@onestop-submissions/none"), 404)
    assert administrator.patch("@onestop-link", json={"units": []}).status_code == 200
    assert onestop.get(f"@onestop-submissions/{made['id']}").status_code == 404  # no unit, no dossier
    transaction.begin()
    create_person("datdai", "Hệ thống đất đai", password=PASSWORD)
    transaction.commit()
    other = show("Link another system", administrator.put("@onestop-link", json={"title": "Đất đai", "account": "datdai"}), 201)
    assert [one["title"] for one in administrator.get(other["@id"]).json()["systems"]] == ["", "Đất đai"]
    assert administrator.get("@onestop-link/9").status_code == 404
    show("Try the connection", administrator.post("@onestop-link", json={}), 202)
