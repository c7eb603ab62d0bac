"""What keeps a PDF from being one for archives: each case is a right file with one thing done to it."""

from docx import Document
from io import BytesIO
from made_files import image as picture_file
from made_files import text_pdf
from pdfa_faults import CASES
from pdfa_parts import attach
from pdfa_parts import embedded_font
from pdfa_parts import font
from pdfa_parts import resources
from pdfa_parts import right
from pdfa_parts import saved
from pdfa_parts import script
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from PIL import Image
import pytest
from qlvb.workflows.transfer.intake.pdfa import verapdf
from qlvb.workflows.transfer.intake.pdfa.clauses import CLAUSES
from qlvb.workflows.transfer.intake.pdfa.jpeg2000 import faults_of_picture
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.pdfa.wording import SENTENCES
from qlvb.workflows.transfer.intake.pdfa.wording import lack
import subprocess


@pytest.mark.parametrize("part", [1, 2, 3])
@pytest.mark.parametrize("case", CASES)
def test_one_thing_is_done_and_found(case, part):
    change, *expected = CASES[case]
    with right(str(part)) as pdf:
        change(pdf)
        seen = look(saved(pdf))
    rules = {fault.rule for fault in seen.faults}
    assert (seen.readable, rules) == (True, {expected[part - 1]} - {None})
    assert all(fault.clause.startswith(f"ISO 19005-{part}, 6.") for fault in seen.faults)


def test_colours_without_any_profile():
    with right(with_profile=False) as pdf:
        assert [fault.detail for fault in look(saved(pdf)).faults] == ["DeviceGray"]


def test_a_default_gives_colours_a_meaning():
    with right(with_profile=False) as pdf:
        space = Array([Name.CalGray, Dictionary({"/WhitePoint": Array([1, 1, 1])})])
        resources(pdf, "ColorSpace", DefaultGray=space)
        assert look(saved(pdf)).archival


def test_a_locked_file():
    with right() as pdf:
        opened = look(saved(pdf, encryption=pikepdf.Encryption(owner="a", user="")))
        locked = look(saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b")))
    assert [fault.rule for fault in opened.faults] == [fault.rule for fault in locked.faults] == ["encrypted"]


def test_what_claims_nothing_and_what_is_broken():
    plain = look(text_pdf("Kính gửi"))
    assert ([fault.rule for fault in plain.faults], plain.pages) == (["no_claim"], 1)
    assert not look(b"%PDF-1.7\nbroken").readable


def test_part_4_is_held_to_what_it_shares():
    with right("4") as pdf:
        embedded_font(pdf)
        assert look(saved(pdf)).archival
        font(pdf)
        pdf.Root.OpenAction = script()
        assert {(fault.rule, fault.clause) for fault in look(saved(pdf)).faults} == {
            ("font_not_embedded", "ISO 19005-4"),
            ("action", "ISO 19005-4"),
        }


def test_what_older_revisions_left_is_not_looked_at():
    with right() as pdf:
        pdf.Root.OpenAction = pdf.make_indirect(script())
        before = saved(pdf)
    with pikepdf.open(BytesIO(before)) as pdf:
        del pdf.Root["/OpenAction"]
        assert look(saved(pdf)).archival


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """``written(1)``: a letter with a table, a picture and a link as LibreOffice writes it for PDF/A-1, 2 or 3."""
    place = tmp_path_factory.mktemp("written")
    document = Document()
    document.add_heading("Về việc triển khai nhiệm vụ “năm 2026”", 1)
    document.add_paragraph("Kính gửi: Ủy ban nhân dân tỉnh Sơn Hải. Ưu tiên, đặc biệt; ệ ỗ ợ ữ.").runs[0].bold = True
    document.add_table(2, 2).cell(0, 0).text = "Số thứ tự"
    document.add_picture(BytesIO(picture_file()))
    document.save(place / "thu.docx")

    def convert(part):
        target = place / str(part)
        options = f'pdf:writer_pdf_Export:{{"SelectPdfVersion":{{"type":"long","value":"{part}"}},"UseTaggedPDF":{{"type":"boolean","value":"true"}}}}'
        command = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", options, "--outdir", target]
        subprocess.run([*command, place / "thu.docx"], check=True, capture_output=True)
        return (target / "thu.pdf").read_bytes()

    return convert


@pytest.mark.parametrize("part", [1, 2, 3])
def test_what_libreoffice_writes_raises_no_alarm(written, part):
    data = written(part)
    assert look(data).faults == ()
    with pikepdf.open(BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, Dictionary) and "/Widths" in one:
                one.Widths = Array([1] * len(one.Widths))
        altered = look(saved(pdf))
    assert {one.rule for one in altered.faults} == {"font_widths"}


def test_a_table_attached_to_part_3_and_the_clause_of_each():
    with right("3") as pdf:
        attach(pdf)
        (found,) = look(saved(pdf)).faults
    assert (found.rule, found.clause, found.detail) == ("embedded_file", "ISO 19005-3, 6.8", "so-lieu.csv")


def test_a_picture_of_another_program():
    """Pillow writes JPEG 2000 with OpenJPEG; its raw stream is read by its own head."""
    target = BytesIO()
    Image.new("RGB", (8, 8), "red").save(target, "JPEG2000")
    assert faults_of_picture(target.getvalue()) == []
    stream = BytesIO()
    Image.new("LA", (8, 8)).save(stream, "JPEG2000", no_jp2=True)
    assert faults_of_picture(stream.getvalue()) == ["channels 2"]


def test_every_rule_has_words_and_a_case():
    assert set(SENTENCES) == {*CLAUSES, verapdf.RULE}
    shown = {rule for _change, *rules in CASES.values() for rule in rules if rule}
    assert set(CLAUSES) - shown == {"encrypted", "no_claim", "no_id"}
    said = lack("font_not_embedded", "ISO 19005-2, 6.2.11.4.1", "Arial", target_language="vi")
    assert said == "phông chữ Arial không nhúng trong tệp (ISO 19005-2, 6.2.11.4.1)"
