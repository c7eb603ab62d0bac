"""Which files are taken: table of what people send."""

from io import BytesIO
import made_files as made
import pytest
from qlvb.content.files.rules import check_file


MEGABYTE = 1024 * 1024
DOCX, PDF, XLSX, ODT = made.docx(), made.pdf(), made.xlsx(), made.odt()

ACCEPTED = [
    ("main", "Công văn.docx", DOCX, "docx"),
    ("main", "Công văn.PDF", PDF, "pdf"),
    ("main", "a.odt", ODT, "odt"),
    ("main", "cũ.doc", made.compound("1Table", "WordDocument"), "doc"),
    ("annex", "Phụ lục 1.xlsx", XLSX, "xlsx"),
    ("annex", "cũ.xls", made.compound("Workbook"), "xls"),
    ("annex", "cũ.ppt", made.compound("PowerPoint Document"), "ppt"),
    ("annex", "ảnh.png", made.image(), "png"),
    ("annex", "ảnh.jpeg", made.image("JPEG"), "jpeg"),
    ("annex", "ảnh.JPG", made.image("JPEG"), "jpeg"),
    ("annex", "ảnh.tif", made.image("TIFF"), "tiff"),
    ("annex", "ảnh.gif", made.image("GIF"), "gif"),
    ("annex", "kèm theo.zip", made.archive({"a.txt": b"a"}), "zip"),
    ("original", "kèm theo.rar", b"Rar!\x1a\x07\x01\x00" + b"\0" * 20, "rar"),
    ("annex", "phim.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 99, "mp4"),
    ("original", "phim.AVI", b"RIFF\0\0\0\0AVI LIST" + b"\0" * 99, "avi"),
    ("annex", "lời.wma", bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + b"\0" * 99, "wmv"),
    ("original", "lời.mp3", b"\xff\xfb\x90\x64" + b"\0" * 99, "mp3"),
    ("original", "gốc.docx", DOCX, "docx"),
    ("signed", "đã ký.pdf", PDF, "pdf"),
]

REFUSED = [
    ("main", "rỗng.pdf", b"", "file_empty"),
    ("main", "", PDF, "file_name_missing"),
    ("other", "a.pdf", PDF, "file_role_unknown"),
    ("main", "bảng.xlsx", XLSX, "file_type_not_allowed"),
    ("signed", "a.docx", DOCX, "file_type_not_allowed"),
    ("annex", "a.rar", b"Rar!\x1a\x07\x01\x00", "file_type_not_allowed"),
    ("main", "phim.mp4", b"\0\0\0\x18ftypmp42", "file_type_not_allowed"),
    ("result", "phim.mp4", b"\0\0\0\x18ftypmp42", "file_type_not_allowed"),
    ("annex", "phim.mp4", b"MZ\x90\0" + b"\0" * 100, "file_extension_mismatch"),
    ("annex", "chương trình.exe", b"MZ\x90\0" + b"\0" * 100, "file_type_not_allowed"),
    ("annex", "trang.html", b"<html><script>1</script></html>", "file_type_not_allowed"),
    ("annex", "hình.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "file_type_not_allowed"),
    ("main", "giả.pdf", DOCX, "file_extension_mismatch"),
    ("main", "giả.docx", PDF, "file_extension_mismatch"),
    ("main", "giả.docx", b"MZ\x90\0" + b"\0" * 100, "file_extension_mismatch"),
    ("main", "giả.docx", made.archive({"a.txt": b"a"}), "file_extension_mismatch"),
    ("main", "giả.docx", XLSX, "file_extension_mismatch"),
    ("main", "không đuôi", PDF, "file_extension_mismatch"),
    ("main", "a.pdf.exe", PDF, "file_extension_mismatch"),
    ("annex", "ảnh.png", made.image("JPEG"), "file_extension_mismatch"),
    ("main", "cụt.pdf", made.pdf(3)[:-200], "file_broken"),
    ("main", "hỏng.pdf", b"%PDF-1.7\nxxxx\n%%EOF", "file_broken"),
    ("main", "hỏng.docx", DOCX[: len(DOCX) // 2], "file_broken"),
    ("main", "hỏng.docx", made.with_damaged_part(), "file_broken"),
    ("main", "hỏng.docx", made.with_broken_xml(), "file_broken"),
    ("main", "hỏng.docx", made.archive({"[Content_Types].xml": b"<Types/>"}), "file_broken"),
    ("annex", "hỏng.png", made.image()[:30], "file_broken"),
    ("main", "hỏng.doc", made.compound("WordDocument")[:600], "file_broken"),
    ("main", "mật khẩu.pdf", made.pdf(password="bimat"), "file_encrypted"),
    ("main", "mật khẩu.docx", made.compound("EncryptedPackage", "EncryptionInfo"), "file_encrypted"),
    ("main", "macro.docx", made.with_macros(), "file_has_macros"),
    ("main", "macro.doc", made.compound("WordDocument", "Macros"), "file_has_macros"),
    ("main", "macro.odt", made.odt(**{"Basic/script-lc.xml": "<x/>"}), "file_has_macros"),
    ("main", "bom.docx", made.bomb(), "file_too_large_unpacked"),
    ("main", "to.pdf", PDF + b"\n" * MEGABYTE, "file_too_large"),
]


@pytest.mark.parametrize(("role", "name", "data", "kind"), ACCEPTED, ids=[f"{case[0]} {case[1]}" for case in ACCEPTED])
def test_accepted(role, name, data, kind):
    violations, found = check_file(BytesIO(data), name, role, MEGABYTE)
    assert violations == []
    assert found.kind == kind


@pytest.mark.parametrize(
    ("role", "name", "data", "code"), REFUSED, ids=[f"{case[0]} {case[1]} {case[3]} {len(case[2])}" for case in REFUSED]
)
def test_refused(role, name, data, code):
    violations, _found = check_file(BytesIO(data), name, role, MEGABYTE)
    assert [(violation.field, violation.code) for violation in violations] == [("file", code)]
    assert violations[0].message.default


def test_pages_are_counted():
    assert check_file(BytesIO(made.pdf(7)), "a.pdf", "annex", MEGABYTE)[1].page_count == 7


def test_damaged_table_of_a_pdf_is_refused_only_where_it_will_be_signed():
    shifted = made.pdf(2).replace(b"startxref\n", b"startxref\n9")
    assert [v.code for v in check_file(BytesIO(shifted), "a.pdf", "main", MEGABYTE)[0]] == ["file_broken"]
    assert check_file(BytesIO(shifted), "a.pdf", "original", MEGABYTE)[0] == []


def test_endless_directory_of_a_compound_file_ends():
    data = bytearray(made.compound("WordDocument", "1Table", "Data", "CompObj"))
    data[512 + 4 : 512 + 8] = (1).to_bytes(4, "little")
    assert [v.code for v in check_file(BytesIO(bytes(data)), "a.doc", "main", MEGABYTE)[0]] == ["file_broken"]
