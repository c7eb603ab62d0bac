"""The sentences of a document that may become tasks, with their pages. Pure functions.

A paragraph is one item, unless several of its sentences give orders: then each of them is one, with what follows it.

The side text of a file has lines and no pages. A page of an official document begins with its number, alone on a line,
from the second page on (NĐ 30/2020 Phụ lục I, Phần I, Mục I, 7): so pages are counted by these lines.
"""

from dataclasses import dataclass
from qlvb.content.text import fold
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
#: Where a sentence ends: after a word of small letters ("TP." and "TS." are none), before a capital.
_BREAK = re.compile(r"(?<=[^\W\d_][^\W\d_A-ZĐ][.;!?…]) +(?=[^\W\d_])|(?<=[\d)”\"][.;!?…]) +(?=[^\W\d_])")
#: A sentence that begins so belongs to the order before it.
_GOES_ON = re.compile(
    r"(?:hoàn thành|thời hạn|thời gian|báo cáo kết quả|kết quả|trong đó|lưu ý|việc (?:này|trên)|nội dung này)\b",
    re.IGNORECASE,
)
#: What frames every official document and orders nothing: the national name and motto, to whom it goes, the place and
#: day, who gets a copy, the words before a signature (NĐ 30/2020 Phụ lục I, Phần I, Mục II).
_FRAME = re.compile(
    r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|^Độc lập - Tự do - Hạnh phúc|^Kính gửi\b|^Nơi nhận\b|^Số:\s"
    r"|^[^\W\d_]+(?: [^\W\d_]+)*, ngày ?\d{0,2} ?tháng ?\d{0,2} ?năm ?\d{0,4}$"
)
_RECIPIENTS = re.compile(r"^Nơi nhận\b")
LONGEST = 2000
SHORTEST = 12
#: Among so many lines the document's own title stands, over so many of them.
HEAD, TITLE_LINES = 40, 8


@dataclass(frozen=True)
class Paragraph:
    """``order``: it reads like an instruction."""

    page: int
    text: str
    order: bool


def paragraphs_of(text, title=""):
    """Paragraphs of ``text`` (str) with their pages: list of Paragraph; headings of few letters are left out, and the
    document's own ``title``, which ends without a full stop and would begin the first paragraph.

    >>> text = "1. Giao Sở Nội vụ rà soát.\\n2\\n2. Sở Y tế báo cáo\\ntrước tháng 5."
    >>> [(one.page, one.text) for one in paragraphs_of(text)]
    [(1, '1. Giao Sở Nội vụ rà soát.'), (2, '2. Sở Y tế báo cáo trước tháng 5.')]
    """
    page, found, open_lines, pages = 1, [], [], []
    for line in _without_title([line.strip() for line in (text or "").split("\n")], title):
        if line == str(page + 1):
            page += 1
            continue
        if not line or (not open_lines and is_frame(line) and not _RECIPIENTS.match(line)):
            continue
        if open_lines and (_MARK.match(line) or _END.search(open_lines[-1])):
            found += _items(open_lines, pages)
            open_lines = []
        if not open_lines:
            pages = []
        open_lines.append(line)
        pages.append(page)
    if open_lines:
        found += _items(open_lines, pages)
    kept, behind = [], False
    for page, words in found:
        # Behind the recipients stand their names and the signature; of an annex what orders something.
        behind = behind or bool(_RECIPIENTS.match(words))
        order = bool(_ORDERS.search(words))
        if len(words) >= SHORTEST and not is_frame(words) and (order or not behind):
            kept.append(Paragraph(page, words[:LONGEST], order))
    return kept


def _without_title(lines, title):
    """``lines`` (list of str) but those that are the title, or its end: "Thông báo" stands above it by itself."""
    whole = fold(title)
    for start in range(min(HEAD, len(lines))):
        for end in range(min(start + TITLE_LINES, len(lines)), start, -1):
            block = fold(" ".join(lines[start:end]))
            if lines[start] and len(block) * 2 >= len(whole) > 0 and whole.endswith(block):
                return [*lines[:start], *lines[end:]]
    return lines


def is_frame(words):
    """bool: a piece of the frame of a document, or in capitals alone, as heads and titles of signers are. What orders
    something is none, whatever stands before it.

    >>> [is_frame(one) for one in ("NGƯỜI ĐẠI DIỆN", "Kính gửi: Sở Nội vụ", "Sơn Hải, ngày 11 tháng 11 năm 2026")]
    [True, True, True]
    >>> [is_frame(one) for one in ("GIAO SỞ NỘI VỤ RÀ SOÁT", "Kính gửi: Sở Nội vụ. Đề nghị báo cáo")]
    [False, False]
    """
    return not _ORDERS.search(words) and (words == words.upper() or bool(_FRAME.search(words)))


def _items(lines, pages):
    """list of (page on which it begins, words): the items of one paragraph, given by its lines and their pages."""
    starts, length = [], 0
    for line, page in zip(lines, pages, strict=True):
        starts.append((length, page))
        length += len(line) + 1
    found, place = [], 0
    for words in sentences_of(" ".join(lines)):
        found.append((next(page for start, page in reversed(starts) if start <= place), words))
        place += len(words) + 1
    return found


def sentences_of(paragraph):
    """The orders of a paragraph (str), each with what is said after it; the whole when there is but one: list of str.

    >>> sentences_of("1. Sở Nội vụ rà soát biên chế. Hoàn thành trước 30/6. Giao Sở Y tế báo cáo UBND TP. Sơn Hải.")
    ['1. Sở Nội vụ rà soát biên chế. Hoàn thành trước 30/6.', 'Giao Sở Y tế báo cáo UBND TP. Sơn Hải.']
    """
    found = []
    for sentence in _sentences(paragraph):
        begins = _ORDERS.search(sentence) and not _GOES_ON.match(sentence)
        if found and not (begins and _ORDERS.search(found[-1])):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found


def _sentences(paragraph):
    """Pieces between breaks that are followed by a capital letter."""
    found, start = [], 0
    for gap in _BREAK.finditer(paragraph):
        if paragraph[gap.end()].isupper():
            found.append(paragraph[start : gap.start()])
            start = gap.end()
    return [*found, paragraph[start:]]


def subject_of(paragraph):
    """A paragraph as the subject of a task: without its mark, at most 500 letters, cut at a word.

    >>> subject_of("a) Sở Nội vụ rà soát biên chế.")
    'Sở Nội vụ rà soát biên chế'
    >>> subject_of("2. Giao Sở Nội vụ phối hợp tập huấn./.")
    'Giao Sở Nội vụ phối hợp tập huấn'
    """
    words = _MARK.sub("", paragraph).strip().rstrip("./;: ")
    return words if len(words) <= 500 else f"{words[:497].rsplit(' ', 1)[0]}…"
