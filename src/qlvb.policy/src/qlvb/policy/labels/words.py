"""What each set calls the acts that it names differently: read from the catalogues, so that help and screens agree."""

from functools import cache
from pathlib import Path
from qlvb.policy.labels.interfaces import SETS
import re


FOLDER = Path(__file__).parent / "sets"
_ENTRY = re.compile(r'#\. Default: "(?P<own>.*)"\nmsgid "(?P<msgid>.+)"\nmsgstr "(?P<said>.*)"')


def words_of(set_id):
    """dict message id -> (own word, the set's word)."""
    text = (FOLDER / f"vi-{set_id}" / "LC_MESSAGES" / "qlvb.po").read_text(encoding="utf-8")
    return {entry["msgid"]: (entry["own"], entry["said"]) for entry in _ENTRY.finditer(text)}


@cache
def table():
    """list of (own word, tuple of the word in each set), each own word once, in order of the message ids."""
    others = [words_of(set_id) for set_id in SETS if set_id]
    found = {}
    for msgid in sorted(set().union(*others)):
        own = next(words[msgid][0] for words in others if msgid in words)
        said = tuple(words[msgid][1] if msgid in words else own for words in others)
        found.setdefault((own, said))
    return list(found)
