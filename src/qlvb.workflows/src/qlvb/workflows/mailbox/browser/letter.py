"""``<document>/@@original-letter``: the letter that a document came with; ``file=1`` gives it whole."""

from Products.Five import BrowserView
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import forbid_unfit
from qlvb.content.files.serving import send
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from zExceptions import NotFound


class LetterPage(BrowserView):
    """What the letter says, as text only: nothing of it is run or fetched."""

    shell_section = "incoming"

    def __call__(self):
        if self.letter is None:
            raise NotFound("original-letter")
        if self.request.form.get("file") == "1":
            forbid_unfit([stored.current for stored in IFileStore(self.context).files()], self.request)
            return self._send(self.letter.data())
        return self.index()

    @property
    def letter(self):
        """IOriginalLetter, or None."""
        return IOriginalLetter(self.context, None)

    @property
    def sent(self):
        return show_moment(self.letter.sent)

    def _send(self, data):
        self.request.response.setHeader("Content-Security-Policy", "sandbox")
        return send(self.request, data, f"{self.context.getId()}.eml", "message/rfc822")
