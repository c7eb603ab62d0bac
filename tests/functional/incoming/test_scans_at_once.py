"""Ký số bản số hóa for many documents at once: what cannot be signed keeps none of the others back."""

from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from plone.uuid.interfaces import IUUID
from qlvb.content.files.interfaces import IFileStore
from received import Actors
from received import open_registers
from received import received
from scanned import paper_scan
import transaction


CLERK = "vanthusnv"


def letter(actors, number, pdf):
    """A registered paper letter whose scan has been read."""
    record = received(document_number=number, arrival_channel="post", paper=True)
    stored = IFileStore(record).add("main", f"quet-{number}.pdf", pdf, by=CLERK)
    stored.current.set_text("")
    transaction.commit()
    actors.bring_to(record, "registered")
    transaction.commit()
    return record


def test_one_that_fails_keeps_none_back(functional_province, client, login_as, keys):  # noqa: F811
    open_registers("snv")
    scans = [
        paper_scan(stain=(10, 60, 120)),
        paper_scan(stain=(90, 10, 10), resolution=150, mode="L"),
        paper_scan(stain=(10, 120, 10), turn=270),
    ]
    transaction.commit()
    records = [letter(Actors(login_as), number, pdf) for number, pdf in enumerate(scans, 41)]
    body = {"act": "sign_scan", "items": [IUUID(record) for record in records]}
    answer = client(CLERK).post("@bulk", json=body)
    assert answer.status_code == 200, answer.text
    said = answer.json()
    assert (said["done"], said["refused"]) == (2, 1)
    assert [one["status"] for one in said["items"]] == [200, 400, 200]
    assert said["items"][0]["result"]["message"] == "Đã ký số của cơ quan trên 1 bản số hóa."
    codes = [fault["code"] for fault in said["items"][1]["violations"]]
    assert codes == ["scan_not_in_colour", "scan_resolution"]
    transaction.begin()
    kinds = [[version.kind for version in IFileStore(record).main().versions()] for record in records]
    assert kinds == [["upload", "sealed"], ["upload"], ["upload", "sealed"]]
    # Pressed again, what is signed already is said to be so, and nothing is signed twice.
    again = client(CLERK).post("@bulk", json=body).json()
    assert (again["done"], again["refused"]) == (0, 3)
