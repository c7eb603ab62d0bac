"""Numbers in words, as the closing line of a list writes them."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(number):
    """``number`` (0 to 999 999 999) in Vietnamese words.

    >>> in_words(0), in_words(15), in_words(21), in_words(105), in_words(1004), in_words(2000)
    ('không', 'mười lăm', 'hai mươi mốt', 'một trăm linh năm', 'một nghìn không trăm linh bốn', 'hai nghìn')
    """
    if not 0 <= number < 10**9:
        raise ValueError(number)
    if number < 10:
        return DIGITS[number]
    words = []
    for size, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        part, number = divmod(number, size)
        if part:
            words += [*_hundreds(part, full=bool(words)), *([name] if name else [])]
    return " ".join(words)


def _hundreds(number, full):
    """Words of 1 to 999; ``full``: after larger parts, with its hundreds and tens said even when they are none."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [DIGITS[tens], "mươi"]
    elif ones and words:
        words.append("linh")
    if ones:
        words.append({1: "mốt" if tens > 1 else "một", 5: "lăm" if tens else "năm"}.get(ones, DIGITS[ones]))
    return words
