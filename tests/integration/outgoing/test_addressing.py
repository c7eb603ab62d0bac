"""Recipients are read from the draft's own file and matched to the agencies of the site."""

from docx import Document
from io import BytesIO
from outgoing_story import DRAFTER
from outgoing_story import make_draft
from printed import LEFT
from printed import RIGHT
from printed import two_columns
from qlvb.content.files.interfaces import IFileStore


def letter(*lines):
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    for line in lines:
        cell.add_paragraph(line)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def test_who_is_named_is_added_once(province, clock, keys, registers, cast):
    draft = make_draft(files=False)
    data = letter("Nơi nhận:", "- Sở Nội vụ;", "- Công ty Sao Mai (để biết);", "- Lưu: VT, CNTT.")
    IFileStore(draft).add("main", "Công văn.docx", data, DRAFTER)
    result = cast.drafter.does(draft, "read_recipients")
    assert result["added"] == ["Công ty Sao Mai"]
    rows = [(row["name"], row["agency"], row["purpose"]) for row in draft.recipients]
    assert rows == [("Sở Nội vụ", "snv", "for_execution"), ("Công ty Sao Mai", "", "for_information")]
    assert draft.retained_by == "VT, CNTT"
    assert cast.drafter.does(draft, "read_recipients")["added"] == []


def test_of_a_pdf_the_same_is_read(province, clock, keys, registers, cast):
    draft = make_draft(files=False)
    IFileStore(draft).add("main", "Công văn.pdf", two_columns(LEFT, RIGHT), DRAFTER)
    assert "read_recipients" in cast.drafter.is_offered(draft)
    assert cast.drafter.does(draft, "read_recipients")["added"] == ["Công ty Sao Mai", "Chủ tịch UBND tỉnh"]
    purposes = [(row["name"], row["purpose"]) for row in draft.recipients]
    assert purposes[1:] == [("Công ty Sao Mai", "for_information"), ("Chủ tịch UBND tỉnh", "for_report")]
    assert draft.retained_by == "VT, CNTT"


def test_a_pdf_without_words_is_not_read(draft, cast):
    assert cast.drafter.is_refused(draft, "read_recipients") == (400, {("", "no_draft_text")})
