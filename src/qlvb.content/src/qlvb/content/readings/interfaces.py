"""What a request to read or lend is (Luật Lưu trữ 33/2024/QH15; TT 05/2025 Điều 32-47; product/features G9)."""

from qlvb.content.interfaces import IRecord
from zope.interface import Interface


#: What is given: a reading copy on the screen, an uncertified copy (TT 05/2025 Điều 37, 40), the paper itself.
SCREEN, COPY, PAPER = KINDS = ("screen", "copy", "paper")
PURPOSES = ("official", "personal", "special")


class IReading(IRecord):
    """A request of one reader for one dossier or document."""


class IMustStay(Interface):
    """Named adapter of a record (several may exist): why its paper must not leave the store now."""

    def violations():
        """list of Violation."""
