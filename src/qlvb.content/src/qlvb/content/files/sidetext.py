"""The text of a version, kept beside it for the search: never inside the file, which may be signed."""

from qlvb.content.files.stamps import stamp_in
from qlvb.content.text import nfc
from ZODB.blob import Blob


#: Longest text kept of one version (characters): some 700 dense pages. What comes after is not found by the search.
MAX_CHARACTERS = 2_000_000


class SideText:
    """The text of a version in a blob of its own, so that it is loaded only when somebody wants it."""

    _text = None
    text_state = "none"
    text_error = ""
    text_recognised = False
    secrecy_stamp = ""

    def text(self):
        """See IFileVersion."""
        if self._text is None:
            return ""
        with self._text.open("r") as stream:
            return stream.read().decode("utf-8")

    def set_text(self, text, recognised=False):
        """See IFileVersion."""
        composed = nfc(text)[:MAX_CHARACTERS]
        self.text_error = ""
        self.text_recognised = recognised
        self.secrecy_stamp = stamp_in(composed, recognised)
        if not any(char.isalnum() for char in composed):
            self._text = None
            self.text_state = "no_text"
            return
        blob = Blob()
        with blob.open("w") as target:
            target.write(composed.encode("utf-8"))
        self._text = blob
        self.text_state = "ready"

    def share_text(self, version):
        """See IFileVersion."""
        self._text = version._text
        self.text_state = version.text_state
        self.text_recognised = version.text_recognised
        self.text_error = version.text_error
        self.secrecy_stamp = version.secrecy_stamp
