"""Pure functions on Vietnamese text."""

import re
import unicodedata


def nfc(text):
    """``text`` in composed form (NFC), the only form stored.

    Keyboards and file systems of some makers send decomposed letters, which look the same and compare different.
    """
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else text


class _Bare(dict):
    """For ``str.translate``: marks that combine with a letter go, ``đ`` is ``d``. Learns the letters that it meets."""

    def __missing__(self, ordinal):
        said = None if unicodedata.combining(chr(ordinal)) else ordinal
        # Latin letters and their marks; what is beyond them, somebody may send all of.
        if ordinal < 0x2000:
            self[ordinal] = said
        return said


_BARE = _Bare(str.maketrans("đĐ", "dD"))
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
