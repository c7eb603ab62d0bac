"""``<document>/@@original-letter``: the letter that a document came with; ``file=1`` gives it whole."""

from Products.Five import BrowserView
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from zExceptions import NotFound


class LetterPage(BrowserView):
    """What the letter says, as text only: nothing of it is run or fetched."""

    shell_section = "incoming"

    def __call__(self):
        if self.letter is None:
            raise NotFound("original-letter")
        if self.request.form.get("file") == "1":
            return self._send(self.letter.data())
        return self.index()

    @property
    def letter(self):
        """IOriginalLetter, or None."""
        return IOriginalLetter(self.context, None)

    @property
    def sent(self):
        return self.letter.sent.strftime("%H:%M %d/%m/%Y") if self.letter.sent else ""

    def _send(self, data):
        response = self.request.response
        response.setHeader("Content-Type", "message/rfc822")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.context.getId()}.eml"')
        response.setHeader("Content-Length", str(len(data)))
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Content-Security-Policy", "sandbox")
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Theme-Disabled", "1")
        return data
