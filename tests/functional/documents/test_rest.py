"""Documents over REST, on a running server."""

from base64 import b64encode
import json
import made_files as made
import pytest
from qlvb.content.documents.periods import periods
import transaction
import unicodedata


@pytest.fixture
def drafter(client):
    return client("leminhanh")


def outgoing(**fields):
    return {"@type": "OutgoingDocument", "subject": "V/v nâng cấp phần mềm", **fields}


def b64(data):
    return b64encode(data).decode()


def codes(answer):
    return {(violation["field"], violation["code"]) for violation in answer.json()["error"]["violations"]}


def count(portal, direction="outgoing"):
    transaction.begin()
    return sum(year.count for year in periods("skhcn", direction))


def test_create_with_files(drafter, functional_province):
    answer = drafter.post(
        "skhcn/@documents",
        json=outgoing(
            subject=unicodedata.normalize("NFD", "V/v triển khai"),
            urgency={"token": "urgent"},
            recipients=[{"name": "Sở Nội vụ", "agency": "snv"}],
            files=[
                {"role": "main", "filename": "Công văn.docx", "data": b64(made.docx())},
                {"role": "annex", "filename": "Phụ lục.pdf", "data": b64(made.pdf(2)), "title": "Phụ lục I"},
            ],
        ),
    )
    assert answer.status_code == 201, answer.text
    body = answer.json()
    assert answer.headers["Location"] == body["@id"]
    assert body["subject"] == body["title"] == "V/v triển khai"
    assert body["urgency"] == {"token": "urgent", "title": "Khẩn"}
    assert body["document_type"] == {"token": "official_letter", "title": "Công văn"}
    assert body["drafter"] == {"token": "leminhanh", "title": "Lê Minh Anh"}
    assert body["recipients"][0]["channel"] == "internal"
    assert body["reference"] == ""
    assert [(item["role"], item["title"], item["page_count"]) for item in body["files"]] == [
        ("main", "Công văn.docx", None),
        ("annex", "Phụ lục I", 2),
    ]
    assert drafter.get(body["@id"]).json()["UID"] == body["UID"]
    assert body["page_count"] is None  # the main file is read once it has become a PDF


def test_pages_are_read_from_the_file_unless_somebody_typed_them(drafter):
    files = [{"role": "main", "filename": "Công văn.pdf", "data": b64(made.pdf(2))}]
    body = drafter.post("skhcn/@documents", json=outgoing(files=files)).json()
    assert body["page_count"] == 2
    assert drafter.patch(body["@id"], json={"page_count": 5, "revision": body["revision"]}).status_code == 204
    assert drafter.get(body["@id"]).json()["page_count"] == 5


def test_every_mistake_in_one_answer_and_nothing_stays(drafter, functional_province):
    before = count(functional_province)
    answer = drafter.post(
        "skhcn/@documents",
        json=outgoing(
            subject="",
            issue_date="2026-01-05",
            reply_due_date="mai",
            note="x" * 501,
            files=[
                {"role": "main", "filename": "a.pdf", "data": b64(made.docx())},
                {"role": "annex", "filename": "b.pdf", "data": "%%%"},
                {"role": "annex", "filename": "c.pdf"},
            ],
        ),
    )
    assert answer.status_code == 400
    assert codes(answer) == {
        ("subject", "field_missing"),
        ("issue_date", "field_readonly"),
        ("reply_due_date", "field_wrong_value"),
        ("note", "field_too_long"),
        ("files[1].file", "file_extension_mismatch"),
        ("files[2].file", "file_malformed"),
        ("files[3].file", "file_missing"),
    }
    assert "Trích yếu" in answer.json()["error"]["message"]
    assert count(functional_province) == before


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "json_malformed"),
        (b"[]", "json_malformed"),
        (b"{}", "type_unknown"),
        (json.dumps({"@type": "Document", "subject": "A"}).encode(), "type_unknown"),
        (json.dumps({"@type": "OutgoingDocument", "subject": "A", "files": "x"}).encode(), "field_wrong_value"),
        (json.dumps({"@type": "OutgoingDocument", "subject": 5}).encode(), "field_wrong_value"),
    ],
)
def test_unreadable_requests(drafter, body, code):
    answer = drafter.post("skhcn/@documents", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == code


def test_same_key_gives_the_same_document(drafter, client, functional_province):
    before = count(functional_province)
    headers = {"Idempotency-Key": "lan-1"}
    first = drafter.post("skhcn/@documents", json=outgoing(), headers=headers)
    again = drafter.post("skhcn/@documents", json=outgoing(), headers=headers)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["UID"] == again.json()["UID"]
    other_key = drafter.post("skhcn/@documents", json=outgoing(), headers={"Idempotency-Key": "lan-2"})
    other_person = client("phamquochuy").post("skhcn/@documents", json=outgoing(), headers=headers)
    assert len({answer.json()["UID"] for answer in (first, other_key, other_person)}) == 3
    assert count(functional_province) == before + 3
    refused = drafter.post("skhcn/@documents", json=outgoing(), headers={"Idempotency-Key": "x" * 201})
    assert refused.status_code == 400


def test_who_may_create_what(client, drafter):
    incoming = {"@type": "IncomingDocument", "subject": "A"}
    assert client("vanthuskhcn").post("skhcn/@documents", json=incoming).status_code == 201
    refused = drafter.post("skhcn/@documents", json=incoming)
    assert (refused.status_code, refused.json()["error"]["type"]) == (403, "forbidden")
    assert drafter.post("snv/@documents", json=outgoing()).status_code == 403
    drafter.auth = None
    assert drafter.post("skhcn/@documents", json=outgoing()).status_code == 401


def test_documents_are_created_in_no_other_way(client, drafter, functional_province):
    made_by = drafter.post("skhcn/@documents", json=outgoing()).json()["@id"]
    month = made_by.rpartition("/")[0]
    for userid in ("leminhanh", "quantri"):
        answer = client(userid).post(month, json=outgoing())
        assert answer.status_code in (400, 401, 403), answer.text
    assert count(functional_province) == 1


def test_multipart(drafter):
    answer = drafter.post(
        "skhcn/@documents",
        data={"document": json.dumps(outgoing())},
        files=[
            ("main", ("Dự thảo.docx", made.docx())),
            ("annex", ("a.pdf", made.pdf())),
            ("annex", ("b.png", made.image())),
        ],
    )
    assert answer.status_code == 201, answer.text
    assert [(item["role"], item["filename"]) for item in answer.json()["files"]] == [
        ("main", "Dự thảo.docx"),
        ("annex", "a.pdf"),
        ("annex", "b.png"),
    ]
    broken = drafter.post("skhcn/@documents", data={"document": "x"}, files=[("main", ("a.docx", made.docx()))])
    assert (broken.status_code, broken.json()["error"]["type"]) == (400, "json_malformed")


def test_patch_follows_the_rules(drafter, client):
    document = drafter.post("skhcn/@documents", json=outgoing()).json()
    url = document["@id"]
    assert drafter.patch(url, json={"subject": "Mới", "revision": document["revision"]}).status_code == 204
    stale = drafter.patch(url, json={"subject": "Muộn", "revision": document["revision"]})
    assert (stale.status_code, stale.json()["error"]["type"]) == (409, "document_changed")
    refused = drafter.patch(url, json={"subject": "x" * 501, "document_number": 7, "colour": "red"})
    assert refused.status_code == 400
    assert codes(refused) == {
        ("subject", "field_too_long"),
        ("document_number", "field_readonly"),
        ("colour", "field_unknown"),
    }
    answer = drafter.patch(url, json={"note": "Ghi chú"}, headers={"Prefer": "return=representation"})
    assert (answer.status_code, answer.json()["note"], answer.json()["subject"]) == (200, "Ghi chú", "Mới")
    assert client("vuhaiyen").patch(url, json={"note": "x"}).status_code in (401, 403)


def test_periods(drafter, client):
    drafter.post("skhcn/@documents", json=outgoing())
    body = drafter.get("skhcn/@periods?direction=outgoing").json()
    assert body["items"][0]["count"] == 1
    assert body["items"][0]["months"][0]["count"] == 1
    assert drafter.get("skhcn/@periods?direction=sideways").status_code == 400
    assert client("vuhaiyen").get("skhcn/@periods").status_code in (401, 403)
