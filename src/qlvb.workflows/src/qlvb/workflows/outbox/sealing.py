"""Passwords and tokens for other systems are kept encrypted; the key is a file outside the database (TCVN 14423
5.4.2.4), one for each kind of secret.
"""

from cryptography.fernet import Fernet
from cryptography.fernet import InvalidToken
import os
from pathlib import Path
from qlvb.content.storage.secretfiles import made_once
from qlvb.workflows.outbox import wake


class Seal:
    """Seals with the key of one kind: the file that the environment's ``variable`` names, else ``secrets/<name>`` in
    the directory ``QLVB_VAR``.
    """

    def __init__(self, name, variable):
        self.name = name
        self.variable = variable

    @property
    def key_file(self):
        """Path of the key."""
        named = os.environ.get(self.variable)
        return Path(named) if named else wake.directory() / "secrets" / self.name

    def sealed(self, text):
        """str that only :meth:`opened` on this installation reads."""
        return Fernet(made_once(self.key_file, Fernet.generate_key)).encrypt(text.encode()).decode()

    def opened(self, token):
        """str; "" when there is none, or the key is another one than it was sealed with: it must be typed in again."""
        path = self.key_file
        if not token or not path.exists():
            return ""
        try:
            return Fernet(path.read_bytes()).decrypt(token.encode()).decode()
        except InvalidToken:
            return ""
