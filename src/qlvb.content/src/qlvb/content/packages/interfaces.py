"""The contract of the room: what a package is made of, and what its validation says.

Everything here is pure: a :class:`~qlvb.content.packages.model.Package` is built in memory without a byte of content,
``building.build`` writes it to disk by chunks, ``validating.validate`` reads the disk again.
"""

from dataclasses import dataclass


#: Kinds of packages that are built (TT 05/2025 Điều 17). DIP is what a user is given.
KINDS = ("SIP", "AIP", "DIP")
RULE = "TT 05/2025/TT-BNV"
SEVERITIES = ("error", "warning")


@dataclass(frozen=True)
class Finding:
    """One thing that a validation has to say.

    ``code``: stable word; ``path``: the file inside the package ("" for the package as a whole); ``detail``: values or
    the validator's own words, in no particular language; ``severity``: one of SEVERITIES, errors keep a package in.
    """

    code: str
    path: str = ""
    detail: str = ""
    severity: str = "error"

    def __str__(self):
        return " ".join(part for part in (self.code, self.path, self.detail) if part)

    def as_json(self):
        """dict of str."""
        return {"code": self.code, "path": self.path, "detail": self.detail, "severity": self.severity}


def errors(findings):
    """Those that keep a package from leaving: list of Finding."""
    return [finding for finding in findings if finding.severity == "error"]


class PackageBroken(Exception):
    """What was to be packed, or read, is not what it should be; ``findings`` (list of Finding) name every fault."""

    def __init__(self, findings):
        self.findings = list(findings)
        super().__init__("; ".join(map(str, self.findings)))


class NoRoom(Exception):
    """The disk is full: nothing is left behind, the same can be tried again. ``place``: the directory (str)."""

    def __init__(self, place):
        self.place = str(place)
        super().__init__(f"no space left at {place}")
