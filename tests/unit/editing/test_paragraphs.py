"""Typing over the paragraphs of a docx: words change, looks and everything else stay."""

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from io import BytesIO
from layout_faults import LETTER
import pytest
from qlvb.content.layout.compose import compose
from qlvb.workflows.editing.paragraphs import changed_lines
from qlvb.workflows.editing.paragraphs import differences
from qlvb.workflows.editing.paragraphs import lines_of
from qlvb.workflows.editing.paragraphs import rewrite


def saved(document):
    output = BytesIO()
    document.save(output)
    return output.getvalue()


@pytest.fixture
def data():
    """A heading in a table, an article with a bold beginning, a sentence, a paragraph with a picture's place."""
    document = Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "SỞ KHOA HỌC", "CỘNG HÒA"
    article = document.add_paragraph()
    article.add_run("Điều 1. ").bold = True
    article.add_run("Thời hạn là 5 ngày.")
    document.add_paragraph("")
    document.add_paragraph("Nơi nhận:\n- Như trên;")
    document.add_paragraph("Hình 1").add_run()._r.append(OxmlElement("w:drawing"))
    return saved(document)


def texts(data):
    return [line.text for line in lines_of(data)]


def looks(data):
    """list of (text, bold) of the runs of the body that hold words."""
    runs = [run for paragraph in Document(BytesIO(data)).paragraphs for run in paragraph.runs]
    return [(run.text, bool(run.bold)) for run in runs if run.text]


def test_paragraphs_with_words_are_told_in_reading_order(data):
    found = [(line.number, line.text, line.in_table, line.fixed) for line in lines_of(data)]
    assert found == [
        (1, "SỞ KHOA HỌC", True, False),
        (2, "CỘNG HÒA", True, False),
        (3, "Điều 1. Thời hạn là 5 ngày.", False, False),
        (4, "Nơi nhận:\n- Như trên;", False, False),
        (5, "Hình 1", False, True),
    ]


CASES = [
    # what is typed into the third paragraph, runs afterwards
    ("Điều 1. Thời hạn là 7 ngày.", [("Điều 1. ", True), ("Thời hạn là 7 ngày.", False)]),
    ("Điều 2. Thời hạn là 5 ngày.", [("Điều 2. ", True), ("Thời hạn là 5 ngày.", False)]),
    ("Điều 1. Ngay lập tức.", [("Điều 1. ", True), ("Ngay lập tức.", False)]),
    ("Điều 1. Thời hạn là 5 ngày. Hết.", [("Điều 1. ", True), ("Thời hạn là 5 ngày. Hết.", False)]),
    ("Khoản 9 ngày", [("Khoản 9", True), (" ngày", False)]),
    ("", []),
    (
        "Điều 1. Một.\nĐiều 2. Hai.",
        [("Điều 1. ", True), ("Một.", False), ("Điều 2. ", True), ("Hai.", False)],
    ),
]


@pytest.mark.parametrize(("typed", "runs"), CASES, ids=[typed for typed, _runs in CASES])
def test_what_stays_the_same_keeps_its_looks(data, typed, runs):
    wanted = texts(data)
    wanted[2] = typed
    fresh, changed = rewrite(data, wanted)
    assert changed == [3]
    kept = [("Nơi nhận:\n- Như trên;", False), ("Hình 1", False)]
    assert looks(fresh) == [*runs, *kept]
    assert [line for line in texts(fresh) if line not in typed.split("\n")] == [*texts(data)[:2], *texts(data)[3:]]


def test_cells_keep_a_paragraph_and_breaks_stay_breaks(data):
    wanted = texts(data)
    wanted[0], wanted[3], wanted[4] = "", "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "Hình 2"
    fresh, changed = rewrite(data, wanted)
    assert changed == [1, 4]  # where a picture stands nothing is typed over
    assert texts(fresh) == [*wanted[1:4], "Hình 1"]
    assert len(Document(BytesIO(fresh)).tables[0].rows[0].cells[0].paragraphs) == 1


def test_the_end_of_a_section_stays_with_its_last_paragraph():
    document = Document()
    document.add_paragraph("Một")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Hai")
    before = texts(saved(document))
    fresh, _changed = rewrite(saved(document), ["Một\nRưỡi", "Hai"])
    assert (before, texts(fresh)) == (["Một", "Hai"], ["Một", "Rưỡi", "Hai"])
    assert len(Document(BytesIO(fresh)).sections) == 2
    fresh, _changed = rewrite(saved(document), ["", "Hai"])
    assert (texts(fresh), len(Document(BytesIO(fresh)).sections)) == (["Hai"], 2)


def test_a_composed_letter_is_read_and_written_whole():
    data = compose(LETTER)
    wanted = texts(data)
    assert len(wanted) > 10
    assert rewrite(data, wanted)[1] == [] and texts(rewrite(data, wanted)[0]) == wanted
    wanted[-3] += " (sửa)"
    assert texts(rewrite(data, wanted)[0]) == wanted


def test_one_text_for_each_line(data):
    with pytest.raises(ValueError):
        rewrite(data, ["thiếu"])
    lines = lines_of(data)
    assert changed_lines(lines, [line.text for line in lines]) == []
    assert changed_lines(lines, ["x"] * 5) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "a", [(0, 0, "a")]),
        ("a b", "a b c", [(3, 3, " c")]),
        ("a b c", "x b y", [(0, 1, "x"), (4, 5, "y")]),
        ("abc", "abc", []),
        ("abc", "", [(0, 3, "")]),
    ],
)
def test_the_least_is_replaced(old, new, found):
    assert differences(old, new) == found
