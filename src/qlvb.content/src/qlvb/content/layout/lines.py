"""The lines of an official document as text (pure functions; NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II)."""

#: What is left blank for number and date; they come when the document is issued.
NUMBER_ROOM = "\u00a0" * 9
DAY_ROOM = "\u00a0" * 6
YEAR_ROOM = "\u00a0" * 9
#: Kinds sent with "Kính gửi", whose recipients list begins with "Như trên" (II.9).
ADDRESSED = ("official_letter", "submission", "report")


def date_parts(day):
    """(day, month, year) as printed: days below 10 and the months 1 and 2 get a leading zero (II.4.b).

    >>> from datetime import date
    >>> date_parts(date(2026, 3, 5))
    ('05', '3', '2026')
    """
    return f"{day.day:02d}", f"{day.month:02d}" if day.month < 3 else str(day.month), str(day.year)


def date_words(day=None):
    """``ngày 05 tháng 01 năm 2026``; with room for all three when ``day`` is None."""
    if day is None:
        return f"ngày{DAY_ROOM}tháng{DAY_ROOM}năm{YEAR_ROOM}"
    return "ngày {} tháng {} năm {}".format(*date_parts(day))


def place_and_date(place, day=None):
    """``Sơn Hải, ngày 05 tháng 01 năm 2026`` (II.4)."""
    return f"{place}, {date_words(day)}"


def number_line(symbol, number=None):
    """``Số: 05/SKHCN-VP``, the number with a leading zero below 10; room for it when ``number`` is None (II.3)."""
    if number is None:
        return f"Số:{NUMBER_ROOM}/{symbol}"
    return f"Số: {number:02d}/{symbol}"


def retained_line(retained_by=("VT",), copies=None):
    """``- Lưu: VT, CNTT&CĐS (3).``: always the last of the recipients (II.9.b)."""
    places = ", ".join(dict.fromkeys(place for place in retained_by if place)) or "VT"
    return f"- Lưu: {places}{f' ({copies})' if copies else ''}."


def recipient_lines(names, addressed=False, retained_by=("VT",), copies=None):
    """The list under "Nơi nhận:": items end with ";", the last, what is kept, with ".".

    ``addressed``: the document has "Kính gửi", so that the list begins with "Như trên".
    """
    listed = ["Như trên"] if addressed else []
    listed += [name.strip().rstrip(";.") for name in names if name and name.strip()]
    return [f"- {name};" for name in dict.fromkeys(listed)] + [retained_line(retained_by, copies)]


def addressee_lines(names):
    """The lines of "Kính gửi" (II.9.a): one addressee on the line itself, several below it, one a line."""
    names = [name.strip().rstrip(";.") for name in names if name and name.strip()]
    if len(names) == 1:
        return [f"Kính gửi: {names[0]}."]
    return ["Kính gửi:"] + [f"- {name};" for name in names[:-1]] + [f"- {name}." for name in names[-1:]]


def basis_lines(grounds):
    """The legal grounds: each ends with ";", the last with "." (II.6.b)."""
    grounds = [ground.strip().rstrip(";.") for ground in grounds if ground and ground.strip()]
    return [f"{ground};" for ground in grounds[:-1]] + [f"{ground}." for ground in grounds[-1:]]


def ended(text):
    """The last paragraph of the body with its end mark ``./.``."""
    text = text.rstrip()
    return text if text.endswith("./.") else text.rstrip(".") + "./."


def roman(number):
    """A number from 1 to 39 in Roman digits (annexes, chapters)."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def annex_heading(position, total):
    """``Phụ lục``, or ``Phụ lục II`` where there are several (III.1)."""
    return f"Phụ lục {roman(position)}" if total > 1 else "Phụ lục"


def annex_reference(kind, symbol, issuer):
    """The line under an annex's title; in electronic documents its blanks stay unfilled (III.1.c)."""
    return f"(Kèm theo {kind} số{NUMBER_ROOM}/{symbol} {date_words()} của {issuer})"
