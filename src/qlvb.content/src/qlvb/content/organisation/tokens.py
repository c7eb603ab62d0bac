"""Userids as tokens of forms, which have to be ASCII."""

from binascii import hexlify
from binascii import unhexlify


def token_of(userid):
    """The userid itself, or its hex where it is not ASCII.

    >>> token_of("leminhanh"), userid_of(token_of("lêminhanh"))
    ('leminhanh', 'lêminhanh')
    """
    return userid if userid.isascii() else hexlify(userid.encode()).decode()


def userid_of(token):
    """What ``token_of`` made into a token. :raises ValueError: it is not hex."""
    return unhexlify(token).decode()
