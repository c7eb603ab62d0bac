"""Two texts word by word (pure): what the editor writes back and what the comparison of versions shows."""

from difflib import SequenceMatcher
import re


PIECES = re.compile(r"\s+|\w+|[^\w\s]")


def aligned(old, new):
    """list of ``(same, words of old, words of new)`` in the order of reading; joined they are ``old`` and ``new``.

    >>> aligned("Hạn 5 ngày", "Hạn 7 ngày nữa")
    [(True, 'Hạn ', 'Hạn '), (False, '5', '7'), (True, ' ngày', ' ngày'), (False, '', ' nữa')]
    """
    left, right = PIECES.findall(old), PIECES.findall(new)
    return [
        (tag == "equal", "".join(left[old_from:old_to]), "".join(right[new_from:new_to]))
        for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    ]


def differences(old, new):
    """list of ``(start, end, words)``: ``words`` in place of each ``old[start:end]`` make ``new``.

    >>> differences("Hạn 5 ngày", "Hạn 7 ngày nữa")
    [(4, 5, '7'), (10, 10, ' nữa')]
    """
    found, place = [], 0
    for same, words, others in aligned(old, new):
        if not same:
            found.append((place, place + len(words), others))
        place += len(words)
    return found
