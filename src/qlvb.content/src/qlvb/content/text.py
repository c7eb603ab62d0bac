"""Pure functions on Vietnamese text."""

import re
import unicodedata


#: What is no text: control characters but tab and line ends, halves of surrogate pairs, and what is no character at
#: all. Neither XML (packages, exports) nor PostgreSQL takes all of them.
NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def nfc(text):
    """``text`` in composed form (NFC) and without what is no text, the only form stored.

    Keyboards and file systems of some makers send decomposed letters, which look the same and compare different;
    what is copied out of PDFs and word processors brings control characters that nobody sees.

    >>> nfc("Ke\u0302\u0301 hoa\u0323ch\x0b") == "K\u1ebf ho\u1ea1ch"
    True
    """
    return NO_TEXT.sub("", unicodedata.normalize("NFC", text)) if isinstance(text, str) else text


def is_storable(value):
    """bool: no string in ``value`` (JSON) has a zero byte or half of a surrogate pair, which no text can have.

    >>> is_storable({"a": ["b", 5, None]}), is_storable(["a\x00"]), is_storable({"a": "\ud83d"})
    (True, False, False)
    """
    if isinstance(value, str):
        # Both are quick for the base64 of a large file.
        return "\x00" not in value and (value.isascii() or not _HALVES.search(value))
    if isinstance(value, dict):
        return all(is_storable(key) and is_storable(item) for key, item in value.items())
    return all(map(is_storable, value)) if isinstance(value, list) else True


class _Bare(dict):
    """For ``str.translate``: marks that combine with a letter go, ``đ`` is ``d``. Learns the letters that it meets."""

    def __missing__(self, ordinal):
        said = None if unicodedata.combining(chr(ordinal)) else ordinal
        # Latin letters and their marks; what is beyond them, somebody may send all of.
        if ordinal < 0x2000:
            self[ordinal] = said
        return said


_BARE = _Bare(str.maketrans("đĐ", "dD"))
_HALVES = re.compile(r"[\ud800-\udfff]")
_NO_WORD = re.compile(r"[\W_]+")


def bare(text):
    """``text`` without accents, ``đ`` as ``d``.

    >>> bare("Quyết định ĐẶC BIỆT")
    'Quyet dinh DAC BIET'
    """
    return unicodedata.normalize("NFD", text or "").translate(_BARE)


def fold(text):
    """``text`` in lower case without accents, ``đ`` as ``d``: what is compared when accents are not to matter.

    >>> fold("Quyết định ĐẶC BIỆT")
    'quyet dinh dac biet'
    """
    return bare(text).lower()


def nfc_tree(value):
    """``value`` with every string inside lists, tuples and dicts composed (NFC)."""
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, dict):
        return {nfc(key): nfc_tree(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(nfc_tree(item) for item in value)
    return value


def show_number(value):
    """``1.234``, or "" for None: thousands are set apart by points.

    >>> show_number(1234567)
    '1.234.567'
    """
    return "" if value is None else f"{value:,}".replace(",", ".")


def name_key(fullname):
    """Sort key of a Vietnamese person's name: the given name comes last and counts first.

    >>> sorted(["Lê Minh Anh", "Bùi Trung Kiên", "Vũ Hải Anh"], key=name_key)
    ['Lê Minh Anh', 'Vũ Hải Anh', 'Bùi Trung Kiên']
    """
    words = fold(fullname).split()
    return (words[-1:], words, fullname)


def compact(reference):
    """Letters and digits of a reference, without accents: what is compared however people separate them.

    >>> compact("123/UBND-VX"), compact("02.CNTT&CĐS")
    ('123ubndvx', '02cnttcds')
    """
    return _NO_WORD.sub("", fold(reference))


def bytes_in_words(count):
    """A number of bytes as people read it.

    >>> bytes_in_words(1536), bytes_in_words(3 * 1024**4)
    ('1,5 KB', '3072 GB')
    """
    for unit in ("B", "KB", "MB", "GB"):
        if count < 1024 or unit == "GB":
            return f"{count:.1f} {unit}".replace(".", ",").replace(",0 ", " ")
        count /= 1024
    return ""
