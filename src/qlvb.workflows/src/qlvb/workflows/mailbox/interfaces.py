"""The mailbox of an agency, and the letter from which a document was made (NĐ 30/2020 Điều 21; Phụ lục VI phần I 3)."""

from zope.interface import Attribute
from zope.interface import Interface


class IMailbox(Interface):
    """Adapter of an agency."""

    settings = Attribute("dict enabled, host, port, security, account, folder; never the password")
    has_password = Attribute("bool")
    address = Attribute("str: the e-mail address under which it is read; '' when it is not read or its account is none")
    state = Attribute("dict checked, error, taken, skipped, failing: how the last look went")

    def change(values):
        """Keep settings. :raises Refused: 400, all mistakes."""

    def retry():
        """Look again without waiting, and try again the letters that could not be taken."""

    def letters():
        """What became of the newest letters: list of Line (``log``), the newest first."""

    def next_look():
        """When the mailbox is read again: aware datetime, None when it is not read."""

    def take_anyway(number):
        """Have an entry made of an automatic letter, the Line ``number``, at the next look.

        :raises Refused: 404 there is none, 409 the mailbox has numbered its letters anew since.
        """

    def password():
        """str, for the reader alone."""


class IOriginalLetter(Interface):
    """Adapter of an incoming document; None for one that came another way."""

    sender = Attribute("str: name and address")
    sent = Attribute("aware datetime or None")
    subject = Attribute("str, as it was")
    text = Attribute("str: what the letter says")
    findings = Attribute("tuple of message ids: what the clerk must know, such as attachments that were not taken")

    def data():
        """bytes of the .eml, unchanged."""
