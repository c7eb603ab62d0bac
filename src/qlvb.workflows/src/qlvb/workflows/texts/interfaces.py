"""Reading the text of files."""

from zope.interface import Attribute
from zope.interface import Interface


#: Name of the job and of its IJobHandler.
KIND = "read_text"


class ITextReader(Interface):
    """Utility: takes the text out of a file, whatever the file does to the libraries that read it."""

    def read(stream, kind):
        """The text of an open, real file (it has a ``fileno``) of a kind of ``sources.READABLE``: str, perhaps "".

        :raises TextNotRead: see there.
        """


class ITextRead(Interface):
    """Event: the text of a version was looked for; ``version.text_state`` says whether there was any."""

    record = Attribute("IRecord")
    file = Attribute("IStoredFile")
    version = Attribute("IFileVersion")


class TextNotRead(Exception):
    """No text was read. ``message`` is for people; ``retry``: another try may help (the reader died or hung)."""

    def __init__(self, message, retry):
        self.message = message
        self.retry = retry
        super().__init__(message)
