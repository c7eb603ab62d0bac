"""The form that makes number and date a permitted change: text fields and signature fields, added before the first
signature.

Number and date are read-only text fields with appearances of their own in an embedded font, so that every viewer
shows the same and PDF/A is kept; no viewer is asked to draw them (NeedAppearances stays unset).
"""

from datetime import date
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.sign import fields
from qlvb.content.layout import lines
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing.files import bytes_of
from qlvb.workflows.signing.files import entry
from qlvb.workflows.signing.files import form_fields
from qlvb.workflows.signing.files import writer_of
from qlvb.workflows.signing.places import printed_year
from qlvb.workflows.signing.refusals import refusal
import re


PERSON, ORGANISATION = "Person", "Organisation"
NUMBER_FIELDS = ("Number", "NumberLine")
DATE_FIELDS = ("Day", "Month", "Year", "DateLine")
LABELS = {
    "Number": "Số văn bản",
    "NumberLine": "Số, ký hiệu văn bản",
    "Day": "Ngày ban hành",
    "Month": "Tháng ban hành",
    "Year": "Năm ban hành",
    "DateLine": "Thời gian ban hành",
    PERSON: "Chữ ký của người có thẩm quyền",
    ORGANISATION: "Chữ ký số của cơ quan, tổ chức",
}
#: The others stand in the middle of their room.
FROM_THE_LEFT = ("NumberLine", "Year")
READ_ONLY = 1
PRINTED = 4
#: ``/F1 13 Tf``: font and size in a default appearance.
APPEARANCE = re.compile(rb"/(F[12]) ([\d.]+) Tf")


def add_form(pdf, places):
    """``pdf`` with empty fields at ``places`` (:class:`places.Places`); bytes that begin with ``pdf``.

    :raises Refused: ``already_signed``, ``already_prepared``, ``field_name_taken``, ``pdf_active`` and what
        ``writer_of`` raises.
    """
    writer = writer_of(pdf)
    present = form_fields(writer)
    if any(entry(field, "/FT") == "/Sig" and "/V" in field for field in present.values()):
        raise refusal("already_signed")
    if PERSON in present and ORGANISATION in present:
        raise refusal("already_prepared")
    if set(LABELS) & set(present):
        raise refusal("field_name_taken")
    form = _form_of(writer)
    upright, italic = fonts.embed(writer), fonts.embed(writer, italic=True)
    resources = _child(form, "/DR")
    known = _child(resources, "/Font")
    known.update({pdf_name("/F1"): upright, pdf_name("/F2"): italic})
    writer.update_container(known)
    writer.update_container(resources)
    for room in (places.number, *places.date):
        _add_text_field(writer, form, room, italic if room.italic else upright)
    fields.append_signature_field(
        writer,
        fields.SigFieldSpec(PERSON, on_page=places.person_page, box=places.person, readable_field_name=LABELS[PERSON]),
    )
    fields.append_signature_field(
        writer,
        fields.SigFieldSpec(
            ORGANISATION,
            on_page=places.person_page,
            box=places.seal,
            readable_field_name=LABELS[ORGANISATION],
            field_mdp_spec=fields.FieldMDPSpec(fields.FieldMDPAction.ALL),
            doc_mdp_update_value=fields.MDPPerm.NO_CHANGES,
        ),
    )
    writer.update_container(form)
    return bytes_of(writer)


def fill_form(pdf, number, when):
    """``pdf`` with number and date written into the fields, as one incremental update.

    ``number`` is what stands before the slash ("15", or the whole symbol when the file has no printed one),
    ``when`` a date or (day, month, year) as they are to be printed.
    :raises Refused: ``not_prepared``, ``already_numbered``, ``number_wrong``, ``year_differs``.
    """
    day, month, year = date_parts(when)
    number = str(number).strip()
    writer = writer_of(pdf)
    present = form_fields(writer)
    if PERSON not in present or not any(name in present for name in NUMBER_FIELDS):
        raise refusal("not_prepared")
    texts = {
        "Number": number,
        "NumberLine": f"Số: {number}",
        "Day": day,
        "Month": month,
        "Year": year,
        "DateLine": f"ngày {day} tháng {month} năm {year}",
    }
    wanted = {name: text for name, text in texts.items() if name in present}
    if any("/V" in present[name] for name in wanted):
        raise refusal("already_numbered")
    if not number or len(number) > 60:
        raise refusal("number_wrong", "number")
    if "Day" in present and "Year" not in present and printed_year(pdf) != int(year):
        raise refusal("year_differs", "date")
    for name, text in wanted.items():
        _write(writer, present[name], text)
    return bytes_of(writer)


def date_parts(when):
    """(day, month, year) as printed: days below 10 and the months 1 and 2 get a leading zero (Mục II.4).

    ``when`` is a date, or three strings that are checked to be a date. :raises Refused: 400 ``number_wrong``,
    field date.
    """
    if isinstance(when, date):
        return lines.date_parts(when)
    try:
        day, month, year = (str(part).strip() for part in when)
        date(int(year), int(month), int(day))
    except (TypeError, ValueError) as error:
        raise refusal("number_wrong", "date") from error
    return day, month, year


def filled(pdf_fields):
    """Whether number and date have been written: every text field of ours has a value."""
    ours = [field for name, field in pdf_fields.items() if name in NUMBER_FIELDS + DATE_FIELDS]
    return bool(ours) and all(entry(field, "/V") for field in ours)


def _form_of(writer):
    try:
        form = writer.root["/AcroForm"]
    except KeyError:
        form = generic.DictionaryObject({pdf_name("/Fields"): generic.ArrayObject()})
        writer.root["/AcroForm"] = writer.add_object(form)
        writer.update_root()
    if "/XFA" in form:
        raise refusal("pdf_active")
    if "/Fields" not in form:
        form["/Fields"] = generic.ArrayObject()
    if "/NeedAppearances" in form:
        del form["/NeedAppearances"]
    return form


def _child(dictionary, key):
    """The dictionary under ``key``, made when missing."""
    if key not in dictionary:
        dictionary[key] = generic.DictionaryObject()
    return dictionary[key]


def _add_text_field(writer, form, room, font):
    width, height = room.rect[2] - room.rect[0], room.rect[3] - room.rect[1]
    page = writer.find_page_for_modification(room.page)[0]
    style = b"/%s %s Tf 0 g" % (b"F2" if room.italic else b"F1", _number(room.size))
    characteristics = generic.DictionaryObject()
    if room.cover:
        characteristics["/BG"] = generic.ArrayObject([generic.NumberObject(1)])
    field = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Widget"),
            pdf_name("/FT"): pdf_name("/Tx"),
            pdf_name("/T"): generic.TextStringObject(room.name),
            pdf_name("/TU"): generic.TextStringObject(LABELS[room.name]),
            pdf_name("/Rect"): generic.ArrayObject(generic.FloatObject(round(side, 2)) for side in room.rect),
            pdf_name("/P"): page,
            pdf_name("/F"): generic.NumberObject(PRINTED),
            pdf_name("/Ff"): generic.NumberObject(READ_ONLY),
            pdf_name("/Q"): generic.NumberObject(1),
            pdf_name("/DA"): generic.ByteStringObject(style),
            pdf_name("/MK"): characteristics,
        }
    )
    empty = _appearance(b"/Tx BMC EMC", width, height, pdf_name("/F2" if room.italic else "/F1"), font)
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(empty)})
    reference = writer.add_object(field)
    form["/Fields"].append(reference)
    writer.update_container(form["/Fields"])
    writer.register_annotation(page, reference)


def _write(writer, field, text):
    """Value and appearance of one text field: centred on its baseline, squeezed when the place is too narrow."""
    name, size = APPEARANCE.search(_bytes(field["/DA"])).groups()
    size = float(size)
    italic = name == b"F2"
    rect = [float(side) for side in field["/Rect"]]
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    try:
        natural = fonts.text_width(text, size, italic)
    except ValueError as error:
        raise refusal("number_wrong", "number") from error
    scale = min(1.0, (width - 1) / natural)
    x = 0 if field["/T"] in FROM_THE_LEFT else (width - natural * scale) / 2
    y = height * 0.27 / 1.22
    ground = b"1 g 0 0 %s %s re f " % (_number(width), _number(height)) if "/BG" in entry(field, "/MK", {}) else b""
    content = b"%s/Tx BMC q BT 0 g /%s %s Tf %s Tz %s %s Td <%s> Tj ET Q EMC" % (
        ground,
        name,
        _number(size),
        _number(scale * 100),
        _number(x),
        _number(y),
        fonts.encode(text).hex().encode("ascii"),
    )
    font = writer.root["/AcroForm"]["/DR"]["/Font"].raw_get("/" + name.decode("ascii"))
    stream = _appearance(content, width, height, pdf_name("/" + name.decode("ascii")), font)
    field["/V"] = generic.TextStringObject(text)
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(stream)})
    writer.update_container(field)


def _appearance(content, width, height, name, font):
    fonts_used = generic.DictionaryObject({name: font})
    return generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): generic.ArrayObject(
                map(generic.FloatObject, (0, 0, round(width, 2), round(height, 2)))
            ),
            pdf_name("/Resources"): generic.DictionaryObject({pdf_name("/Font"): fonts_used}),
        },
        stream_data=content,
    )


def _bytes(value):
    return value if isinstance(value, bytes) else str(value).encode("latin-1")


def _number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".").encode("ascii")
