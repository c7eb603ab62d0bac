"""Names of accounts of agencies, by the account regulation Điều 6: pure functions over names of agencies.

Names of people are proposed by ``organisation.accounts.propose_userid`` (Điều 6, the last two rows).
"""

from dataclasses import dataclass
from qlvb.content.text import fold
import re


ADMIN, CLERK = ROLES = ("admin", "clerk")
AGENCY, COMMUNE, SUBORDINATE = "agency", "commune", "subordinate"
#: What stands before the name of an administrative body and is left out of its abbreviation.
_COMMITTEE = ("uy ban nhan dan", "ubnd")
_COMMUNES = ("xa", "phuong", "thi tran", "dac khu")
_PLACES = (*_COMMUNES, "tinh", "thanh pho", "huyen", "quan", "thi xa")


@dataclass(frozen=True)
class Named:
    """An agency by its name and its short code (``symbol``), "" for none."""

    title: str
    code: str = ""


def words_of(title):
    """The words of an agency's name, folded, without "Ủy ban nhân dân": list of str."""
    folded = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(title)).split())
    for prefix in _COMMITTEE:
        if folded.startswith(f"{prefix} "):
            folded = folded.removeprefix(f"{prefix} ")
    return folded.split()


def initials(title):
    """Abbreviation: the first letter of each word.

    >>> initials("Sở Nông nghiệp và Phát triển nông thôn"), initials("UBND thành phố Cẩm Phả")
    ('snnvptnt', 'tpcp')
    """
    return "".join(word[0] for word in words_of(title))


def parted(title):
    """``(level, name)`` of an administrative body, both lists of words; no level for others.

    >>> parted("UBND phường Cao Xanh"), parted("Sở Nội vụ")
    ((['phuong'], ['cao', 'xanh']), ([], ['so', 'noi', 'vu']))
    """
    words = words_of(title)
    for level in sorted(_PLACES, key=len, reverse=True):
        length = len(level.split())
        if words[:length] == level.split() and len(words) > length:
            return words[:length], words[length:]
    return [], words


def shape_of(title, depth):
    """AGENCY, COMMUNE or SUBORDINATE. ``depth``: how many agencies stand above it (the province's committee has 0)."""
    level, _name = parted(title)
    if " ".join(level) in _COMMUNES:
        return COMMUNE
    return SUBORDINATE if depth > 1 else AGENCY


def abbreviation(agency):
    """What an agency is called in account names: its own short code; of administrative bodies, whose code says only
    what they are (UBND), and of those without one the initials.

    >>> abbreviation(Named("Sở Khoa học và Công nghệ", "SKH&CN")), abbreviation(Named("UBND thành phố Cẩm Phả", "UBND"))
    ('skhcn', 'tpcp')
    """
    code = re.sub(r"[^a-z0-9]", "", fold(agency.code))
    return code if code and not parted(agency.title)[0] else initials(agency.title)


def account_name(role, agency, above, depth):
    """Account of an agency (``role`` of ROLES): ``vanthusnv``. ``agency``: Named; ``above``: that above it, or None.

    >>> account_name("clerk", Named("UBND phường Cao Xanh"), Named("UBND thành phố Hạ Long"), 2)
    'vanthupcaoxanh.hl'
    >>> account_name("admin", Named("Chi cục Thủy sản"), Named("Sở Nông nghiệp và Phát triển nông thôn"), 2)
    'ccts.snnvptntqtdv'
    """
    shape = shape_of(agency.title, depth)
    if shape == COMMUNE:
        level, name = parted(agency.title)
        base = "".join(word[0] for word in level) + "".join(name)
        place = "".join(word[0] for word in parted(above.title)[1]) if above is not None else ""
        base = f"{base}.{place}" if place else base
    elif shape == SUBORDINATE and above is not None:
        base = f"{abbreviation(agency)}.{abbreviation(above)}"
    else:
        base = abbreviation(agency)
    return f"{base}qtdv" if role == ADMIN else f"vanthu{base}"


def numbered(name, taken):
    """``name``, with the next number after it when it was ever used; ``taken`` is a callable str -> bool.

    >>> numbered("vanthusnv", {"vanthusnv", "vanthusnv2"}.__contains__)
    'vanthusnv3'
    """
    found, number = name, 2
    while taken(found):
        found, number = f"{name}{number}", number + 1
    return found


def is_agency_account(userid):
    """bool: the name has the shape of an account of an agency, not of a person.

    >>> is_agency_account("vanthusnv"), is_agency_account("snvqtdv"), is_agency_account("tranvana")
    (True, True, False)
    """
    return userid.startswith("vanthu") or userid.endswith("qtdv")
