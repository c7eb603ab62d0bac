"""The machine's look at the layout of a draft, kept on the version it looked at."""

from dataclasses import dataclass
from datetime import datetime
from zope.interface import Interface


KIND = "layout_check"


@dataclass(frozen=True)
class LayoutCheck:
    """What was found on one version: ``findings`` tuple of Finding; ``checked`` False for a type that cannot be."""

    when: datetime
    findings: tuple
    checked: bool = True


class ILayoutChecks(Interface):
    """Adapter of IOutgoingDocument."""

    def current():
        """LayoutCheck of the main file's newest version, or None: not looked at yet, or no file."""

    def pending():
        """bool: a job is on its way."""

    def run(version):
        """Look at a version (IFileVersion) now and keep the result on it; returns LayoutCheck."""

    def open_errors():
        """Findings of severity error on the newest version that nobody has accepted: list."""

    def accepted():
        """dict key of a finding -> (userid, reason, datetime): what the appraiser let pass on this version."""

    def accept(keys, by, reason):
        """Let findings of the newest version pass."""
