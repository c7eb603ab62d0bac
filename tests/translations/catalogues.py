"""The catalogues on disk."""

from babel.messages.pofile import read_po
from collections import defaultdict
from translations.extract import TOP


def catalogues(language, top=TOP):
    """Paths of the qlvb catalogues of ``language``, one per room that has messages."""
    return sorted((top / "src").rglob(f"locales/{language}/LC_MESSAGES/qlvb.po"))


def all_translations(language, top=TOP):
    """dict message id -> set of its texts, over all catalogues of ``language``."""
    found = defaultdict(set)
    for path in catalogues(language, top):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string:
                    found[message.id].add(message.string)
    return dict(found)


def translations(language, top=TOP):
    """dict message id -> text, over all catalogues of ``language``."""
    return {msgid: sorted(texts)[0] for msgid, texts in all_translations(language, top).items()}
