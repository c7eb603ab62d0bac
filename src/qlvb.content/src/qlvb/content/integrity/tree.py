"""The hash of a Merkle tree over a list, as Certificate Transparency makes it (RFC 9162, section 2.1). Pure."""

from hashlib import sha256


#: The root of a tree without leaves.
EMPTY = sha256().hexdigest()


def leaf_hash(data):
    """bytes (32) of one leaf; ``data`` bytes."""
    return sha256(b"\x00" + data).digest()


def root(hashes):
    """The root over leaf hashes (iterable of 32 bytes) in their order: hex. Memory grows with the depth of the tree.

    >>> root([]) == EMPTY
    True
    """
    peaks = []  # (number of leaves, hash), each twice as large as the next at least
    for leaf in hashes:
        size = 1
        while peaks and peaks[-1][0] == size:
            leaf = _node(peaks.pop()[1], leaf)
            size *= 2
        peaks.append((size, leaf))
    if not peaks:
        return EMPTY
    found = peaks.pop()[1]
    while peaks:
        found = _node(peaks.pop()[1], found)
    return found.hex()


def _node(left, right):
    return sha256(b"\x01" + left + right).digest()
