"""The sets of principals that may view records. Pure functions."""

from hashlib import blake2b


def acl_key(agency, principals, attempt=0):
    """The number under which this set of an agency's records is kept: 63 bits of a hash, the same in every process.

    Two sets share a number about once in 10**6 sites of a million sets: the later one takes that of the next
    ``attempt`` (:func:`~qlvb.content.index.acl_rows.keep_sets`).

    >>> acl_key("snv", ["user:a", "Manager"]) == acl_key("snv", {"Manager", "user:a"})
    True
    """
    said = [agency, *sorted(principals), *([f"\t{attempt}"] if attempt else [])]
    return int.from_bytes(blake2b("\n".join(said).encode(), digest_size=8).digest()) >> 1
