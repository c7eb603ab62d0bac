"""The registers an agency opens for a year.

The law leaves the series of administrative documents to the head of the agency (NĐ 30/2020 Điều 15); it demands one
sequence of arrival numbers (Điều 22), series of their own for secret documents (Điều 15) and one sequence for all
kinds of copies (Phụ lục I Phần II). Further registers are added by hand.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class YearlyRegister:
    """A register of the default set."""

    key: str
    title: str
    direction: str
    series: str = "administrative"
    document_types: tuple = ()
    symbol_suffix: str = ""

    def id_for(self, year):
        """Id in the agency's folder of registers."""
        return f"{self.key}-{year}"

    def fields(self, year):
        """dict of the register's fields."""
        return {
            "title": f"{self.title} {year}",
            "direction": self.direction,
            "year": year,
            "series": self.series,
            "document_types": list(self.document_types),
            "is_default": not self.document_types,
            "symbol_suffix": self.symbol_suffix,
        }


YEARLY = (
    YearlyRegister("cong-van-di", "Công văn đi", "outgoing", document_types=("official_letter", "courtesy_letter")),
    YearlyRegister("quyet-dinh", "Quyết định", "outgoing", document_types=("decision",)),
    YearlyRegister("van-ban-di", "Văn bản đi có tên loại", "outgoing"),
    YearlyRegister("van-ban-mat-di", "Văn bản mật đi", "outgoing", series="secret", symbol_suffix="M"),
    YearlyRegister("ban-sao", "Bản sao", "outgoing", document_types=("full_copy", "recopy", "extract_copy")),
    YearlyRegister("van-ban-den", "Sổ văn bản đến", "incoming"),
    YearlyRegister("van-ban-mat-den", "Sổ văn bản mật đến", "incoming", series="secret"),
)
