"""A reported document at every door, for people who could open it a moment before: nothing of it comes out."""

from datetime import date
from documentation.registrations import registrations
from exposed import HEAD
from exposed import OTHER_HEAD
from exposed import REASON
from exposed import SUBJECT
from lxml import html
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.testing import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
import requests
import transaction
from zope.component import getUtility


#: Of the subject, what stands in a page or answer however it writes other letters.
KEY = "kho Hang G"
#: Pages that say nothing of what they are asked at.
PUBLIC = ("qlvb-shell", "main_template", "login", "logged-out", "insufficient-privileges", "index.html")
#: Who could open the letter or its copy before, and who administers everything.
PEOPLE = ("leminhanh", "vanthuskhcn", "vanthusnv", "quantri", "skhcnqtdv")


def doors(record, path):
    """Addresses of the record: name -> (method, address)."""
    stored = IFileStore(record).files()[0]
    base = path(record)
    return {
        "page": ("GET", base),
        "view": ("GET", f"{base}/view"),
        "json": ("GET", f"{base}?"),
        "expanded": ("GET", f"{base}/@actions"),
        "journal": ("GET", f"{base}/@journal"),
        "files": ("GET", f"{base}/@files"),
        "who": ("GET", f"{base}/@who-can-see"),
        "acts": ("GET", f"{base}/@acts"),
        "history": ("GET", f"{base}/@history"),
        "file": ("GET", f"{base}/@@file/{stored.id}/current"),
        "head": ("HEAD", f"{base}/@@file/{stored.id}/current"),
        "version": ("GET", f"{base}/@@file/{stored.id}/1?download=1"),
        "rendition": ("GET", f"{base}/@@file/{stored.id}/current/pdf"),
        "zip": ("GET", f"{base}/@@all-files"),
        "images": ("GET", f"{base}/@@images/image/large"),
        "download": ("GET", f"{base}/@@download/file"),
        "edit": ("GET", f"{base}/edit"),
        "act": ("GET", f"{base}/@@act/accept"),
        "webdav get": ("GET", f"{base}/manage_DAVget"),
        "ftp": ("GET", f"{base}/manage_FTPget"),
        "propfind": ("PROPFIND", base),
        "lock": ("LOCK", base),
        "put": ("PUT", base),
        "copy": ("COPY", base),
        "patch": ("PATCH", base),
        "delete": ("DELETE", base),
        "zmi": ("GET", f"{base}/manage_main"),
        "title": ("GET", f"{base}/Title"),
        "subject": ("GET", f"{base}/title_or_id"),
        "xml": ("GET", f"{base}/manage_exportObject"),
        "sharing": ("GET", f"{base}/@sharing"),
    }


@pytest.mark.parametrize("userid", PEOPLE)
def test_no_door_of_the_record_opens(userid, reported, letter, copy, path, client, visitor, functional_province):
    for record in (letter, copy):
        secret = [KEY, *(one.current.sha256 for one in IFileStore(record).files())]
        for name, (method, address) in doors(record, path).items():
            for answer in (
                client(userid).request(method, address, json={} if method in ("PATCH", "PUT") else None),
                visitor(userid).request(method, f"{functional_province.absolute_url()}/{address}", allow_redirects=False),
            ):
                assert answer.status_code in (302, 401, 403, 404, 405), (name, answer.status_code, answer.text[:300])
                assert not any(word in answer.text for word in secret), name
                assert b"%PDF" not in answer.content and b"PK\x03" not in answer.content[:4], name


def registered():
    """Everything that is registered for records of this kind: list of (method, what is behind the record's address)."""
    mine = {"IRecord", "IDocument", "IIncomingDocument", "IContentish", "Interface"}
    found = {(one.method or "GET", one.name if one.kind == "service" else f"@@{one.name}")
             for one in registrations() if one.context.rpartition(".")[2] in mine}
    open_to_all = {f"@@{name}" for name in PUBLIC}
    return sorted(one for one in found if one[1] not in ("@report-secret", "@@report-secret") and one[1] not in open_to_all)


@pytest.mark.parametrize("userid", ["vanthusnv", "quantri"])
def test_nothing_that_is_registered_for_it_answers(userid, reported, copy, path, client, visitor, functional_province):
    assert len(registered()) > 40
    for method, name in registered():
        address = f"{path(copy)}/{name}"
        if name.startswith("@@"):
            answer = visitor(userid).get(f"{functional_province.absolute_url()}/{address}", allow_redirects=False)
        else:
            answer = client(userid).request(method, address, json={})
        assert answer.status_code in (302, 401, 403, 404), (method, name, answer.status_code, answer.text[:200])
        assert KEY not in answer.text, name


@pytest.mark.parametrize("userid", PEOPLE)
def test_no_list_names_it(userid, reported, letter, copy, path, client, visitor, functional_province):
    url = functional_province.absolute_url()
    for address in (
        "@search?SearchableText=Hang&metadata_fields=_all",
        f"@search?UID={letter.UID()}&metadata_fields=_all",
        "@records?text=Hang%20G%E1%BA%A5u",
        "@records?text=15/SKHCN-CNTT",
        "@worklist",
        "@notices",
        "snv/@registers",
        "skhcn/@secret-reports",
    ):
        answer = client(userid).get(address)
        assert KEY not in answer.text and path(letter) not in answer.text and path(copy) not in answer.text, address
    for address in (
        "",
        "@@search?text=Hang+G%E1%BA%A5u",
        "@@search?SearchableText=Hang",
        "@@worklist?box=incoming.all",
        "@@worklist?box=outgoing.all",
        "@@notices",
        "sitemap",
        "sitemap.xml.gz",
        "skhcn/@@register-list",
        "snv/@@register-list",
        "skhcn/outgoing",
        "snv/incoming",
        path(letter).rpartition("/")[0],
        path(copy).rpartition("/")[0],
        "@@published",
        f"@@published-file?uid={letter.UID()}",
        f"resolveuid/{letter.UID()}",
    ):
        answer = visitor(userid).get(f"{url}/{address}")
        text = html.fromstring(answer.content).text_content() if answer.content.strip() else ""
        # What was asked for stands in the field of the search.
        assert SUBJECT not in text and KEY not in answer.text, address
        assert path(letter) not in answer.text or "resolveuid" in address, address
    folder = path(letter).rpartition("/")[0]
    answer = requests.request("PROPFIND", f"{url}/{folder}", auth=(userid, PASSWORD), headers={"Depth": "1"}, timeout=60)
    assert KEY not in answer.text


def test_lists_that_were_exported_before_with_it_do_not_come_out_any_more(letter, copy, path, client, visitor, functional_province):
    clerk = client("leminhanh")

    def made(text="Hang Gấu"):
        body = {"format": "xlsx", "list": "search", "filters": {"text": text}, "columns": ["subject"]}
        address = clerk.post("@exports", json=body).json()["@id"]
        transaction.begin()
        getUtility(IRunner).run_pending()
        transaction.begin()
        return clerk.get(address).json()

    before, others = made(), made("Không có trong văn bản nào")
    assert before["rows"] == 1 and clerk.get(before["file"]).status_code == 200
    case = client("vanthusnv").post(f"{path(copy)}/@report-secret", json={"reason": REASON}).json()["case"]
    assert clerk.get(before["file"]).status_code == 409
    assert clerk.get(others["file"]).status_code == 200  # it does not name what was reported
    page = visitor("leminhanh").get(f"{functional_province.absolute_url()}/@@exported-file?id={before['id']}")
    assert page.content[:2] != b"PK"
    after = made()
    assert after["rows"] == 0 and clerk.get(after["file"]).status_code == 200
    assert clerk.get("@export?format=xlsx&list=search&text=Hang+G%E1%BA%A5u").content[:2] == b"PK"
    client(OTHER_HEAD).post(f"snv/@secret-reports/{case}/lift", json={"reason": "Dấu của bản mẫu, không mật"})
    assert clerk.get(before["file"]).status_code == 200


def test_a_dossier_and_a_register_that_have_it_do_not_name_it(catalogue, letter, copy, path, client, visitor, read, functional_province):
    url, dossier = functional_province.absolute_url(), getUtility(IDossierFinder).opened(catalogue, "02.CNTT")
    IDossierContents(dossier).add(letter, "leminhanh")
    register = getUtility(IRegisterFinder).find("skhcn", "outgoing", "official_letter", "none", 2026)
    INumberBook(register).take(letter, "vanthuskhcn", date(2026, 1, 5))
    transaction.commit()
    addresses = [path(dossier), f"{path(dossier)}/@@contents-list", path(register), f"{path(copy.__parent__)}"]
    assert KEY in client("leminhanh").get(f"{path(dossier)}/@contents").text and KEY in visitor("leminhanh").get(f"{url}/{path(dossier)}").text
    client("vanthusnv").post(f"{path(copy)}/@report-secret", json={"reason": REASON})
    for userid in ("leminhanh", "hoangvanluu", "vanthuskhcn"):
        for address in addresses:
            assert KEY not in visitor(userid).get(f"{url}/{address}").text, (userid, address)
        for address in (f"{path(dossier)}/@contents", f"{path(dossier)}/@journal", f"{path(register)}/@register", path(dossier)):
            assert KEY not in client(userid).get(address).text, (userid, address)


def test_the_heads_open_what_is_theirs(reported, letter, copy, path, client, visitor, read, functional_province):
    url = functional_province.absolute_url()
    for userid, mine, other in ((HEAD, letter, copy), (OTHER_HEAD, copy, letter)):
        assert client(userid).get(path(mine)).status_code == 200
        page = read(visitor(userid).get(f"{url}/{path(mine)}"))
        assert SUBJECT in page.text_content()
        stored = IFileStore(mine).files()[0]
        answer = visitor(userid).get(f"{url}/{path(mine)}/@@file/{stored.id}/current")
        assert answer.status_code == 200 and answer.content == stored.current.data()
        assert client(userid).get(path(other)).status_code in (401, 403)
        assert client(userid).patch(path(mine), json={"subject": "Khác"}).status_code in (401, 403)
        assert client(userid).delete(path(mine)).status_code in (401, 403)


def test_the_refusal_says_by_which_case_to_those_who_could_open_it(reported, copy, path, client, visitor, functional_province):
    for userid, told in (("vanthusnv", True), ("leminhanh", False)):
        page = visitor(userid).get(f"{functional_province.absolute_url()}/{path(copy)}")
        assert page.status_code in (401, 403) and (reported in page.text) is told, userid
        answer = client(userid).get(path(copy))
        assert answer.status_code in (401, 403) and (reported in answer.text) is told, userid


def test_pressed_twice_and_by_two_people_it_is_one_case(letter, copy, path, visitor, read, client, functional_province):
    url = functional_province.absolute_url()
    clerk, address = visitor("vanthusnv"), f"{url}/{path(copy)}/@@report-secret"
    form = read(clerk.get(address))
    assert "phong tỏa" in form.text_content()
    token = form.xpath("//input[@name='_authenticator']/@value")[0]
    empty = clerk.post(address, data={"_authenticator": token, "reason": ""})
    assert "từ 10 đến 2000 ký tự" in read(empty, 400).text_content()
    assert client("vanthusnv").get(path(copy)).status_code == 200
    for _press in range(2):
        done = clerk.post(address, data={"_authenticator": token, "reason": REASON}, allow_redirects=False)
        assert done.status_code == 302 and done.headers["Location"] == url
    assert clerk.get(address, allow_redirects=False).headers["Location"] == url
    other = client("leminhanh").post(f"{path(letter)}/@report-secret", json={"reason": "Cũng thấy dấu mật"})
    assert (other.status_code, other.json()["new"]) == (200, False)
    (case,) = client("quantri").get("@secret-reports").json()["items"]
    assert [one["by"] for one in case["reports"]] == ["vanthusnv", "leminhanh"]
    assert client("vuhaiyen").post(f"{path(letter)}/@report-secret", json={"reason": REASON}).status_code in (401, 403)
    nobody = {"json": {"reason": REASON}, "headers": {"Accept": "application/json"}, "timeout": 60}
    assert requests.post(f"{url}/{path(letter)}/@report-secret", **nobody).status_code == 401


def test_the_pages_of_cases_name_no_document(reported, letter, visitor, read, client, functional_province):
    url = functional_province.absolute_url()
    for userid, place in (("quantri", ""), ("skhcnqtdv", "skhcn/"), ("nguyenthithuha", "snv/")):
        status = visitor(userid).get(f"{url}/{place}@@secret-reports").status_code
        assert status == (403 if place == "snv/" else 200) or (status == 401 and place == "snv/"), userid
    row = read(visitor("quantri").get(f"{url}/@@secret-reports")).xpath("//tr[@data-case]")
    assert [one.get("data-case") for one in row] == [reported]
    home = read(visitor("quantri").get(url))
    (tile,) = home.xpath("//a[contains(@href, '@@secret-reports')][contains(., 'đang mở')]")
    assert "1" in tile.text_content()
    page = read(visitor("quantri").get(f"{url}/@@secret-report?case={reported}"))
    assert SUBJECT not in page.text_content() and not page.xpath("//form[@id='secret-take-out']")
    assert page.xpath("//form[@id='secret-lift']")
    page = read(visitor(OTHER_HEAD).get(f"{url}/snv/@@secret-report?case={reported}"))
    assert SUBJECT in page.text_content() and page.xpath("//form[@id='secret-take-out']")
    assert visitor("quantri").get(f"{url}/@@secret-report?case=1999-001").status_code == 404
    assert client("skhcnqtdv").get("skhcn/@secret-reports/1999-001").status_code == 404
    assert client("vanthuskhcn").get("skhcn/@secret-reports").status_code in (401, 403)


def test_lifted_it_is_as_it_was(reported, letter, copy, path, client, read, visitor, functional_province):
    before = client(OTHER_HEAD).get(path(copy)).json()
    answer = client(OTHER_HEAD).post(f"snv/@secret-reports/{reported}/lift", json={"reason": "Dấu của bản mẫu, không mật"})
    assert answer.status_code == 200 and answer.json()["state"] == "lifted"
    assert client("vanthusnv").get(path(copy)).status_code == 200
    assert client("leminhanh").get(path(letter)).status_code == 200
    after = client(OTHER_HEAD).get(path(copy)).json()
    assert {name for name in before if before[name] != after[name]} <= {"modified", "lock", "revision"}
    stored = IFileStore(copy).files()[0]
    found = visitor("vanthusnv").get(f"{functional_province.absolute_url()}/{path(copy)}/@@file/{stored.id}/current")
    assert found.content == stored.current.data()
    assert client("leminhanh").get("@records?text=Hang%20G%E1%BA%A5u").json()["items_total"] == 1


def test_taken_out_over_rest_and_wiped_by_the_worker(reported, letter, copy, path, client, visitor, read, functional_province):
    address = f"@secret-reports/{reported}/take-out"
    body = {"reason": "Có dấu TỐI MẬT của nơi ban hành", "password": "sai"}
    assert client("quantri").post(address, json={**body, "password": PASSWORD}).status_code == 403
    assert client(OTHER_HEAD).post(f"snv/{address}", json=body).status_code == 403
    form, page = visitor(OTHER_HEAD), f"{functional_province.absolute_url()}/snv/@@secret-report?case={reported}"
    token = read(form.get(page)).xpath("//input[@name='_authenticator']/@value")[0]
    again = read(form.post(page, data={"_authenticator": token, "act": "take_out", **body}), 403)
    assert again.xpath("//textarea[@id='out-reason']")[0].text_content() == body["reason"]
    assert again.xpath("//textarea[@id='lift-reason']")[0].text_content() == ""
    body["password"] = PASSWORD
    assert client(OTHER_HEAD).post(f"snv/{address}", json=body).json()["state"] == "open"
    assert client(HEAD).post(f"skhcn/{address}", json=body).json()["state"] == "taken_out"
    assert client(HEAD).post(f"skhcn/{address}", json=body).status_code == 409
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.begin()
    assert IFileStore(letter).kept() == [] and IFileStore(copy).kept() == []
    refused = client("vanthusnv").get(path(copy))
    assert refused.status_code == 403 and "đã gỡ" in refused.json()["error"]["message"]
    assert client(OTHER_HEAD).get(path(copy)).status_code == 200
    stub = read(visitor(OTHER_HEAD).get(f"{functional_province.absolute_url()}/{path(copy)}"))
    assert f"gỡ theo vụ việc {reported}" in stub.text_content() and "Quyết định hủy số" not in stub.text_content()
