"""Additional fields: defined by an agency, said by its records."""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import Interface


class IAdditionalFields(Interface):
    """Adapter of IAgency: its definition, version by version (NĐ 30/2020/NĐ-CP, Phụ lục VI, Phần I, VI-7c)."""

    def current():
        """FieldsVersion; without fields before there is any."""

    def versions():
        """Newest first: list of FieldsVersion."""

    def save(fields, by, expected=None):
        """Keep fields (list of AdditionalField) as a new version; returns it, or the present one where nothing differs.
        ``expected``: number of the version that was seen.

        :raises Refused: 400 with every mistake, 409 somebody has changed them meanwhile.
        """


class ISaysMore(Interface):
    """A record that may have additional fields: documents and dossiers."""

    additional = Attribute("mapping id of an additional field -> str; replaced as a whole, never changed in place")
    brought = Attribute("tuple of Said that came with the record in a package of another body; never changes")


@dataclass(frozen=True)
class Said:
    """What a record says in one additional field. ``origin``: name of the body that defined the field, of what came in
    a package; "" for the agency's own. ``field``: AdditionalField; ``value``: str as stored.
    """

    field: object
    value: str
    origin: str = ""
