from docx import Document
from io import BytesIO
import pytest
from qlvb.policy.document.comparison import Unreadable
from qlvb.policy.document.comparison import compare
from qlvb.policy.document.comparison import counts
from qlvb.policy.document.comparison import folded
from qlvb.policy.document.comparison import join_lines
from qlvb.policy.document.comparison import paragraphs
import unicodedata
from zipfile import ZipFile


def docx(*texts):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(pieces):
    return [piece.text for piece in pieces if piece.changed]


def test_text_of_a_docx_comes_in_paragraphs_and_composed():
    decomposed = unicodedata.normalize("NFD", "Điều 1. Phê duyệt")
    assert paragraphs(docx(decomposed, "", "  Điều   2. Thi hành "), "a.docx") == [
        "Điều 1. Phê duyệt",
        "Điều 2. Thi hành",
    ]


@pytest.mark.parametrize(
    "data, filename",
    [
        (b"not a zip", "a.docx"),
        (b"%PDF-1.4 broken", "a.pdf"),
        (b"hello", "a.txt"),
        (docx(""), "a.docx"),
    ],
)
def test_files_without_readable_text_are_refused(data, filename):
    with pytest.raises(Unreadable):
        paragraphs(data, filename)


def test_entities_of_a_forged_docx_are_not_expanded():
    stream = BytesIO()
    xml = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:p><w:t>Trước &x; sau</w:t></w:p></w:document>"
    )
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", xml)
    found = " ".join(paragraphs(stream.getvalue(), "a.docx"))
    assert "Trước" in found and len(found) < 20


def test_lines_of_a_page_are_joined_to_paragraphs():
    lines = ["QUYẾT ĐỊNH", "Điều 1. Phê duyệt kế hoạch", "năm 2026.", "- Mục một", "tiếp theo;", "1. Hai"]
    assert join_lines(lines) == ["QUYẾT ĐỊNH", "Điều 1. Phê duyệt kế hoạch năm 2026.", "- Mục một tiếp theo;", "1. Hai"]


def test_a_changed_word_is_marked_on_both_sides():
    (row,) = compare(["Gửi trước ngày 30/11/2026."], ["Gửi trước ngày 05/12/2026."])
    assert row.kind == "changed"
    assert changed(row.old) == ["30", "11"] and changed(row.new) == ["05", "12"]
    assert "".join(piece.text for piece in row.new) == "Gửi trước ngày 05/12/2026."


def test_added_and_removed_paragraphs_stand_alone():
    old = ["Mở đầu", "Đoạn sẽ bị bỏ hoàn toàn", "Kết thúc"]
    new = ["Mở đầu", "Kết thúc", "Nơi nhận"]
    rows = compare(old, new)
    assert [row.kind for row in rows] == ["same", "removed", "same", "added"]
    assert counts(rows) == (0, 1, 1)
    assert rows[1].new == () and rows[3].old == ()


def test_like_paragraphs_stand_beside_each_other():
    old = ["Căn cứ Luật A", "Các đơn vị gửi báo cáo trước ngày 01"]
    new = ["Theo đề nghị của Chánh Văn phòng", "Các đơn vị gửi báo cáo trước ngày 15"]
    assert [row.kind for row in compare(old, new)] == ["removed", "added", "changed"]


def test_long_unchanged_stretches_are_folded():
    old = [f"Đoạn {number}" for number in range(20)]
    new = [*old[:10], "Đoạn mới thêm", *old[10:]]
    shown = folded(compare(old, new), context=2)
    assert shown[0] == 8 and shown[-1] == 8
    assert [row.kind for row in shown[1:-1]] == ["same", "same", "added", "same", "same"]


def test_nothing_changed_is_one_fold():
    assert folded(compare(["a", "b"], ["a", "b"])) == [2]
