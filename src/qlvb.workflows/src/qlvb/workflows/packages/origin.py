"""What a record that came in a package brought with it, and has no field of its own: kept, and given on with it."""

from dataclasses import asdict
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.organisation.people import name_of
from qlvb.content.packages.model import Related
from qlvb.content.packages.model import Step
from zope.annotation.interfaces import IAnnotations


ANNOTATION = record_content("qlvb.packages.origin")
#: How the note of a dossier in a package begins where it says who made the dossier (TT 05/2025: *Ghi chú*).
MAKER = "Người lập hồ sơ: "


def with_maker(maker, note):
    """The note of a dossier for its package (pure).

    >>> with_maker("Lê Minh Anh", "Có bản giấy")
    'Người lập hồ sơ: Lê Minh Anh. Có bản giấy'
    """
    return ". ".join(part for part in (f"{MAKER}{maker}" if maker else "", note) if part)


def maker_and_note(said):
    """(maker, note) of what with_maker wrote; ("", said) of what another maker of packages wrote (pure).

    >>> maker_and_note("Người lập hồ sơ: Lê Minh Anh. Có bản giấy"), maker_and_note("Có bản giấy")
    (('Lê Minh Anh', 'Có bản giấy'), ('', 'Có bản giấy'))
    """
    if not said.startswith(MAKER):
        return "", said
    maker, _dot, note = said.removeprefix(MAKER).partition(". ")
    return maker, note


class Origin(RecordPart):
    """``package``: OBJID of the package; ``organisation``: who made it; ``fields``: of its EAD or EAD_doc; ``earlier``:
    the steps of its history, as dicts; ``division``: whole and parts that it names, as dicts. Never changes.
    """

    division = (None, ())

    def __init__(self, package, organisation, fields, steps, whole=None, parts=()):
        self.package = package
        self.organisation = organisation
        self.fields = dict(fields)
        self.steps = tuple(asdict(step) for step in steps)
        if whole is not None or parts:
            self.division = (asdict(whole) if whole is not None else None, tuple(map(asdict, parts)))

    @property
    def made_by(self):
        """str: who made a dossier, and for which body."""
        return ", ".join(filter(None, (maker_and_note(self.fields.get("description", ""))[0], self.organisation)))

    @property
    def whole(self):
        """Related of the dossier of which this one is a part, or None."""
        return Related(**self.division[0]) if self.division[0] else None

    @property
    def parts(self):
        """tuple of Related."""
        return tuple(Related(**one) for one in self.division[1])

    @property
    def earlier(self):
        """tuple of Step."""
        return tuple(Step(**step) for step in self.steps)


def origin_of(record):
    """Origin, or None for what was made here."""
    return IAnnotations(record).get(ANNOTATION)


def maker_of(dossier):
    """str: who keeps a dossier; of one that came in a package who made it, and for which body; "" for nobody."""
    origin = origin_of(dossier)
    return name_of(dossier.holder) or (origin.made_by if origin is not None else "")


def remember(record, package, fields, steps, additional, whole=None, parts=()):
    """Keep what came with ``record`` in the ReadPackage ``package``; ``additional``: tuple of Said, which are fields of
    the body that made it and not of the agency that takes it in; ``whole``, ``parts``: of Related, of a dossier.
    """
    record.brought = tuple(additional)
    kept = Origin(package.object_id, package.organisation.name, fields, steps, whole, parts)
    IAnnotations(record)[ANNOTATION] = kept
