"""Files that a scanner drops become documents that wait for the clerk, each exactly once."""

from io import BytesIO
import made_files
import os
import pikepdf
from plone import api
import pytest
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.scanning import taking
from qlvb.workflows.scanning.browser.sheet import sheet
from qlvb.workflows.scanning.folders import put_away
from qlvb.workflows.scanning.taking import TakeScans
from qlvb.workflows.texts.events import TextRead
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate


@pytest.fixture
def drop(functional_province, tmp_path, monkeypatch):
    """``drop(name, data)`` lays a file into the folder of Sở KH&CN; it has been complete for a while."""
    monkeypatch.setenv("QLVB_SCANS", str(tmp_path))
    (tmp_path / "skhcn").mkdir()

    def drop(name, data):
        path = tmp_path / "skhcn" / name
        path.write_bytes(data)
        os.utime(path, (1, 1))
        return path

    return drop


def taken():
    """The documents that came into being, oldest first."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="IncomingDocument")
    return sorted((brain._unrestrictedGetObject() for brain in brains), key=lambda one: one.creation_date)


def test_a_file_waits_for_the_clerk_with_its_bytes_untouched(drop, login_as):
    data = made_files.picture(made_files.sheet("Số: 12/BC-VP"))
    path = drop("Báo cáo tuần.pdf", data)
    assert TakeScans().run(now()) == {"taken": 1, "refused": 0}
    (document,) = taken()
    assert document.subject == "Báo cáo tuần"
    assert api.content.get_state(document) == "waiting"
    assert IFileStore(document).main().current.data() == data
    assert not path.exists()
    assert list((path.parent / "done").rglob("*.pdf"))
    with login_as("vanthuskhcn"):
        assert api.user.has_permission("View", obj=document)
    with login_as("leminhanh"):
        assert not api.user.has_permission("View", obj=document)


def test_a_stack_becomes_several_documents(drop):
    with pikepdf.new() as stack:
        for page in (
            sheet("T", "A", "H"),
            made_files.text_pdf("một"),
            sheet("T", "A", "H"),
            made_files.text_pdf("hai"),
        ):
            with pikepdf.open(BytesIO(page)) as source:
                stack.pages.extend(source.pages)
        data = BytesIO()
        stack.save(data, min_version="1.6")
    drop("scan0001.pdf", data.getvalue())
    TakeScans().run(now())
    found = taken()
    assert len(found) == 2
    assert [IFileStore(one).main().current.filename for one in found] == ["scan0001-1.pdf", "scan0001-2.pdf"]
    assert all("Bản quét" in one.subject for one in found)
    # What the agency signs has to be PDF 1.4 or later, as the scanner made it.
    assert {IFileStore(one).main().current.data()[:8] for one in found} == {b"%PDF-1.6"}


def test_killed_after_the_commit_nothing_is_taken_twice(drop, monkeypatch):
    data = made_files.pdf(2)
    path = drop("a.pdf", data)

    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(taking.folders, "put_away", killed)
    with pytest.raises(KeyboardInterrupt):
        TakeScans().run(now())
    monkeypatch.setattr(taking.folders, "put_away", put_away)
    assert path.exists()
    assert TakeScans().run(now()) == {"taken": 1, "refused": 0}
    assert len(taken()) == 1
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"%PDF-1.7 broken", "Không đọc được tệp"),
        ("a.exe", b"MZ", "Chỉ nhận tệp PDF"),
        ("a.png", b"no picture", ""),
    ],
)
def test_what_cannot_be_taken_is_put_aside_with_the_reason(drop, visitor, read, name, data, why):
    path = drop(name, data)
    assert TakeScans().run(now()) == {"taken": 0, "refused": 1}
    assert taken() == []
    said = (path.parent / "refused" / f"{name}.txt").read_text()
    assert why in said
    [notice] = getUtility(INotices).of("vanthuskhcn").newest()
    told = translate(notice.text, target_language="vi")
    assert notice.event == "scan_refused" and f"“{name}”" in told and said.strip() in told
    page = " ".join(read(visitor("vanthuskhcn").get("@@notices")).text_content().split())
    assert "Đánh dấu đã đọc: Không nhận được bản quét" in page
    sources = " ".join(read(visitor("vanthuskhcn").get("skhcn/@@arrival-sources")).text_content().split())
    assert f"{name} " in sources and said.strip() in sources
    assert said.strip()


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("b.jpg", "JPEG"), ("c.tif", "TIFF")])
def test_a_picture_is_kept_as_the_scanner_made_it(drop, name, kind):
    data = made_files.image(kind)
    drop(name, data)
    assert TakeScans().run(now()) == {"taken": 1, "refused": 0}
    (record,) = taken()
    (stored,) = IFileStore(record).files()
    assert (stored.role, stored.current.data()) == ("original", data)


def test_what_the_scan_says_fills_the_entry_until_somebody_types(drop):
    drop("scan.pdf", made_files.pdf(1))
    TakeScans().run(now())
    (record,) = taken()
    stored = IFileStore(record).main()
    words = "SỞ NỘI VỤ\nSố: 15/SNV-VP\nV/v báo cáo quý\nKính gửi: Sở KH&CN\nSơn Hải, ngày 5 tháng 1 năm 2026"
    stored.current.set_text(words, recognised=True)
    notify(TextRead(record, stored, stored.current))
    assert (record.issuing_body, record.original_number, record.document_symbol) == ("Sở Nội vụ", "15", "SNV-VP")
    assert (record.subject, str(record.issue_date)) == ("V/v báo cáo quý", "2026-01-05")
    assert "đối chiếu" in record.note and record.issuing_body_identifier
    record.issuing_body = "Sở Y tế"
    notify(TextRead(record, stored, stored.current))
    assert record.issuing_body == "Sở Y tế"


def test_without_a_directory_nothing_happens(functional_province, monkeypatch):
    monkeypatch.delenv("QLVB_SCANS", raising=False)
    assert TakeScans().run(now()) == {"taken": 0, "refused": 0}


def test_the_separator_sheet_is_a_pdf(functional_province, login_as):
    with login_as("vanthuskhcn"):
        view = api.content.get_view("scan-sheet", functional_province["skhcn"], functional_province.REQUEST)
        assert view().startswith(b"%PDF")
