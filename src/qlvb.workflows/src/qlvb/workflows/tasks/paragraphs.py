"""The sentences of a document that may become tasks: paragraphs of its text with their pages. Pure functions.

The side text of a file has lines and no pages. A page of an official document begins with its number, alone on a line,
from the second page on (NĐ 30/2020 Phụ lục I, Phần I, Mục I, 7): so pages are counted by these lines.
"""

from dataclasses import dataclass
import re


#: What begins a paragraph: 1. 1.2. a) - + • II.
_MARK = re.compile(r"^(?:\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-–+•*]|[IVX]+\.)\s")
_END = re.compile(r"[.;:!?…]$")
#: Words that say that somebody is told to do something.
_ORDERS = re.compile(
    r"\b(?:giao|yêu cầu|đề nghị|chủ trì|phối hợp|khẩn trương|hoàn thành|báo cáo|triển khai|tham mưu|rà soát"
    r"|thực hiện)\b",
    re.IGNORECASE,
)
LONGEST = 2000
SHORTEST = 12


@dataclass(frozen=True)
class Paragraph:
    """``order``: it reads like an instruction."""

    page: int
    text: str
    order: bool


def paragraphs_of(text):
    """Paragraphs of ``text`` (str) with their pages: list of Paragraph; headings of few letters are left out.

    >>> text = "1. Giao Sở Nội vụ rà soát.\\n2\\n2. Sở Y tế báo cáo\\ntrước tháng 5."
    >>> [(one.page, one.text) for one in paragraphs_of(text)]
    [(1, '1. Giao Sở Nội vụ rà soát.'), (2, '2. Sở Y tế báo cáo trước tháng 5.')]
    """
    page, found, open_lines, began = 1, [], [], 1
    for line in (text or "").split("\n"):
        line = line.strip()
        if line == str(page + 1):
            page += 1
            continue
        if not line:
            continue
        if open_lines and (_MARK.match(line) or _END.search(open_lines[-1])):
            found.append((began, " ".join(open_lines)))
            open_lines = []
        if not open_lines:
            began = page
        open_lines.append(line)
    if open_lines:
        found.append((began, " ".join(open_lines)))
    return [
        Paragraph(page, words[:LONGEST], bool(_ORDERS.search(words))) for page, words in found if len(words) >= SHORTEST
    ]


def subject_of(paragraph):
    """A paragraph as the subject of a task: without its mark, at most 500 letters, cut at a word.

    >>> subject_of("a) Sở Nội vụ rà soát biên chế.")
    'Sở Nội vụ rà soát biên chế'
    """
    words = _MARK.sub("", paragraph).strip().rstrip(".;:")
    return words if len(words) <= 500 else f"{words[:497].rsplit(' ', 1)[0]}…"
