"""The sets of principals that may view records. Pure functions."""

from hashlib import blake2b


def acl_key(agency, principals):
    """The number under which this set of an agency's records is kept: 63 bits of a hash, the same in every process.

    Two sets share a number about once in 10**6 sites of a million sets; ``bin/qlvb index verify`` would name it.

    >>> acl_key("snv", ["user:a", "Manager"]) == acl_key("snv", {"Manager", "user:a"})
    True
    """
    said = "\n".join([agency, *sorted(principals)]).encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest()) >> 1
