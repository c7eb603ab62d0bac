"""The prepared form and what is filled in."""

from datetime import date
from io import BytesIO
import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
import pytest
from qlvb.content.violations import Refused
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing import form
from qlvb.workflows.signing.places import find_places
import subprocess


def widgets(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {
            str(field.T): {
                "value": str(field.get("/V", "")),
                "appearance": field.AP.N.read_bytes(),
                "flags": int(field.F),
                "rect": [float(side) for side in field.Rect],
            }
            for field in opened.Root.AcroForm.Fields
        }


def text_of(pdf, tmp_path):
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def code_of(call, *arguments):
    with pytest.raises(Refused) as refused:
        call(*arguments)
    return refused.value.violations[0].code


def test_prepared_fields(prepared, letter):
    assert prepared.startswith(letter)
    found = widgets(prepared)
    assert set(found) == {"Number", "Day", "Month", "Year", "Person", "Organisation"}
    assert all(field["value"] == "" for field in found.values())
    assert all(field["flags"] & 4 and not field["flags"] & 0b100011 for field in found.values())


def test_preparing_keeps_pdf_a(prepared):
    with pikepdf.open(BytesIO(prepared)) as opened:
        assert opened.open_metadata().pdfa_status == "2B"
        assert "/NeedAppearances" not in opened.Root.AcroForm


def test_every_font_is_embedded(prepared, tmp_path):
    path = tmp_path / "prepared.pdf"
    path.write_bytes(prepared)
    said = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert any("TeXGyreTermes-Regular" in line for line in said)
    assert all(line.split()[-5] == "yes" for line in said)


def test_preparing_shows_nothing(letter, prepared, tmp_path):
    assert text_of(prepared, tmp_path) == text_of(letter, tmp_path)


@pytest.mark.parametrize(
    "when, line",
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 11, 30), "ngày 30 tháng 11 năm 2026"),
        (("09", "3", "2026"), "ngày 09 tháng 3 năm 2026"),
    ],
)
def test_number_and_date_can_be_read(prepared, tmp_path, when, line):
    filled = form.fill_form(prepared, "15", when)
    assert filled.startswith(prepared)
    text = " ".join(text_of(filled, tmp_path).split())
    assert "Số: 15 /SKHCN-CNTT&CĐS" in text
    assert line in text


def test_long_numbers_are_squeezed_into_their_room(prepared):
    short, long = (widgets(form.fill_form(prepared, number, date(2026, 1, 5)))["Number"] for number in ("15", "123456"))
    assert short["rect"] == long["rect"]
    assert b" 100 Tz" in short["appearance"]
    assert b" 100 Tz" not in long["appearance"]


def test_whole_lines_where_nothing_is_printed(make_pdf, tmp_path):
    blank = make_pdf([])
    filled = form.fill_form(form.add_form(blank, find_places(blank)), "15/QĐ-SKHCN", date(2026, 1, 5))
    text = text_of(filled, tmp_path)
    assert "Số: 15/QĐ-SKHCN" in text
    assert "ngày 05 tháng 01 năm 2026" in text


def test_every_letter_of_the_form_font_has_a_code_of_its_own():
    assert len(set(fonts.CODES.values())) == len(fonts.CODES)
    assert set("ỦY BAN NHÂN DÂN ĐỐC ĐđốốảịƯư0123456789/&-") <= set(fonts.CODES)
    with pytest.raises(ValueError):
        fonts.encode("漢")


@pytest.mark.parametrize(
    "number, when, code",
    [
        ("", date(2026, 1, 5), "number_wrong"),
        ("1" * 61, date(2026, 1, 5), "number_wrong"),
        ("漢", date(2026, 1, 5), "number_wrong"),
        ("15", ("31", "02", "2026"), "number_wrong"),
        ("15", ("x", "02", "2026"), "number_wrong"),
        ("15", None, "number_wrong"),
    ],
)
def test_wrong_numbers_and_dates(prepared, number, when, code):
    assert code_of(form.fill_form, prepared, number, when) == code


def test_the_printed_year_must_be_that_of_the_date(make_pdf):
    pdf = make_pdf([(100, 760, 13, "Số:         /A"), (330, 760, 13, "ngày      tháng      năm 2025")])
    prepared = form.add_form(pdf, find_places(pdf))
    assert code_of(form.fill_form, prepared, "15", date(2026, 1, 5)) == "year_differs"
    assert form.fill_form(prepared, "15", date(2025, 12, 31)).startswith(prepared)


def test_refusals(letter, prepared, signing, signed):
    places = find_places(letter)
    assert code_of(form.add_form, prepared, places) == "already_prepared"
    assert code_of(form.add_form, signed, places) == "already_signed"
    assert code_of(form.fill_form, letter, "15", date(2026, 1, 5)) == "not_prepared"
    filled = form.fill_form(prepared, "15", date(2026, 1, 5))
    assert code_of(form.fill_form, filled, "16", date(2026, 1, 5)) == "already_numbered"


def with_entry(pdf, key, value):
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.Root[key] = opened.make_indirect(value)
        opened.save(output)
    return output.getvalue()


def test_files_that_may_change_by_themselves(letter):
    places = find_places(letter)
    script = {"/S": pikepdf.Name.JavaScript, "/JS": pikepdf.String("app.alert(1)")}
    opened = pikepdf.Dictionary(script)
    closed = pikepdf.Dictionary({"/WC": pikepdf.Dictionary(script)})
    assert code_of(form.add_form, with_entry(letter, "/OpenAction", opened), places) == "pdf_active"
    assert code_of(form.add_form, with_entry(letter, "/AA", closed), places) == "pdf_active"
    dynamic = pikepdf.Dictionary(Fields=pikepdf.Array(), XFA=pikepdf.String("x"))
    assert code_of(form.add_form, with_entry(letter, "/AcroForm", dynamic), places) == "pdf_active"


def test_encrypted_files(letter):
    output = BytesIO()
    with pikepdf.open(BytesIO(letter)) as opened:
        opened.save(output, encryption=pikepdf.Encryption(owner="x", user=""))
    assert code_of(form.add_form, output.getvalue(), find_places(letter)) == "pdf_encrypted"


def test_a_field_of_the_same_name(letter):
    writer = IncrementalPdfFileWriter(BytesIO(letter))
    fields.append_signature_field(writer, fields.SigFieldSpec("Number"))
    output = BytesIO()
    writer.write(output)
    assert code_of(form.add_form, output.getvalue(), find_places(letter)) == "field_name_taken"


def test_a_form_that_is_there_already_keeps_its_fields(letter, tmp_path):
    output = BytesIO()
    with pikepdf.open(BytesIO(letter)) as opened:
        note = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("Note"), V=pikepdf.String("x"))
        fonts_there = opened.make_indirect(pikepdf.Dictionary(Helv=pikepdf.Dictionary(Type=pikepdf.Name.Font)))
        resources = opened.make_indirect(pikepdf.Dictionary(Font=fonts_there))
        listed = opened.make_indirect(pikepdf.Array([opened.make_indirect(note)]))
        opened.Root.AcroForm = opened.make_indirect(pikepdf.Dictionary(Fields=listed, DR=resources))
        opened.save(output)
    filled = form.fill_form(form.add_form(output.getvalue(), find_places(letter)), "15", date(2026, 1, 5))
    with pikepdf.open(BytesIO(filled)) as opened:
        names = [str(field.T) for field in opened.Root.AcroForm.Fields]
        assert names[0] == "Note" and set(names) >= {"Number", "Person", "Organisation"}
        assert set(opened.Root.AcroForm.DR.Font.keys()) == {"/Helv", "/F1", "/F2"}
    assert "Số: 15" in " ".join(text_of(filled, tmp_path).split())
