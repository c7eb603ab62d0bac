"""Recognising letters."""

from zope.interface import Interface


#: Name of the job and of its IJobHandler.
KIND = "recognise_text"


class ILetterReader(Interface):
    """Utility: recognises the letters in the pictures of pages."""

    def available():
        """bool: the program and its Vietnamese data are installed on this machine."""

    def read(stream, kind, sha256):
        """Recognised of an open, real file (it has a ``fileno``) of ``kind`` (pdf, png, jpeg, tiff, gif); ``sha256``
        names it, so that what was recognised once is not recognised again.

        :raises TextNotRead: see there (texts.interfaces).
        """
