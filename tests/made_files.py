"""Files made for tests: good ones of every kind, and the bad ones that people and attackers send."""

from docx import Document
from docx.oxml import parse_xml
from fpdf import FPDF
from fpdf.enums import TextMode
from io import BytesIO
from openpyxl import Workbook
import pikepdf
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from qlvb.workflows.signing import fonts
import struct
import zipfile
import zlib


_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def docx(text="Kính gửi: Sở Nội vụ"):
    document = Document()
    document.add_paragraph(text)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def full_docx():
    """A docx with words wherever word processors put them, and some that are not to be read."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Đầu trang: HỎA TỐC"
    document.sections[0].footer.paragraphs[0].text = "Chân trang: Sở Nội vụ"
    document.add_paragraph("Căn cứ Nghị định số 30/2020/NĐ-CP")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Số thứ tự"
    table.cell(0, 1).text = "Họ và tên: Đặng Thị Ưng"
    names = " ".join(f'xmlns:{prefix}="{document.element.nsmap.get(prefix, _MC)}"' for prefix in ("w", "mc"))
    for inner in (
        "<w:del><w:r><w:delText>đoạn đã xóa</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>đoạn chèn thêm</w:t></w:r></w:ins>",
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>Trong khung chữ</w:t></w:r>"
        "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>Trong khung chữ</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        "<w:sdt><w:sdtContent><w:r><w:t>Trong ô nhập</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        document.element.body.insert(1, parse_xml(f"<w:p {names}>{inner}</w:p>"))
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def xlsx(*rows):
    book = Workbook()
    book.active["A1"] = "Biểu mẫu"
    for row in rows:
        book.active.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def pdf(pages=1, password=None):
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page(page_size=(595, 842))
    target = BytesIO()
    encryption = pikepdf.Encryption(owner=password, user=password) if password else False
    made.save(target, encryption=encryption)
    return target.getvalue()


def archival(pages=1):
    """bytes of an empty PDF that says that it is PDF/A-2b, with an output intent."""
    with pikepdf.open(BytesIO(pdf(pages))) as found:
        with found.open_metadata() as metadata:
            metadata["pdfaid:part"], metadata["pdfaid:conformance"] = "2", "B"
        profile = found.make_stream(b"profile")
        intent = {"/Type": "/OutputIntent", "/S": "/GTS_PDFA1", "/OutputConditionIdentifier": pikepdf.String("sRGB"), "/DestOutputProfile": profile}
        found.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary({name: pikepdf.Name(value) if isinstance(value, str) else value for name, value in intent.items()})])
        stream = BytesIO()
        found.save(stream)
    return stream.getvalue()


def text_pdf(*pages, seen=True):
    """A PDF with these words, a str a page; not ``seen``: as the layer that recognition puts under a scan."""
    made = FPDF()
    with fonts.font_file() as font:
        made.add_font("Termes", fname=font.name)
    for text in pages:
        made.add_page()
        made.set_font("Termes", size=12)
        if not seen:
            made.image(Image.open(BytesIO(image())), x=0, y=0, w=made.w, h=made.h)
            made.text_mode = TextMode.INVISIBLE
        made.multi_cell(0, text=text)
    return bytes(made.output())


def scan():
    """A page that is nothing but a picture."""
    made = FPDF()
    made.add_page()
    made.image(Image.open(BytesIO(image())), x=0, y=0, w=made.w, h=made.h)
    return bytes(made.output())


def sheet(*lines):
    """A sheet of A4 at 200 dots per inch with these lines, as a scanner sees it: PIL Image."""
    drawn = Image.new("L", (1654, 2339), 255)
    with fonts.font_file() as file:
        font = ImageFont.truetype(file.name, 44)
    for number, line in enumerate(lines):
        ImageDraw.Draw(drawn).text((150, 200 + 100 * number), line, font=font, fill=0)
    return drawn


def picture(drawn, kind="PDF", **options):
    """Bytes of a PIL image in a format of Pillow."""
    stream = BytesIO()
    drawn.save(stream, kind, **({"resolution": 200} if kind == "PDF" else {}), **options)
    return stream.getvalue()


def swelling_pdf():
    """A PDF of a few thousand bytes whose page unpacks to 3 GB.

    A block of deflate that does not look back can be written again and again; what that gives packs well again.
    """
    packer = zlib.compressobj(9)
    head = packer.compress(b" ") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"BT ET\n" * 170_000) + packer.flush(zlib.Z_FULL_FLUSH)
    made = pikepdf.new()
    packed = zlib.compress(head + block * 3_000 + packer.flush(), 9)
    made.add_blank_page().Contents = pikepdf.Stream(made, packed, Filter=[pikepdf.Name.FlateDecode] * 2)
    target = BytesIO()
    made.save(target, compress_streams=False)
    return target.getvalue()


def image(kind="PNG"):
    target = BytesIO()
    Image.new("RGB", (8, 8), "white").save(target, kind)
    return target.getvalue()


def archive(entries, source=None):
    """A zip file with ``entries`` (name -> bytes), after those of the zip file ``source``; entries of that name are
    replaced.
    """
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        if source is not None:
            with zipfile.ZipFile(BytesIO(source)) as old:
                for name in old.namelist():
                    if name not in entries:
                        made.writestr(name, old.read(name))
        for name, data in entries.items():
            made.writestr(name, data)
    return target.getvalue()


def odf(kind, body):
    """An ODF file of a kind ("text", "spreadsheet" …) with ``body`` (XML of paragraphs) as its content."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    content = f"<o:document xmlns:o='{base}:office:1.0' xmlns:text='{base}:text:1.0'>{body}</o:document>"
    entries = {"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), "content.xml": content.encode()}
    return archive(entries)


def pptx(*slides):
    """Just enough of a presentation: a paragraph a slide."""
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    entries = {
        f"ppt/slides/slide{number}.xml": f"<s xmlns:a='a'><a:p><a:r><a:t>{text}</a:t></a:r></a:p></s>".encode()
        for number, text in enumerate(slides, start=1)
    }
    entries["[Content_Types].xml"] = (
        f"<Types><Override PartName='/ppt/presentation.xml' ContentType='{main}'/></Types>".encode()
    )
    entries["ppt/presentation.xml"] = b"<p/>"
    return archive(entries)


def odt(**more):
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        made.writestr("content.xml", "<office xmlns='urn:oasis:names:tc:opendocument:xmlns:office:1.0'/>")
        for name, data in more.items():
            made.writestr(name, data)
    return target.getvalue()


def with_macros():
    return archive({"word/vbaProject.bin": b"\0" * 16}, docx())


def with_damaged_part():
    """A docx of which one byte of the text was lost on the way."""
    data = bytearray(docx("x" * 2000))
    with zipfile.ZipFile(BytesIO(bytes(data))) as made:
        info = made.getinfo("word/document.xml")
    data[info.header_offset + 30 + len(info.filename) + len(info.extra) + 40] ^= 0xFF
    return bytes(data)


def with_broken_xml():
    return archive({"word/document.xml": b"<w:document><w:body>"}, docx())


def bomb():
    return archive({"word/media/big.bin": b"\0" * (64 * 1024 * 1024)}, docx())


def compound(*names):
    """The smallest compound file (as of old Office) with these names at the top level."""
    size = 512
    entries = [_entry("Root Entry", 5, child=1 if names else 0xFFFFFFFF)]
    for place, name in enumerate(names, start=1):
        right = place + 1 if place < len(names) else 0xFFFFFFFF
        entries.append(_entry(name, 2, right=right))
    while len(entries) % 4:
        entries.append(b"\0" * 128)
    directory = b"".join(entries)
    sectors = len(directory) // size
    fat = [0xFFFFFFFD] + [place + 2 for place in range(sectors - 1)] + [0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (size // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", 0xFFFFFFFF) * 108
    return header + struct.pack(f"<{size // 4}I", *fat) + directory


def _entry(name, kind, right=0xFFFFFFFF, child=0xFFFFFFFF):
    raw = name.encode("utf-16-le") + b"\0\0"
    return (raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, right, child)).ljust(
        128, b"\0"
    )


def photo(number=1, size=(300, 420)):
    """A photograph of a page with a number on it, as a phone sends it (JPEG)."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).text((40, 40), str(number), fill="black")
    target = BytesIO()
    image.save(target, "JPEG")
    return target.getvalue()
