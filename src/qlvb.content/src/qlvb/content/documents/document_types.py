"""Kinds of documents and their abbreviations (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III, Phần I)."""

from csv import DictReader
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


#: The decree's word for resolutions and decisions that are no legal norms; documents do not print it.
_INDIVIDUAL = " (cá biệt)"


@dataclass(frozen=True)
class DocumentType:
    """One kind of document.

    ``abbreviation`` is "" for kinds whose name does not stand in the symbol (công văn, thư công); ``code`` is the
    value of the archival standard (Thông tư 05/2025/TT-BNV) or ""; ``group`` is administrative, copy or archival_only.
    """

    identifier: str
    title: str
    english: str
    abbreviation: str
    code: str
    group: str

    @property
    def english_title(self):
        """The English name as it begins a line, without the note that it is about one case."""
        name = self.english.removesuffix(" (individual)")
        return name[:1].upper() + name[1:]


@cache
def document_types():
    """Every kind by identifier, in the order of the decree: dict of str to :class:`DocumentType`."""
    source = files(__package__).joinpath("document_types.csv").read_text(encoding="utf-8")
    return {
        row["identifier"]: DocumentType(
            identifier=row["identifier"],
            title=row["name_vi"].removesuffix(_INDIVIDUAL),
            english=row["name_en"],
            abbreviation=row["abbreviation"],
            code=row["tt05_typeName_code"],
            group=row["group"],
        )
        for row in DictReader(source.splitlines())
    }


def document_type(identifier):
    """The :class:`DocumentType` with this identifier, or None."""
    return document_types().get(identifier)
