"""Remarks by place: read from what people write, and put in the order of the draft. Pure functions."""

from qlvb.content.text import fold
import re


#: Words that name a place of a draft, the greatest first.
PLACES = ("phan", "chuong", "muc", "dieu", "khoan", "diem", "doan", "phu luc", "trang", "can cu", "trich yeu")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PLACE = re.compile(rf"^[-–+•*\s]*((?:{'|'.join(PLACES)})\b[^:\n]{{0,80}}):\s*(.*)$", re.DOTALL)
LONGEST = 120


def split_points(text):
    """list of (place, text): a remark begins with every line "Điều 3 khoản 2: …"; what stands before the first one is
    about the whole draft (place "").

    >>> split_points("Cơ bản nhất trí.\\nĐiều 2: bỏ từ “các”\\nvà từ “những”")
    [('', 'Cơ bản nhất trí.'), ('Điều 2', 'bỏ từ “các”\\nvà từ “những”')]
    """
    found = []
    for line in text.splitlines():
        place, rest = _placed(line)
        if place:
            found.append([place, [rest]])
        elif found:
            found[-1][1].append(line)
        else:
            found.append(["", [line]])
    joined = [(place, "\n".join(lines).strip()) for place, lines in found]
    return [(place, words) for place, words in joined if words]


def _placed(line):
    """(place, rest) of a line that names a place, else ("", line). Folding keeps the length of composed text."""
    match = _PLACE.match(fold(line))
    if match is None:
        return "", line
    start, end = match.span(1)
    return line[start:end].strip()[:LONGEST], line[match.start(2) :].strip()


def order_key(place):
    """Sort key of a place: the whole draft first, then by the numbers of articles, clauses and points as they are read;
    places without a number by their words.

    >>> sorted(["Điều 10", "Điều 2 khoản 3", "", "Điều 2 khoản 1"], key=order_key)
    ['', 'Điều 2 khoản 1', 'Điều 2 khoản 3', 'Điều 10']
    """
    folded = fold(place)
    named = {}
    for word, number in re.findall(r"(phan|chuong|muc|dieu|khoan|diem|trang|doan)\s+([ivxlc]+\b|\d+|[a-z]\b)", folded):
        named.setdefault(word, _value(number))
    main = (named.get("dieu", 0), named.get("khoan", 0), named.get("diem", 0))
    outer = (named.get("phan", 0), named.get("chuong", 0), named.get("muc", 0))
    rest = (named.get("trang", 0), named.get("doan", 0))
    return (bool(place), not named, outer if not named.get("dieu") else (0, 0, 0), main, rest, folded)


def _value(number):
    if number.isdigit():
        return int(number)
    if len(number) > 1 or number in "ivx":
        total, before = 0, 0
        for letter in reversed(number):
            value = _ROMAN[letter]
            total, before = (total - value, before) if value < before else (total + value, value)
        return total
    return ord(number) - ord("a") + 1
