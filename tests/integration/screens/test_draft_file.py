"""Thêm VB đi: where the file of a draft comes from, and what is read from it."""

from draft_form import GOOD
from draft_form import Upload
from draft_form import row
from layout_faults import LETTER
from made_files import photo
import os
from outgoing_story import DRAFTER
from outgoing_story import REVIEWER
from outgoing_story import pdf
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.layout.compose import compose
from qlvb.policy.document.comparison import paragraphs
from screens_reading import select


def test_a_broken_file_is_refused_by_name(agency, send, clock):
    status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, file=Upload("a.pdf", b"%PDF-1.4 broken"), save="1")
    assert status == 400 and [fault["field"] for fault in answer["error"]["violations"]] == ["file"]
    files = {"file": Upload("a.pdf", pdf()), "annexes": [Upload("b.exe", b"MZ")]}
    status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, **files, save="1")
    assert status == 400 and [fault["field"] for fault in answer["error"]["violations"]] == ["annexes"]


def test_the_file_can_be_made_from_the_template(agency, send, made, clock):
    _status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, source="template", save="1")
    version = IFileStore(made(answer)).main().current
    assert version.filename == "gop-y-du-thao-ke-hoach.docx"
    text = " ".join(paragraphs(version.data(), version.filename))
    for words in (
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "V/v góp ý dự thảo Kế hoạch",
        "SKHCN-CNTT&CĐS",
        "GIÁM ĐỐC",
        "Nguyễn Thị Thu Hà",
    ):
        assert words in text


def test_pictures_of_pages_become_the_file(agency, send, made, clock):
    pages = [Upload(f"trang{number}.jpg", photo(number)) for number in (1, 2)]
    _status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, source="scan", scan=pages, save="1")
    version = IFileStore(made(answer)).main().current
    assert (version.filename, version.page_count) == ("gop-y-du-thao-ke-hoach.pdf", 2)
    for wrong in ([], [Upload("a.jpg", b"no picture")]):
        status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, source="scan", scan=wrong, save="1")
        assert status == 400 and [one["field"] for one in answer["error"]["violations"]] == ["scan"]


def test_scans_of_ones_own_folder_become_the_file(agency, page, send, made, clock, tmp_path, monkeypatch):
    def lay(name, data, owner=DRAFTER):
        folder = tmp_path / "skhcn" / "people" / owner
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        os.utime(folder / name, (1, 1))

    def offered(userid=DRAFTER):
        return [box.get("value") for box in select(page(userid, agency, "add-outgoing"), "[data-my-scans] input")]

    assert select(page(DRAFTER, agency, "add-outgoing"), "[data-my-scans] > *") == []
    monkeypatch.setenv("QLVB_SCANS", str(tmp_path))
    assert f"chọn thư mục “{DRAFTER}”" in page(DRAFTER, agency, "add-outgoing")
    whole = pdf(2)
    for name, data in (("a.pdf", whole), ("b.jpg", photo(1)), ("c.jpg", photo(2)), ("d.pdf", b"no PDF")):
        lay(name, data)
    lay("other.pdf", pdf(), owner=REVIEWER)
    assert offered() == ["a.pdf", "b.jpg", "c.jpg", "d.pdf"] and offered(REVIEWER) == ["other.pdf"]
    for scanned, count in (["b.jpg", "c.jpg"], 2), (["a.pdf"], 2):
        _status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, source="scan", scanned=scanned, save="1")
        version = IFileStore(made(answer)).main().current
        assert version.page_count == count and version.note == "Từ bản quét"
    assert version.data() == whole
    for wrong in (["other.pdf"], ["a.pdf", "b.jpg"], ["d.pdf"], ["../phamquochuy/other.pdf"]):
        status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, source="scan", scanned=wrong, save="1")
        assert status == 400 and {one["field"] for one in answer["error"]["violations"]} == {"scan"}, wrong


def test_recipients_are_read_from_the_file_when_none_are_typed(agency, send, made, clock):
    letter = compose(LETTER)
    _status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, file=Upload("Công văn.docx", letter), save="1")
    document = made(answer)
    assert [row["name"] for row in document.recipients] == ["Sở Nội vụ", "Sở Tài chính", "UBND tỉnh"]
    assert [row["agency"] for row in document.recipients][0] == "snv" and document.retained_by == "VT, CNTT&CĐS"
    typed = row(0, name="Công ty Biển Xanh") | {"form.widgets.recipients.count": "1"}
    _status, answer = send(DRAFTER, agency, "add-outgoing", **GOOD, **typed, file=Upload("a.docx", letter), save="1")
    assert [row["name"] for row in made(answer).recipients] == ["Công ty Biển Xanh"]


def test_the_author_types_only_the_body(agency, send, made, clock):
    typed = {"source": "template", "save": "1", "body": "Điều 1. Ban hành kế hoạch.\r\n\r\nĐiều 2. Có hiệu lực từ ngày ký."}
    _status, answer = send(DRAFTER, agency, "add-outgoing", **{**GOOD, **typed, "document_type": "decision"})
    version = IFileStore(made(answer)).main().current
    text = paragraphs(version.data(), version.filename)
    assert "Điều 1. Ban hành kế hoạch." in text and not any("[Nội dung" in one for one in text)
    for body, code in (("dài " * 30000, "too_long"),):
        status, answer = send(DRAFTER, agency, "add-outgoing", **{**GOOD, **typed, "body": body})
        assert status == 400 and [(one["field"], one["code"]) for one in answer["error"]["violations"]] == [("body", code)]
