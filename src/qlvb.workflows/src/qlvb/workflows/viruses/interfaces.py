"""The scanner, as other rooms see it. It is a program of its own (ClamAV's clamd), whose address the site knows."""

from zope.interface import Attribute
from zope.interface import Interface


#: Kind of jobs, see IJobHandler. A job carries ``{"file": id, "version": number}``.
KIND = "check_viruses"


class ScannerDown(Exception):
    """The scanner does not answer, or not in time."""


class IVirusScanner(Interface):
    """Utility. Its work takes seconds: for jobs, or with little patience."""

    configured = Attribute("bool: the site knows a scanner")

    def version():
        """(engine, signatures): str, str; signatures "" where the scanner does not tell. :raises ScannerDown:."""

    def look(stream, mimetype="", patience=60):
        """VirusCheck of a binary stream, read from its beginning. Files attached to a PDF are looked at one by one.
        ``patience``: seconds for each answer, few where somebody waits.

        Never raises: a scanner that is down, and a file that it will not read to its end, are ``unchecked``.
        """
