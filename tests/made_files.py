"""Files made for tests: good ones of every kind, and the bad ones that people and attackers send."""

from docx import Document
from io import BytesIO
from openpyxl import Workbook
import pikepdf
from PIL import Image
import struct
import zipfile


def docx(text="Kính gửi: Sở Nội vụ"):
    document = Document()
    document.add_paragraph(text)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def xlsx():
    book = Workbook()
    book.active["A1"] = "Biểu mẫu"
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
