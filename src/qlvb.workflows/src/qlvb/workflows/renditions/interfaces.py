"""Making PDF/A of office files."""

from zope.interface import Attribute
from zope.interface import Interface


KIND = "convert"


class IConverter(Interface):
    """Utility: the program that makes PDF/A."""

    def available():
        """bool: the program is there. Without it the site works with PDF drafts only."""

    def convert(data, suffix):
        """``data`` (bytes of an office file, ``suffix`` ".docx" and so on) as bytes of a PDF/A-2b.

        :raises ConversionFailed: see there.
        """


class IRenditionMade(Interface):
    """Event: the PDF of a version was made."""

    record = Attribute("IRecord")
    file = Attribute("IStoredFile")
    version = Attribute("IFileVersion")


class ConversionFailed(Exception):
    """No PDF was made. ``message`` is for people; ``retry``: another try may help (the program died or hung)."""

    def __init__(self, message, retry):
        self.message = message
        self.retry = retry
        super().__init__(message)
