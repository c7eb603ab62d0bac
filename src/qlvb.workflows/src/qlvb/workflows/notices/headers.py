"""How the subject of a letter is written: in encoded words (RFC 2047) of the older ``email.header``.

``EmailPolicy`` of Python 3.11 loses the space where an encoded word ends before one: "ngày 30tháng 11".
"""

from email.header import Header
from email.policy import EmailPolicy


class LetterPolicy(EmailPolicy):
    """As ``email.policy.default``, with whole subjects.

    >>> from email import message_from_bytes, policy
    >>> from email.message import EmailMessage
    >>> letter = EmailMessage(policy=POLICY)
    >>> letter["Subject"] = "Đồng chí Lê Minh Anh tổng hợp ý kiến, trình trước ngày 30 tháng 11 năm 2026"
    >>> message_from_bytes(letter.as_bytes(), policy=policy.default)["Subject"] == letter["Subject"]
    True
    """

    def fold(self, name, value):
        """See email.policy.Policy."""
        if name.lower() != "subject" or str(value).isascii():
            return super().fold(name, value)
        words = Header(str(value), "utf-8", 75, name).encode(linesep=self.linesep)
        return f"{name}: {words}{self.linesep}"

    def fold_binary(self, name, value):
        """See email.policy.Policy."""
        if name.lower() != "subject":
            return super().fold_binary(name, value)
        return self.fold(name, value).encode("ascii")


POLICY = LetterPolicy()
