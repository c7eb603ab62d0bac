"""A stack is taken apart at its separator sheets; pages are copied, not drawn anew."""

from io import BytesIO
import made_files
import pikepdf
import pypdfium2
import pytest
from qlvb.workflows.scanning.browser.sheet import sheet
from qlvb.workflows.scanning.splitting.__main__ import parts
from qlvb.workflows.scanning.stacks import StackUnreadable
from qlvb.workflows.scanning.stacks import documents_of


@pytest.fixture(scope="module")
def separator():
    """The sheet as a scanner sees it: printed, turned a little, grey."""
    page = pypdfium2.PdfDocument(sheet("TỜ NGĂN CÁCH", "Sở Khoa học và Công nghệ", "Đặt trước mỗi văn bản"))[0]
    seen = page.render(scale=200 / 72, grayscale=True).to_pil()
    return made_files.picture(seen.rotate(3, fillcolor=240))


def stack_of(path, *pages):
    with pikepdf.new() as made:
        for page in pages:
            with pikepdf.open(BytesIO(page)) as source:
                made.pages.extend(source.pages)
        made.save(path)
    return path


def texts(stack):
    with documents_of(stack) as documents:
        return [
            [page.get_textpage().get_text_bounded().strip() for page in pypdfium2.PdfDocument(str(one))]
            for one in documents
        ]


def test_a_stack(tmp_path, separator):
    one, two, three = (made_files.text_pdf(word) for word in ("một", "hai", "ba"))
    stack = stack_of(tmp_path / "stack.pdf", separator, one, two, separator, three)
    assert texts(stack) == [["một", "hai"], ["ba"]]


def test_without_a_sheet_the_file_itself(tmp_path):
    stack = stack_of(tmp_path / "stack.pdf", made_files.text_pdf("một"))
    with documents_of(stack) as documents:
        assert documents == [stack]


def test_nothing_but_sheets_is_the_file_itself(tmp_path, separator):
    stack = stack_of(tmp_path / "stack.pdf", separator, separator)
    with documents_of(stack) as documents:
        assert documents == [stack]


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7 broken"])
def test_broken(tmp_path, data):
    path = tmp_path / "broken.pdf"
    path.write_bytes(data)
    with pytest.raises(StackUnreadable), documents_of(path):
        pass


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [([], []), ([False], [[0]]), ([True], []), ([False, True, True, False], [[0], [3]]), ([True, False, True], [[1]])],
)
def test_parts(sheets, expected):
    assert parts(sheets) == expected
