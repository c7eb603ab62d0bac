"""Files over REST and in the browser, on a running server."""

from base64 import b64encode
from hashlib import sha256
from lxml.html import fromstring
import made_files as made
import pytest
from qlvb.content.journal.interfaces import IJournal
import transaction


PDF = made.pdf(3)
DOCX = made.docx()


@pytest.fixture
def drafter(client):
    return client("leminhanh")


@pytest.fixture
def document(drafter):
    """A draft with a docx and a PDF annex: its JSON."""
    files = [
        {"role": "main", "filename": "Dự thảo.docx", "data": b64encode(DOCX).decode()},
        {"role": "annex", "filename": "Phụ lục số 1.pdf", "data": b64encode(PDF).decode()},
    ]
    body = {"@type": "OutgoingDocument", "subject": "A", "files": files}
    return drafter.post("skhcn/@documents", json=body).json()


@pytest.fixture
def annex(document):
    return document["files"][1]


def browse(session, url, **headers):
    return session.get(url, headers={"Accept": "*/*", **headers})


def views(portal, document):
    transaction.begin()
    path = document["@id"].removeprefix(portal.absolute_url()).lstrip("/")
    record = portal.unrestrictedTraverse(path)
    return [entry.detail["filename"] for entry in IJournal(record).entries(events=("file_viewed",))]


def test_pdf_is_shown_in_place(drafter, annex):
    answer = browse(drafter, annex["download"])
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("inline; ")
    assert answer.headers["Content-Disposition"].endswith(
        "filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20s%E1%BB%91%201.pdf"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["ETag"] == f'"{sha256(PDF).hexdigest()}"'
    assert "sandbox" not in answer.headers.get("Content-Security-Policy", "")
    download = browse(drafter, annex["download"] + "?download=1")
    assert download.headers["Content-Disposition"].startswith("attachment; ")
    current = browse(drafter, annex["download"].rpartition("/")[0] + "/current")
    assert current.content == PDF


def test_everything_else_is_an_attachment_in_a_sandbox(drafter, document):
    answer = browse(drafter, document["files"][0]["download"])
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert answer.content == DOCX


@pytest.mark.parametrize(
    ("asked", "start", "end"), [("bytes=0-9", 0, 10), ("bytes=10-", 10, len(PDF)), ("bytes=-5", len(PDF) - 5, len(PDF))]
)
def test_ranges(drafter, annex, asked, start, end):
    answer = browse(drafter, annex["download"], Range=asked)
    assert answer.status_code == 206
    assert answer.content == PDF[start:end]
    assert answer.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(PDF)}"
    assert answer.headers["Content-Length"] == str(end - start)


def test_ranges_that_cannot_be_had(drafter, annex):
    outside = browse(drafter, annex["download"], Range=f"bytes={len(PDF) + 1}-")
    assert (outside.status_code, outside.headers["Content-Range"]) == (416, f"bytes */{len(PDF)}")
    several = browse(drafter, annex["download"], Range="bytes=0-1,3-4")
    assert (several.status_code, several.content) == (200, PDF)
    other_version = browse(drafter, annex["download"], Range="bytes=0-9", **{"If-Range": '"other"'})
    assert (other_version.status_code, other_version.content) == (200, PDF)


def test_known_bytes_are_not_sent_again(drafter, annex):
    etag = browse(drafter, annex["download"]).headers["ETag"]
    answer = browse(drafter, annex["download"], **{"If-None-Match": etag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert browse(drafter, annex["download"], **{"If-None-Match": '"other"'}).status_code == 200


def test_head_has_no_body(drafter, annex):
    answer = drafter.head(annex["download"], headers={"Accept": "*/*"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(PDF))


def test_one_look_is_one_entry(drafter, client, document, annex, functional_province):
    assert views(functional_province, document) == []
    for header in ({}, {"Range": "bytes=0-9"}, {"Range": "bytes=10-19"}):
        browse(drafter, annex["download"], **header)
    assert views(functional_province, document) == ["Phụ lục số 1.pdf"]
    browse(drafter, document["files"][0]["download"])
    assert views(functional_province, document) == ["Phụ lục số 1.pdf", "Dự thảo.docx"]
    journal = drafter.get(f"{document['@id']}/@@journal", headers={"Accept": "text/html"})
    said = " ".join(fromstring(journal.text).text_content().split())
    assert (journal.status_code, "Đã được mở xem 2 lượt" in said) == (200, True), said[:600]


def test_strangers_see_nothing(client, document, annex, functional_province):
    stranger = client("vuhaiyen")
    assert browse(stranger, annex["download"]).url != annex["download"] or browse(
        stranger, annex["download"]
    ).status_code in (401, 403)
    assert stranger.get(document["@id"] + "/@files").status_code in (401, 403)
    assert stranger.get(annex["@id"] + "/content").status_code in (401, 403)
    assert views(functional_province, document) == []


@pytest.mark.parametrize(
    "path", ["", "/x", "/x/1", "/{id}", "/{id}/9", "/{id}/0", "/{id}/x", "/{id}/1/x", "/{id}/1/pdf/x"]
)
def test_wrong_addresses(drafter, document, annex, path):
    address = f"{document['@id']}/@@file{path.format(id=annex['id'])}"
    assert browse(drafter, address).status_code == 404


def test_rendition_is_missing_until_made(drafter, document):
    draft = document["files"][0]
    assert draft["pdf"] is None
    assert browse(drafter, draft["download"] + "/pdf").status_code == 404
    assert drafter.get(draft["@id"] + "/content?rendition=pdf").status_code == 404


def test_list_and_single_file(drafter, document, annex):
    items = drafter.get(document["@id"] + "/@files").json()["items"]
    assert [item["id"] for item in items] == [item["id"] for item in document["files"]]
    single = drafter.get(annex["@id"]).json()
    assert (single["sha256"], single["size"], single["pdf_state"]) == (sha256(PDF).hexdigest(), len(PDF), "ready")
    assert drafter.get(document["@id"] + "/@files/none").status_code == 404
    assert drafter.get(annex["@id"] + "/other").status_code == 404
    assert drafter.get(annex["@id"] + "/content").content == PDF


def test_add_replace_remove(drafter, document):
    files = document["@id"] + "/@files"
    added = drafter.post(files, files={"file": ("Ảnh.png", made.image())}, data={"role": "annex", "title": "Ảnh"})
    assert added.status_code == 201, added.text
    item = added.json()
    assert (item["filename"], item["title"], added.headers["Location"]) == ("Ảnh.png", "Ảnh", item["@id"])
    new = {"filename": "Ảnh 2.png", "data": b64encode(made.image()).decode(), "note": "Rõ hơn"}
    replaced = drafter.put(item["@id"], json=new, headers={"If-Match": f'"{item["sha256"]}"'})
    assert (replaced.status_code, replaced.json()["version"], replaced.json()["note"]) == (200, 2, "Rõ hơn")
    versions = drafter.get(item["@id"] + "/versions").json()["items"]
    assert [version["filename"] for version in versions] == ["Ảnh.png", "Ảnh 2.png"]
    assert browse(drafter, versions[0]["download"]).status_code == 200
    stale = drafter.put(item["@id"], json=new, headers={"If-Match": '"0000"'})
    assert (stale.status_code, stale.json()["error"]["type"]) == (409, "file_changed")
    assert drafter.delete(item["@id"]).status_code == 204
    assert drafter.get(item["@id"]).status_code == 404
    assert drafter.delete(item["@id"]).status_code == 404


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "file_missing"),
        ({"role": "main", "filename": "a.docx", "data": "!!"}, "file_malformed"),
        ({"role": "main", "filename": 5, "data": ""}, "file_malformed"),
        ({"role": "main", "filename": "a.docx", "data": ""}, "file_empty"),
        ({"role": "main", "filename": "a.docx", "data": b64encode(PDF).decode()}, "file_extension_mismatch"),
        ({"role": "none", "filename": "a.docx", "data": b64encode(DOCX).decode()}, "file_role_unknown"),
    ],
)
def test_bad_uploads(drafter, document, body, code):
    answer = drafter.post(document["@id"] + "/@files", json=body)
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, code)
    assert answer.json()["error"]["violations"][0]["field"] == "file"
    assert len(drafter.get(document["@id"] + "/@files").json()["items"]) == 2


def test_only_editors_write(client, document, annex):
    reader = client("vanthuskhcn")
    new = {"role": "annex", "filename": "a.pdf", "data": b64encode(PDF).decode()}
    assert reader.post(document["@id"] + "/@files", json=new).status_code in (401, 403)
    assert reader.put(annex["@id"], json=new).status_code in (401, 403)
    assert reader.delete(annex["@id"]).status_code in (401, 403)
