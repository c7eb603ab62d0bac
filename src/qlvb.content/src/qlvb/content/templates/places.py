"""Where in a docx template a fault is, in the words that stand there."""

from io import BytesIO
from lxml import etree
import re
from zipfile import ZipFile


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Parts in which fields are filled.
PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
LONGEST = 80
PAIRS = (("{{", "}}"), ("{%", "%}"))


def paragraphs(data):
    """list of str: the text of each paragraph of a docx in which something of a field stands.

    :raises lxml.etree.XMLSyntaxError: a part is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = []
    with ZipFile(BytesIO(data)) as archive:
        for name in sorted(filter(PARTS.fullmatch, archive.namelist())):
            for paragraph in etree.fromstring(archive.read(name), parser).iter(f"{WORD}p"):
                found.append("".join(text.text or "" for text in paragraph.iter(f"{WORD}t")))
    return [text for text in found if any(mark in text for pair in PAIRS for mark in pair)]


def unpaired(text):
    """bool: a field is opened in the paragraph and not closed in it, or the other way round. Pure.

    >>> unpaired("Số: {{ ky_hieu }"), unpaired("{%p if luu %}{{ luu }}{%p endif %}")
    (True, False)
    """
    return any(text.count(opening) != text.count(closing) for opening, closing in PAIRS)


def place_of(fault, texts, render):
    """str: the first of ``texts`` that fails as the whole does when it is rendered alone by ``render(text)``; "" when
    none does, as in a block over several paragraphs.
    """
    for text in texts:
        try:
            render(text)
        except Exception as found:  # whatever the whole may fail with
            if (type(found), str(found)) == (type(fault), str(fault)):
                return shortened(text)
    return ""


def shortened(text):
    """str: as much of a paragraph as a message has room for."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
