"""PDF, by PDFium: as good as pdfminer.six on Vietnamese and thirty times as fast (measured: 0.13 s against 3.8 s for
forty dense pages, 2.1 s for pypdf).
"""

import pypdfium2
from pypdfium2.raw import FORMTYPE_NONE
from qlvb.workflows.texts.reading import MAX_PAGES


def lines(stream, kind):
    """The text of each page: the layer under a scan and the values of form fields included."""
    with pypdfium2.PdfDocument(stream) as document:
        has_form = document.get_formtype() != FORMTYPE_NONE
        if has_form:
            document.init_forms()
        for number in range(min(len(document), MAX_PAGES)):
            if has_form:
                _write_fields_into(document, number)
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()


def _write_fields_into(document, number):
    """What is written in form fields becomes part of the page (in memory), which is then read like all else on it."""
    page = document[number]
    page.flatten()
    page.close()
