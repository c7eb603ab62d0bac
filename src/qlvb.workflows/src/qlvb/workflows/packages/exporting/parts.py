"""The parts of a dossier in its export: each stands after the dossier's own documents, under number, symbol and title.

Somebody may keep the whole and not read every document of a part, which has a keeper of its own. Such a part is named,
and nothing of what is in it goes out; its keeper exports it.
"""

from dataclasses import dataclass
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.lookup import may_view
from qlvb.content.packages.interfaces import Finding
from qlvb.workflows.packages.access import hidden_from_current
from qlvb.workflows.packages.contents import chronological


#: Code of the Finding that names a part of which only the name went out.
LEFT_OUT = "part_left_out"


@dataclass(frozen=True)
class ExportedPart:
    """``filed``: its documents in the order of time (list of Filed), [] where they are ``withheld``."""

    order: int
    dossier: object
    filed: tuple
    withheld: bool
    named: bool = True  # the current user may know its title

    @property
    def heading(self):
        """str: number, symbol and title."""
        return f"Hồ sơ con số {self.order}: {self.said}"

    @property
    def said(self):
        """str: symbol and title."""
        return f"{self.dossier.code} {self.dossier.title}" if self.named else self.dossier.code


def exported_parts(dossier, left_out=()):
    """By their numbers, with the rights of the current user: list of ExportedPart. ``left_out``: codes of parts of
    which only the name goes out in any case.
    """
    found = []
    for part in parts_of(dossier):
        named = may_view(part)
        withheld = part.code in left_out or not named or bool(hidden_from_current(part))
        filed = () if withheld else tuple(chronological(part))
        found.append(ExportedPart(order_of(part), part, filed, withheld, named))
    return found


def left_out_of(findings):
    """Codes of the parts that an export has only named, by its findings: set of str (pure)."""
    return {finding.path for finding in findings if finding.code == LEFT_OUT}


def left_out_findings(parts):
    """list of Finding that name what was withheld."""
    return [Finding(LEFT_OUT, one.dossier.code, one.said, "warning") for one in parts if one.withheld]


def documents_of(parts):
    """Documents of the parts that go out: list."""
    return [filed.document for one in parts for filed in one.filed]
