"""What a person typed into the search, understood. Pure functions; nothing that is typed raises.

Words stand for themselves; ``"quoted words"`` for a phrase, ``-word`` and ``-"a phrase"`` for what is not wanted.
Reference numbers and dates are recognised as offices write them and also taken as the words they consist of. There are
no other operators: what looks like one is a word or a separator.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from qlvb.content.index import written
from qlvb.content.index.words import Word
from qlvb.content.index.words import words
import re
import unicodedata


#: Characters of a question that are read, and words of them that count.
MAX_TEXT = 1000
MAX_WORDS = 32
_QUOTES = str.maketrans("“”„‟«»″", '"' * 7)
_PHRASE = re.compile(r'(?P<minus>(?<!\S)-)?"(?P<said>[^"]*)"')
_EXCLUDED = re.compile(r"(?<!\S)-(?=\w)(\S+)")
#: Words that say too little to be demanded. Without accents only those that stand for no other word.
_SMALL_EXACT = frozenset(["của", "về", "và", "các", "những", "cho", "tại", "theo", "với", "là", "v"])
_SMALL_FOLDED = frozenset(["cua", "cac", "nhung", "theo", "v"])
#: Words before a number that the record's own number does not have.
_BEFORE_NUMBERS = frozenset(("so", "vb", "cv"))
_NUMBER = re.compile(r"\d{1,6}[a-z]?")
_JOINED = re.compile(r"\d{1,6}[a-z][a-z0-9]+")


@dataclass(frozen=True)
class Item:
    """One thing asked for. ``kind``: word, phrase, date or reference.

    ``tokens``: of dates and references, what the index calls them (:mod:`qlvb.content.index.written`).
    ``optional``: a small word that helps to rank and is not demanded.
    """

    kind: str
    words: tuple
    tokens: tuple = ()
    optional: bool = False


@dataclass(frozen=True)
class Asked:
    """A question. False when nothing can be found by it."""

    text: str = ""
    items: tuple = ()
    excluded: tuple = ()
    #: Reference numbers it may mean, compact: as a whole, and as beginnings.
    references: tuple = ()
    beginnings: tuple = ()
    #: The last word may be the beginning of one
    unfinished: bool = False

    def __bool__(self):
        return bool(self.items)

    @property
    def words(self):
        """tuple of every :class:`Word` asked for, in order."""
        return tuple(word for item in self.items for word in item.words)

    @property
    def accented(self):
        """bool: accents were typed."""
        return any(word.accented for word in self.words)

    @property
    def phrases(self):
        """tuple of tuples of :class:`Word`."""
        return tuple(item.words for item in self.items if item.kind == "phrase")

    @property
    def dates(self):
        """tuple of tuples of tokens."""
        return tuple(item.tokens for item in self.items if item.kind == "date")


def read(text):
    """:class:`Asked` of what was typed (anything; what is no str counts as nothing).

    >>> asked = read('kế hoạch 123/UBND-VX "thủy lợi" -dự')
    >>> [item.kind for item in asked.items], asked.references, [word.exact for word in asked.excluded[0].words]
    (['word', 'word', 'reference', 'phrase'], ('123ubndvx',), ['dự'])
    >>> bool(read("-- % * '"))
    False
    """
    return _read(_clean(text))


@lru_cache(maxsize=512)
def _read(cleaned):
    """A page asks for its question half a dozen times."""
    text = cleaned.strip()
    items, excluded = [], []
    for match in _PHRASE.finditer(text):
        said = tuple(words(text[: match.end("said")], match.start("said")))
        if said:
            into = excluded if match["minus"] else items
            into.append(Item("phrase" if len(said) > 1 else "word", said))
    for match in _EXCLUDED.finditer(plain := _PHRASE.sub(_blank, text)):
        said = tuple(words(match[1]))
        if said:
            excluded.append(Item("phrase" if len(said) > 1 else "word", said))
    quoted = set(items)
    items += _plain_items(_EXCLUDED.sub(_blank, plain))
    items = _with_small_words_optional(_cut(sorted(items, key=lambda item: item.words[0].start)))
    keys, beginnings = _references(items, quoted)
    return Asked(
        text=text,
        items=items,
        excluded=tuple(excluded[:MAX_WORDS]),
        references=keys,
        beginnings=beginnings,
        unfinished=bool(items) and items[-1] not in quoted and _is_unfinished(cleaned, items[-1]),
    )


def _clean(text):
    if not isinstance(text, str):
        return ""
    text = text[:MAX_TEXT].encode("utf-8", "ignore").decode()
    text = unicodedata.normalize("NFC", text).translate(_QUOTES)
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)


def _blank(match):
    return " " * len(match.group())


def _plain_items(text):
    """Items of text outside quotes."""
    said = words(text)
    items = []
    for found in written.claims(text):
        inside = tuple(word for word in said if found.start <= word.start < found.end)
        said = [word for word in said if not found.start <= word.start < found.end]
        if inside:
            items.append(Item(found.kind, inside, found.tokens))
    for word in said:
        joined = _JOINED.fullmatch(word.folded)
        items.append(Item("reference", (word,), (word.folded,)) if joined else Item("word", (word,)))
    return items


def _cut(items):
    kept, count = [], 0
    for item in items:
        count += len(item.words)
        if kept and count > MAX_WORDS:
            break
        kept.append(Item(item.kind, item.words[:MAX_WORDS], item.tokens))
    return kept


def _with_small_words_optional(items):
    accented = any(word.accented for item in items for word in item.words)
    marked = []
    for item, following in zip_longest(items, items[1:]):
        word = item.words[0]
        small = word.exact in _SMALL_EXACT if accented else word.folded in _SMALL_FOLDED
        if word.folded in _BEFORE_NUMBERS and following and following.words[0].folded[0].isdigit():
            small = True
        marked.append(Item(item.kind, item.words, item.tokens, optional=small and item.kind == "word"))
    return tuple(items) if all(item.optional for item in marked) else tuple(marked)


def _references(items, quoted):
    """(keys, beginnings) of the reference numbers that may be meant: written ones, "123 ubnd vx", "123ubndvx",
    "số 123".
    """
    keys = [key for item in items if item.kind == "reference" for key in item.tokens]
    beginnings = list(keys)
    plain = [item.words[0] if item.kind == "word" and item not in quoted else None for item in items]
    for position, word in enumerate(plain):
        if word is None:
            continue
        if _NUMBER.fullmatch(word.folded):
            before = plain[position - 1].folded if position and plain[position - 1] else ""
            if before in _BEFORE_NUMBERS or len(items) == 1:
                keys.append(word.folded)
            following = _symbol_after(plain[position + 1 : position + 6])
            keys += [word.folded + "".join(following[:count]) for count in range(1, len(following) + 1)]
            if following and position + len(following) + 1 == len(plain):
                beginnings.append(word.folded + "".join(following))
    return tuple(dict.fromkeys(keys[:16])), tuple(dict.fromkeys(beginnings[:8]))


def _symbol_after(plain):
    """Folded words as they follow a number in a symbol: short ones whose only accent is that of đ."""
    following = []
    for word in plain:
        if word is None or len(word.folded) > 8 or word.exact.replace("đ", "d") != word.folded:
            break
        following.append(word.folded)
    return following


def _is_unfinished(text, last):
    folded = last.words[-1].folded
    return last.kind == "word" and not text[-1:].isspace() and len(folded) > 1 and not folded.isdigit()


__all__ = ["MAX_TEXT", "MAX_WORDS", "Asked", "Item", "Word", "read"]
