"""The screen and the service of integrity: who sees what, and the right bytes put back over the web."""

import base64
from html import unescape
from lxml import html
from plone import api
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.integrity.checkpointing import make_checkpoints
from qlvb.workflows.integrity.looking import look_at_all
from qlvb.workflows.integrity.looking import look_at_sample
from qlvb.workflows.integrity.nightly import Verification
import transaction
from zope.component import getUtility


@pytest.fixture
def client(site, client):
    """As everywhere, on the site with its registers and catalogues."""
    return client


def version_of(document):
    (file,) = IFileStore(document).files()
    return file, file.current


@pytest.fixture
def damaged(site, documents):
    """The second document, a bit of whose file was flipped; with the right bytes."""
    file, version = version_of(documents[1])
    right = version.data()
    with version.blob.open("w") as stream:
        stream.write(right[:-1] + bytes([right[-1] ^ 1]))
    transaction.commit()
    make_checkpoints(site)
    look_at_sample(site, seed=1)
    look_at_all(site)
    return documents[1], file.id, right


def page(session, address):
    session.headers["Accept"] = "text/html"
    answer = session.get(address)
    session.headers["Accept"] = "application/json"
    return answer


def written_anew(document, seq, **changes):
    """Alter an entry as somebody would who knows how journals are made: all hashes after it fit."""
    entries = list(IJournal(document).entries())
    for name, value in changes.items():
        setattr(entries[seq - 1], name, value)
    previous = entries[0].previous
    for entry in entries:
        entry.previous = previous
        entry.hash = previous = entry.computed_hash()
    IJournal(document)._store.head = previous
    transaction.commit()


def test_of_what_the_archivist_may_not_see_he_sees_the_number(client, damaged):
    text = unescape(page(client("hoangvanluu"), "skhcn/@@integrity").text)
    assert "tep-1.pdf" not in text and "1 tệp thuộc hồ sơ, văn bản mà anh/chị không được xem" in text
    said = client("hoangvanluu").get("skhcn/@integrity").json()
    assert (said["items"], said["hidden"]) == ([], 1)


def test_the_archivist_sees_what_is_damaged_and_is_told_what_to_do(client, damaged, login_as, site):
    document, _file, _right = damaged
    finish(document)
    shown = page(client("hoangvanluu"), "skhcn/@@integrity")
    assert shown.status_code == 200
    assert "tep-1.pdf" in unescape(shown.text) and "Nội dung tệp bị thay đổi" in unescape(shown.text) and "sao lưu" in unescape(shown.text)
    assert not html.fromstring(shown.text).xpath("//input[@type='file']")
    with login_as("hoangvanluu"):
        assert [row.uid for row in getUtility(IListing).query("stores.damaged").rows] == [IUUID(document)]
    said = client("hoangvanluu").get("skhcn/@integrity").json()
    assert [item["filename"] for item in said["items"]] == ["tep-1.pdf"]
    assert said["checkpoint"]["signed"] and said["sample"]["files"] == 3 and said["last_full"]["files"] == 3
    for userid in ("leminhanh", "vanthuskhcn", "vanthusnv"):
        assert client(userid).get("skhcn/@integrity").status_code in (401, 403)
        assert page(client(userid), "skhcn/@@integrity").status_code in (401, 403)
    assert client("hoangvanluu").get("@integrity").status_code in (401, 403)


def finish(document):
    """To the state in which archivists see it."""
    workflow = api.portal.get_tool("portal_workflow")
    workflow.setStatusOf("qlvb_incoming", document, {"review_state": "finished", "action": "", "comments": ""})
    workflow["qlvb_incoming"].updateRoleMappingsFor(document)
    document.reindexObject()
    document.reindexObjectSecurity()
    transaction.commit()


def test_only_the_right_bytes_are_taken(client, damaged, site, documents):
    document, file_id, right = damaged
    where = f"@restore-file/{IUUID(document)}/{file_id}/1"

    def body(data):
        return {"filename": "tep-1.pdf", "data": base64.b64encode(data).decode(), "role": "original"}

    def told():
        """The file wherever it is listed for who opens it: with the document, by itself, with its versions."""
        address = document.absolute_url()
        said = [client("quantri").get(f"{address}{more}").json() for more in ("", "/@files", f"/@files/{file_id}/versions")]
        return [said[0]["files"][0], said[1]["items"][0], said[2]["items"][0]]

    assert [one["damaged"] for one in told()] == [True] * 3
    assert "tệp hỏng, chờ khôi phục" in unescape(page(client("vanthuskhcn"), document.absolute_url()).text)
    assert client("hoangvanluu").post(where, json=body(right)).status_code in (401, 403)
    wrong = client("quantri").post(where, json=body(right + b"x"))
    assert (wrong.status_code, wrong.json()["error"]["violations"][0]["code"]) == (400, "not_the_same_bytes")
    assert client("quantri").post("@restore-file/x/y", json=body(right)).status_code == 404
    assert client("quantri").post(f"@restore-file/{'0' * 32}/y/1", json=body(right)).status_code == 404
    assert client("quantri").post(where, json=body(right)).status_code == 204
    transaction.begin()
    assert [one.get("damaged") for one in told()] == [None] * 3
    assert version_of(document)[1].data() == right
    assert client("quantri").get("@integrity").json()["items"] == []
    assert client("quantri").post(where, json=body(right)).status_code == 404


def test_the_administrator_restores_on_the_screen(client, damaged, login_as):
    document, file_id, right = damaged
    session = client("quantri")
    shown = html.fromstring(page(session, "@@integrity").text)
    (form,) = shown.xpath("//form[.//input[@type='file']]")
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}
    session.headers["Accept"] = "text/html"
    refused = session.post("@@integrity", data=fields, files={"copy": ("tep.pdf", b"%PDF other")})
    assert refused.status_code == 400 and "SHA-256" in unescape(refused.text)
    taken = session.post("@@integrity", data=fields, files={"copy": ("tep.pdf", right)})
    assert taken.status_code == 200 and "Không có tệp nào hỏng" in unescape(taken.text)
    transaction.begin()
    with login_as("hoangvanluu"):
        assert getUtility(IListing).query("stores.damaged").rows == []


def test_an_altered_journal_is_on_the_screen_and_in_the_list(client, site, documents, login_as):
    """Only a notice said so, which named neither record nor entry."""
    make_checkpoints(site)
    IJournal(documents[1]).append("changed", "leminhanh")
    finish(documents[1])
    make_checkpoints(site)
    actor = list(IJournal(documents[1]).entries())[1].actor
    written_anew(documents[1], 2, actor="phamquochuy")
    assert Verification().run(now())["problems"]
    text = unescape(page(client("hoangvanluu"), "skhcn/@@integrity").text)
    assert "NHẬT KÝ BỊ THAY ĐỔI" in text and "Văn bản 1" in text and "dòng nhật ký 2" in text
    said = client("hoangvanluu").get("skhcn/@integrity").json()["journals"]
    assert said["problems"] and said["items"] == [{"@id": documents[1].absolute_url(), "entries": [2, 3]}]
    with login_as("hoangvanluu"):
        assert [row.uid for row in getUtility(IListing).query("stores.damaged").rows] == [IUUID(documents[1])]
    written_anew(documents[1], 2, actor=actor)
    assert Verification().run(now())["problems"] == 0
    assert "NHẬT KÝ BỊ THAY ĐỔI" not in unescape(page(client("hoangvanluu"), "skhcn/@@integrity").text)
    transaction.begin()
    with login_as("hoangvanluu"):
        assert getUtility(IListing).query("stores.damaged").rows == []
