"""The pages of docs/rest about places of paper, lending, the archive in figures and integrity."""

from archive_fixtures import add_document
from archive_fixtures import make_dossiers
from archive_fixtures import pdf
from datetime import timedelta
from io import BytesIO
from openpyxl import load_workbook
import pytest
from qlvb.content import clock
from qlvb.workflows.integrity.checkpointing import make_checkpoints
from qlvb.workflows.integrity.looking import look_at_all
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


DUE = (clock.today() + timedelta(days=10)).isoformat()


@pytest.fixture
def dossiers(site, login_as):
    found = make_dossiers(site, 2)
    with login_as("leminhanh"):
        add_document(found[0], pdf(2))
    transaction.commit()
    return found


def test_stores(client, write, dossiers):
    show = write(
        "stores",
        "Stores, shelves, boxes",
        "``@stores`` of an agency and ``@places`` of a store or shelf list what lies there and add to it; ``@box`` is a box with the dossiers "
        "in it. Dossiers are laid into boxes by the act ``place_in_box`` and taken out by ``take_from_box``; ``@bulk`` does it for many. A "
        "dossier has one place; its code is ``paperFileCode`` of TT 05/2025 (archive.store/shelf/box.number). ``lend_box`` and ``return_box`` do it "
        "to every dossier of a box, each for itself; ``@reading-settings`` of the agency says for how long paper is lent.",
    )
    keeper = client("hoangvanluu")
    store = show("Add a store", keeper.post("skhcn/@stores", json={"code": "K9", "title": "Kho số 9", "address": "Tầng 1"}), 201)
    place = store["items"][0]["@id"]
    shelf = show("Add a shelf", keeper.post(f"{place}/@places", json={"code": "A1"}), 201)["items"][0]["@id"]
    body = {"code": "H01", "count": 2, "capacity": 1}
    box = show("Add boxes", keeper.post(f"{shelf}/@places", json=body), 201)["items"][0]["@id"]
    show("A code that is taken", keeper.post(f"{shelf}/@places", json=body), 400)
    show("By somebody who keeps no archive", client("leminhanh").post(f"{shelf}/@places", json=body), 403)
    first, second = (one.absolute_url() for one in dossiers)
    show("Lay a dossier into a box", keeper.post(f"{first}/@acts/place_in_box", json={"box": "K9/A1/H01"}))
    show("The box is full", keeper.post(f"{second}/@acts/place_in_box", json={"box": "K9/A1/H01"}), 409)
    show("There is no such box", keeper.post(f"{second}/@acts/place_in_box", json={"box": "K9/A1/H77"}), 400)
    show("A box", keeper.get(f"{box}/@box"))
    show("What lies on a shelf", keeper.get(f"{shelf}/@places"))
    show("The list of what lies in boxes", keeper.get("@worklist?box=stores.kept&columns=dossier_code,place,paper_file_code"))
    reader = {"purpose": "official", "purpose_text": "Đối chiếu chứng từ quý 1", "reader_name": "Trần Văn Bình", "reader_paper": "GT 12"}
    show("Lend the whole box", keeper.post(f"{box}/@acts/lend_box", json={**reader, "due": DUE}))
    show("Nothing is left to lend", keeper.post(f"{box}/@acts/lend_box", json={**reader, "due": DUE}), 409)
    show("Take the whole box back", keeper.post(f"{box}/@acts/return_box", json={"note": "Đủ tài liệu"}))
    show("For how long paper is lent", keeper.get("skhcn/@reading-settings"))
    show("The agency decides otherwise", keeper.patch("skhcn/@reading-settings", json={"loan_days": 30}))
    show("A wrong figure", keeper.patch("skhcn/@reading-settings", json={"loan_days": 0}), 400)
    assert client("leminhanh").patch("skhcn/@reading-settings", json={"loan_days": 30}).status_code in (401, 403)
    show("Take a dossier out", keeper.post(f"{first}/@acts/take_from_box", json={"reason": "Tu bổ tài liệu"}))
    show("The figures", keeper.get("skhcn/@archive-statistics?year=2032"))
    show("How often dossiers and the system were accessed", keeper.get("skhcn/@access-statistics?from=2032-01-01&to=2032-12-31"))
    show("A day that is none", keeper.get("skhcn/@access-statistics?from=31/12/2032"), 400)
    show("The figures are not for everybody", client("leminhanh").get("skhcn/@archive-statistics"), 403)


def test_readings(client, write, dossiers):
    show = write(
        "readings",
        "Requests to read and to borrow",
        "Whoever holds a post in an agency asks with ``@readings`` of the agency that keeps the record; archivists write down others "
        "(``requester``, or ``reader_name`` and ``reader_paper`` of somebody without an account). Acts: ``lend``, ``refuse_reading``, "
        "``return_reading``, ``extend_reading``, ``chase_reading``, ``withdraw_reading``. ``kind``: ``screen`` (reading copy, read on the "
        "screen only, at most 15 days), ``copy`` (uncertified copy), ``paper``. Lists: ``@worklist?box=readings.waiting``, "
        "``readings.lent``, ``readings.overdue``, ``readings.mine``, ``readings.all``.",
    )
    reader, keeper = client("leminhanh"), client("hoangvanluu")
    body = {"kind": "screen", "record": dossiers[0].UID(), "purpose": "official", "purpose_text": "Đối chiếu chứng từ"}
    address = show("Ask", reader.post("skhcn/@readings", json=body, headers={"Idempotency-Key": "r1"}), 201)["@id"]
    again = reader.post("skhcn/@readings", json=body, headers={"Idempotency-Key": "r1"})
    assert again.json()["@id"] == address
    show("Without purpose", reader.post("skhcn/@readings", json={"kind": "screen", "asked_for": "Hồ sơ kế toán"}), 400)
    show("Twice", reader.post("skhcn/@readings", json=body), 409)
    outsider = {**body, "kind": "paper", "requester": "", "reader_name": "Trần Văn Bình", "reader_paper": "Giấy giới thiệu 12"}
    show("For somebody else", reader.post("skhcn/@readings", json=outsider), 403)
    show("By an archivist, for somebody without an account", keeper.post("skhcn/@readings", json=outsider), 201)
    lend = {"record": "01.KT", "due": (clock.today() + timedelta(days=16)).isoformat()}
    show("Longer than a copy may be read", keeper.post(f"{address}/@acts/lend", json=lend), 400)
    show("Lend", keeper.post(f"{address}/@acts/lend", json={**lend, "due": DUE}))
    transaction.begin()
    getUtility(IRunner).run_pending()
    show("The copies", reader.get(f"{address}/@copies"))
    show("The copies are the reader's", client("phamquochuy").get(f"{address}/@copies"), 403)
    show("Take back", keeper.post(f"{address}/@acts/return_reading", json={}))
    show("The copies are closed", keeper.get(f"{address}/@copies"), 403)
    show("One request", reader.get(f"{address}/@reading"))
    show("All that one may see", keeper.get("skhcn/@readings?state=returned"))
    paper = reader.post("skhcn/@readings", json={**body, "kind": "paper"}).json()["@id"]
    assert keeper.post(f"{paper}/@acts/lend", json={"record": "01.KT", "due": DUE}).status_code == 200
    other = client("phamquochuy").post("skhcn/@readings", json={**body, "kind": "paper"}).json()["@id"]
    show("Paper that somebody else has", keeper.post(f"{other}/@acts/lend", json={"record": "01.KT", "due": DUE}), 409)


def test_integrity(client, write, site, dossiers, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path / "keys"))
    monkeypatch.delenv("QLVB_TSA_URL", raising=False)
    make_checkpoints(site)
    look_at_all(site)
    transaction.begin()
    show = write(
        "integrity",
        "Integrity",
        "``@integrity`` of the site is for its administrator, that of an agency for its archivists, who see only what they may view. "
        "``@restore-file`` takes the right bytes of a damaged file, and no others.",
    )
    show("How it stands", client("quantri").get("@integrity"))
    show("In an agency", client("hoangvanluu").get("skhcn/@integrity"))
    show("Not for everybody", client("leminhanh").get("skhcn/@integrity"), 403)
    body = {"filename": "tep.pdf", "data": "JVBERi0=", "role": "original"}
    where = f"@restore-file/{dossiers[0].UID()}/none/1"
    show("Restore what is not damaged", client("quantri").post(where, json=body), 404)
    show("Not for archivists", client("hoangvanluu").post(where, json=body), 403)


def test_the_list_of_dossiers_and_the_register_of_use_are_exported(client, dossiers):
    keeper = client("hoangvanluu")
    body = {"kind": "paper", "record": dossiers[0].UID(), "purpose": "official", "purpose_text": "Đối chiếu chứng từ"}
    assert client("leminhanh").post("skhcn/@readings", json=body).status_code == 201
    for name, words in (("stores.dossiers", ("Mã hồ sơ", "01.KT", "10 năm")), ("readings.all", ("Người khai thác", "Lê Minh Anh"))):
        answer = keeper.get(f"@export?list={name}&format=xlsx")
        assert answer.status_code == 200, answer.text
        cells = {str(cell.value) for row in load_workbook(BytesIO(answer.content)).active.iter_rows() for cell in row}
        assert set(words) <= cells
        assert keeper.get(f"@export?list={name}&format=docx").status_code == 200
        assert keeper.post("@exports", json={"list": name, "format": "pdf"}).status_code in (201, 202)
