"""Marks of state secrets in the words of a file: MẬT, TỐI MẬT, TUYỆT MẬT standing by themselves, as stamps do.

A computer that holds state secrets must not be connected to a network (NĐ 26/2020/NĐ-CP Điều 4.7), and this system must
not be given any (account regulation Điều 4.4, 23.4). A word in a file proves nothing, so it is warned of, not refused.
"""

from qlvb.content import _
from qlvb.content.badges import Badge
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.interfaces import IBadges
from qlvb.content.interfaces import IDocument
from qlvb.content.text import fold
from qlvb.content.text import nfc
import re
from zope.component import adapter
from zope.interface import implementer


#: The gravest first (Luật Bảo vệ bí mật nhà nước 29/2018/QH14 Điều 8).
STAMPS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
RULE = "Luật Bảo vệ bí mật nhà nước; NĐ 26/2020/NĐ-CP Điều 4"
#: What stands side by side on a page is a line of text with a gap in it: the stamp is left of place and date.
_GAP = re.compile(r"\s{2,}|\t")
#: Frames of stamps, as readers of letters see them.
_FRAME = " \t|[](){}<>*_-–—=.:;\"'“”"
LONGEST = 12


def stamp_in(text, recognised=False):
    """The gravest stamp in a text (str), or "". Of letters that a program has ``recognised`` accents do not count: they
    are what it errs in.

    >>> stamp_in("Số: 12/BC-SKHCN\\nTỐI  MẬT\\nSơn Hải, ngày 23"), stamp_in("MẬT    Sơn Hải, ngày 23")
    ('TỐI MẬT', 'MẬT')
    >>> stamp_in("Bảo vệ bí mật nhà nước"), stamp_in("BẢO MẬT THÔNG TIN"), stamp_in("Mật"), stamp_in("MẶT")
    ('', '', '', '')
    >>> stamp_in("| TÓI MAT |", recognised=True), stamp_in("TÓI MAT")
    ('TỐI MẬT', '')
    """
    plain = {fold(stamp): stamp for stamp in STAMPS}
    found = set()
    for line in nfc(text).splitlines():
        for piece in (line, *_GAP.split(line)):
            said = " ".join(piece.strip(_FRAME).split())
            if len(said) > LONGEST or not said.isupper():
                continue
            if said in STAMPS:
                found.add(said)
            elif recognised and fold(said) in plain:
                found.add(plain[fold(said)])
    return next((stamp for stamp in STAMPS if stamp in found), "")


def stamped(record):
    """The gravest stamp in the newest versions of the record's files, "" for none. Of a document whose degree of
    secrecy is entered nobody has to be warned.
    """
    if getattr(record, "secrecy", "none") not in (None, "", "none"):
        return ""
    found = {file.current.secrecy_stamp for file in IFileStore(record).files()}
    return next((stamp for stamp in STAMPS if stamp in found), "")


@implementer(IBadges)
@adapter(IDocument)
class StampBadge:
    """See IBadges: the first thing that whoever opens the document has to know."""

    def __init__(self, record):
        self.record = record

    def badges(self):
        stamp = stamped(self.record)
        if not stamp:
            return []
        title = _(
            "badge_secrecy_stamp",
            default="Tệp có dấu “${stamp}”: không đưa bí mật nhà nước lên hệ thống này, báo ngay người đứng đầu",
            mapping={"stamp": stamp},
        )
        return [Badge("bad", "exclamation-octagon", title)]
