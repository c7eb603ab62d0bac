"""Find the separator sheets, write the documents between them."""

from pathlib import Path
import pikepdf
import pypdfium2
from qlvb.workflows.scanning.splitting import MAX_MEMORY
from qlvb.workflows.scanning.splitting import MAX_PAGES
from qlvb.workflows.scanning.splitting import SHEET
from qlvb.workflows.scanning.splitting import UNREADABLE
from resource import RLIMIT_AS
from resource import RLIMIT_CORE
from resource import setrlimit
import sys
import traceback
import zxingcpp


#: Long side of the picture in which the code is looked for (pixels): some 150 dots per inch of A4.
SIDE = 1754


def main(stack, directory):
    """Returns the exit status."""
    setrlimit(RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    setrlimit(RLIMIT_CORE, (0, 0))
    try:
        sheets = [is_sheet(page) for page in list(pypdfium2.PdfDocument(stack))[:MAX_PAGES]]
        if any(sheets):
            write(stack, parts(sheets), Path(directory))
    except Exception:
        # Libraries answer broken files with every exception there is; to the caller they all mean the same.
        traceback.print_exc()
        return UNREADABLE
    return 0


def is_sheet(page):
    """bool: the page bears the code of a separator sheet."""
    picture = page.render(scale=min(4, SIDE / max(page.get_size())), grayscale=True).to_pil()
    return any(found.text == SHEET for found in zxingcpp.read_barcodes(picture))


def parts(sheets):
    """Numbers (from 0) of the pages of each document; ``sheets``: bool for each page. Pure.

    >>> parts([True, False, False, True, True, False])
    [[1, 2], [5]]
    >>> parts([False, True, False])
    [[0], [2]]
    """
    found = [[]]
    for number, sheet in enumerate(sheets):
        if sheet:
            found.append([])
        else:
            found[-1].append(number)
    return [pages for pages in found if pages]


def write(stack, documents, directory):
    """Write each document as a PDF of its own: the pages' streams are copied, not drawn anew. It is of the version of
    the stack: of itself the library writes 1.3, which the agency may not sign (NĐ 30/2020 Phụ lục I Phần II Mục I).
    """
    with pikepdf.open(stack) as source:
        version = source.pdf_version
        for number, pages in enumerate(documents, start=1):
            with pikepdf.new() as target:
                for page in pages:
                    target.pages.append(source.pages[page])
                target.save(directory / f"{number}.pdf", min_version=version)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
