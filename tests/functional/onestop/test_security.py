"""How a one-stop system shows who it is: keys, tokens, the pace, the networks; events that it knows to be ours."""

from onestop_story import ACCOUNT
from onestop_story import submission
from onestop_system import OneStopSystem
import json
from oauthlib.oauth2 import BackendApplicationClient
from oauthlib.oauth2 import InvalidClientError
from province_system import TOKEN
import pytest
from qlvb.content.organisation.accounts import create_person
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.links.signed import signature
from qlvb.workflows.onestop.interfaces import IOneStopLink
from qlvb.workflows.outbox.interfaces import IRunner
import requests
from secrets import token_hex
from time import time
import transaction
from urllib.parse import urlsplit
from zope.component import getUtility


JSON = {"Accept": "application/json"}
ADMINISTRATOR = "quantri"


@pytest.fixture
def system():
    found = OneStopSystem()
    yield found
    found.stop()


@pytest.fixture
def site(functional_province, system, keys):
    create_person(ACCOUNT, "Hệ thống một cửa điện tử")
    settings = {"enabled": True, "address": system.address, "account": ACCOUNT, "token": TOKEN, "units": ["skhcn"]}
    getUtility(IOneStopLink).change(settings)
    transaction.commit()
    return functional_province.absolute_url()


@pytest.fixture
def administers(site):
    """``administers(method, path, **body)`` -> the answer."""

    def ask(method, path, **body):
        address = f"{site}/{path}"
        return requests.request(method, address, json=body or None, headers=JSON, auth=(ADMINISTRATOR, PASSWORD))

    return ask


def asks_for_token(site, secret, header=False, **changes):
    """The answer to a request as a library for OAuth 2 makes it."""
    client = BackendApplicationClient(client_id=ACCOUNT)
    more = {} if header else {"client_secret": secret, "include_client_id": True}
    body = client.prepare_request_body(**more)
    headers = {**JSON, "Content-Type": "application/x-www-form-urlencoded"}
    auth = (ACCOUNT, secret) if header else None
    return requests.post(f"{site}/api/onestop/v1/token", data=changes.get("data", body), headers=headers, auth=auth)


def token_of(answer):
    return BackendApplicationClient(client_id=ACCOUNT).parse_request_body_response(answer.text)["access_token"]


def submits(site, token, number):
    headers = {**JSON, "Authorization": f"Bearer {token}", "Idempotency-Key": number}
    sent = submission(externalId=number, caseCode=f"H99-260105-{number}")
    return requests.post(f"{site}/api/onestop/v1/submissions", json=sent, headers=headers)


def units(site, token):
    headers = {**JSON, "Authorization": f"Bearer {token}"}
    return requests.get(f"{site}/api/onestop/v1/units", headers=headers)


def test_a_key_gives_a_token_and_events_are_signed(site, administers, system):
    made = administers("POST", "@onestop-keys", overlap=1)
    assert made.status_code == 201 and made.json()["client_id"] == ACCOUNT
    first = made.json()["secret"]
    answer = asks_for_token(site, first)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["token_type"], answer.json()["expires_in"]) == ("Bearer", 1800)
    assert answer.headers["Cache-Control"] == "no-store"
    token = token_of(answer)
    assert [one["code"] for one in units(site, token).json()["items"]] == ["H99.12"]
    assert token_of(asks_for_token(site, first, header=True))

    for wrong in (asks_for_token(site, "khong-phai"), asks_for_token(site, "khong-phai", header=True)):
        assert wrong.status_code == 401
        with pytest.raises(InvalidClientError):
            token_of(wrong)
    other = asks_for_token(site, first, data={"grant_type": "password", "client_id": ACCOUNT, "client_secret": first})
    assert (other.status_code, other.json()["error"]) == (400, "unsupported_grant_type")
    query = requests.post(f"{site}/api/onestop/v1/token?grant_type=client_credentials&client_secret=x", headers=JSON)
    assert (query.status_code, query.json()["error"]) == (400, "invalid_request")

    second = administers("POST", "@onestop-keys", overlap=24).json()
    assert all(asks_for_token(site, secret).ok for secret in (first, second["secret"]))  # both work for a day
    listed = administers("GET", "@onestop-keys").json()["items"]
    assert [bool(one["ends"]) for one in listed] == [False, True] and all(one["used"] for one in listed)
    assert "secret" not in listed[0]
    assert administers("DELETE", f"@onestop-keys/{listed[1]['id']}").status_code == 204
    assert asks_for_token(site, first).status_code == 401 and asks_for_token(site, second["secret"]).ok
    assert administers("DELETE", f"@onestop-keys/{listed[1]['id']}").status_code == 404
    assert administers("POST", "@onestop-keys", overlap=-1).status_code == 400

    assert submits(site, token, "0007").status_code == 201
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()
    (event,) = [one for one in system.requests if one["path"] == "/onestop/events"]
    headers = event["headers"]
    assert headers["Authorization"] == f"Bearer {TOKEN}" and headers["X-Signature-Key"] == second["id"]
    body = event["raw"]
    expected = signature(second["secret"], "POST", event["path"], headers["X-Signature-Time"], body)
    assert headers["X-Signature"] == expected
    assert signature(second["secret"], "POST", event["path"], headers["X-Signature-Time"], body + b" ") != expected


def signed_get(site, token, key_id, secret, path="units", **changes):
    """The answer to a call that is signed as docs/rest says; ``changes``: headers, None takes one away."""
    target = urlsplit(f"{site}/api/onestop/v1/{path}")
    headers = {"X-Signature-Key": key_id, "X-Signature-Time": str(int(time())), "X-Signature-Nonce": token_hex(12), **changes}
    address = f"{target.path}?{target.query}" if target.query else target.path
    words = (headers["X-Signature-Time"], b"", headers["X-Signature-Nonce"] or "")
    headers = {"X-Signature": signature(secret, "GET", address, *words), **headers}
    sent = {name: value for name, value in headers.items() if value is not None}
    return requests.get(f"{site}/api/onestop/v1/{path}", headers={**JSON, "Authorization": f"Bearer {token}", **sent})


def refusal(answer):
    (violation,) = answer.json()["error"]["violations"]
    return answer.status_code, answer.json()["error"]["code"], violation["code"]


def test_calls_are_signed_with_either_key_and_are_good_once(site, administers):
    first = administers("POST", "@onestop-keys").json()
    second = administers("POST", "@onestop-keys", overlap=24).json()
    token = token_of(asks_for_token(site, second["secret"]))
    keys = [(one["id"], one["secret"]) for one in (first, second)]
    assert units(site, token).status_code == 200  # nobody has asked for signatures
    assert administers("PATCH", "@onestop-link", signed="x").status_code == 400
    assert administers("PATCH", "@onestop-link", signed=True).json()["signed"] is True
    assert refusal(units(site, token)) == (401, "UNAUTHENTICATED", "signature_required")
    assert [signed_get(site, token, *key).status_code for key in keys] == [200, 200]
    assert signed_get(site, token, *keys[1], "submissions?caseCode=H99-260105-0001").status_code == 200

    nonce = token_hex(16)
    again = [signed_get(site, token, *keys[0], **{"X-Signature-Nonce": nonce}) for _call in range(2)]
    assert again[0].status_code == 200 and refusal(again[1])[2] == "signature_repeated"
    moment = int(time())
    for changes, why in (
        ({"X-Signature-Time": str(moment - 301)}, "late"),
        ({"X-Signature-Time": str(moment + 330)}, "late"),
        ({"X-Signature-Time": "hom-nay"}, "incomplete"),
        ({"X-Signature-Nonce": "ngan"}, "incomplete"),
        ({"X-Signature-Nonce": None}, "incomplete"),
        ({"X-Signature": "0" * 64}, "wrong"),
        ({"X-Signature-Key": "0" * 32}, "key"),
    ):
        answer = signed_get(site, token, *keys[1], **changes)
        assert refusal(answer) == (401, "UNAUTHENTICATED", f"signature_{why}"), changes
    crossed = signed_get(site, token, keys[0][0], keys[1][1])
    assert refusal(crossed)[2] == "signature_wrong"

    body = json.dumps(submission(externalId="ky-so", caseCode="H99-260105-0900")).encode()
    path = urlsplit(f"{site}/api/onestop/v1/submissions").path
    headers = {**JSON, "Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": "ky-so"}
    headers |= {"X-Signature-Key": keys[1][0], "X-Signature-Time": str(moment), "X-Signature-Nonce": token_hex(16)}
    headers["X-Signature"] = signature(keys[1][1], "POST", path, str(moment), body, headers["X-Signature-Nonce"])
    address = f"{site}/api/onestop/v1/submissions"
    assert refusal(requests.post(address, data=body + b" ", headers=headers))[2] == "signature_wrong"
    assert requests.post(address, data=body, headers=headers).status_code == 201

    assert administers("DELETE", f"@onestop-keys/{first['id']}").status_code == 204
    assert refusal(signed_get(site, token, *keys[0]))[2] == "signature_key"
    page = administers("GET", "@@onestop-link").text
    assert 'name="signed"' in page


def test_a_system_keeps_the_pace_calls_from_its_networks_and_can_be_unlinked(site, administers):
    secret = administers("POST", "@onestop-keys").json()["secret"]
    token = token_of(asks_for_token(site, secret))
    assert administers("PATCH", "@onestop-link", limit=3, networks=["10.9.0.0/16"]).status_code == 200
    away = units(site, token)
    assert (away.status_code, away.json()["error"]["code"]) == (403, "FORBIDDEN")
    assert administers("PATCH", "@onestop-link", networks=["127.0.0.0/8", "::1"]).status_code == 200
    answers = [units(site, token) for _request in range(5)]
    assert [one.status_code for one in answers].count(200) <= 3
    late = answers[-1]
    assert (late.status_code, late.json()["error"]["code"]) == (429, "RATE_LIMIT")
    assert 1 <= int(late.headers["Retry-After"]) <= 60
    assert administers("PATCH", "@onestop-link", limit=300).status_code == 200

    assert submits(site, token, "0008").status_code == 201
    busy = administers("DELETE", "@onestop-link")
    assert busy.status_code == 409
    assert {one["code"] for one in busy.json()["error"]["violations"]} == {"messages_wait", "cases_open"}
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()
    assert {one["code"] for one in administers("DELETE", "@onestop-link").json()["error"]["violations"]} == {"cases_open"}
    headers = {**JSON, "Authorization": f"Bearer {token}"}
    found = requests.get(f"{site}/api/onestop/v1/submissions?caseCode=H99-260105-0008", headers=headers).json()["items"]
    cancelled = requests.post(
        f"{site}/api/onestop/v1/submissions/{found[0]['id']}/cancel", json={"reason": "Công dân rút hồ sơ"}, headers=headers
    )
    assert cancelled.status_code == 200, cancelled.text
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()
    gone = administers("DELETE", "@onestop-link")
    assert gone.status_code == 200 and gone.json()["removed"] and len(gone.json()["log"]) >= 3
    assert (gone.json()["enabled"], gone.json()["account"], gone.json()["has_token"]) == (False, "", False)
    assert units(site, token).status_code in (401, 403) and asks_for_token(site, secret).status_code == 401
    assert administers("DELETE", "@onestop-link").status_code == 409
    assert administers("PATCH", "@onestop-link", enabled=False).status_code == 409
    again = administers("PUT", "@onestop-link", title="Một cửa mới", account=ACCOUNT, units=["skhcn"])
    assert again.status_code == 201 and again.json()["@id"].endswith("/2")
