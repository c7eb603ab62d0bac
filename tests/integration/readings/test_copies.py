"""Reading copies and copies without certification: made, read, ended, deleted (TT 05/2025 Điều 37, 40)."""

from archive_fixtures import add_document
from archive_fixtures import pdf
from archive_fixtures import refused
from datetime import date
from plone import api
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.exposures.ending import lift
from qlvb.workflows.exposures.reporting import report
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.copies import closed_copy
from qlvb.workflows.readings.copies import said_of
from qlvb.workflows.readings.periodic import Loans
from zope.component import getUtility
from zope.i18n import translate


DUE = "2026-12-08"


def test_copies_are_made_read_and_deleted(filled, ask, does, days, login_as, runner):
    reading = ask(filled, kind="screen")
    does("hoangvanluu", reading, "lend", record="01.KT", due="2026-12-01")
    assert copies_of(reading) == []
    runner.run_pending()
    (copy,) = copies_of(reading)
    assert (copy.pages, copy.filename, copy.lacking) == (2, "cong-van.pdf", "")
    work = Loans(Savepoints())
    days.set(date(2026, 12, 2))
    assert work.run(days.now())["ended"] == 1
    assert state_of(reading) == "returned"
    days.set(date(2026, 12, 5))
    assert work.run(days.now())["deleted"] == 0
    days.set(date(2026, 12, 6))
    assert work.run(days.now())["deleted"] == 1
    assert copies_of(reading) == []


def test_what_cannot_be_copied_is_named(dossier, ask, does, days, login_as, runner):
    with login_as("leminhanh"):
        document = add_document(dossier, pdf(1))
    with document_file(document).open("w") as stream:
        stream.write(b"%PDF-1.7 broken")
    reading = ask(dossier, kind="copy")
    does("hoangvanluu", reading, "lend", record="01.KT", due=DUE)
    runner.run_pending()
    (copy,) = copies_of(reading)
    assert copy.blob is None and copy.lacking.startswith("reading_pdf_broken")


def document_file(document):
    return IFileStore(document).main().current.blob


def test_files_that_came_from_outside_are_copied_too(dossier, ask, does, days, login_as, runner):
    fields = {
        "subject": "V/v báo giá thiết bị",
        "issuing_body": "Công ty Sao Mai",
        "original_number": "12",
        "document_symbol": "SM",
        "document_type": "official_letter",
        "issue_date": date(2026, 1, 5),
    }
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", fields, by="vanthuskhcn")
    IFileStore(document).add("original", "ban-quet.pdf", pdf(3), by="vanthuskhcn")
    fire(dossier, "reopen")
    IDossierContents(dossier).add(document, "leminhanh")
    fire(dossier, "close")
    reading = ask(dossier, kind="screen")
    does("hoangvanluu", reading, "lend", record="01.KT", due=DUE)
    runner.run_pending()
    assert [(copy.filename, copy.pages) for copy in copies_of(reading)] == [("ban-quet.pdf", 3)]


def test_a_copy_is_not_chased_and_at_its_longest_not_extended(filled, ask, does, days, login_as):
    """It closes by itself, so no button leads to a form that is always refused."""
    reading = ask(filled, kind="screen")
    does("hoangvanluu", reading, "lend", record="01.KT", due="2026-12-01")
    assert refused(does, "hoangvanluu", reading, "chase_reading", message="Trả sớm giúp") == (400, {"closes_itself"})
    does("hoangvanluu", reading, "extend_reading", due="2026-12-08", reason="Còn đang đối chiếu")
    assert refused(does, "hoangvanluu", reading, "extend_reading", due="2026-12-09", reason="Còn nữa") == (400, {"longest"})
    with login_as("hoangvanluu"):
        standing = {act.id: {one.code for one in found} for act, found in IActs(reading).possible()}
        acts = {act.id: translate(act.title, target_language="vi") for act, _found in IActs(reading).possible()}
    assert standing["return_reading"] == set()
    assert acts["return_reading"] == "Kết thúc khai thác"
    assert (standing["chase_reading"], standing["extend_reading"]) == ({"closes_itself"}, {"longest"})


def test_a_copy_ends_and_paper_comes_back(filled, ask, does, days, login_as):
    said = {}
    for kind in ("screen", "paper"):
        reading = ask(filled, kind=kind)
        does("hoangvanluu", reading, "lend", record="01.KT", due="2026-12-01")
        with login_as("hoangvanluu"):
            said[kind] = [translate(IActs(reading).get("return_reading").title, target_language="vi")]
        does("hoangvanluu", reading, "return_reading")
        entry = next(iter(IJournal(reading).entries(newest_first=True, events=("act.return_reading",))))
        said[kind].append(translate(sentence(entry), target_language="vi").split(".")[0])
    assert said == {
        "screen": ["Kết thúc khai thác", "đã kết thúc khai thác"],
        "paper": ["Nhận trả", "đã nhận trả"],
    }


def test_copies_of_what_is_reported_as_secret_are_closed_until_it_is_lifted(filled, ask, does, login_as, runner):
    reading = ask(filled, kind="screen")
    does("hoangvanluu", reading, "lend", record="01.KT", due="2026-12-01")
    runner.run_pending()
    (copy,) = copies_of(reading)
    ((_item, document),) = IDossierContents(filled).documents()
    assert said_of(copy)["there"] and closed_copy(copy) is None
    with login_as("leminhanh"):
        case, _new = report(document, api.user.get_current(), "Có dấu TỐI MẬT ở trang đầu", ())
    assert not said_of(copy)["there"] and closed_copy(copy).code == "secret_reported"
    other = ask(filled, kind="screen", by="phamquochuy")
    does("hoangvanluu", other, "lend", record="01.KT", due="2026-12-01")
    runner.run_pending()
    assert copies_of(other) == []  # none is made of it now
    lift(case, "nguyenthithuha", False, "Không phải tài liệu mật")
    assert said_of(copy)["there"] and closed_copy(copy) is None
