"""The catalogues on disk."""

from babel.messages.pofile import read_po
from translations.extract import TOP


def catalogues(language, top=TOP):
    """Paths of the qlvb catalogues of ``language``, one per room that has messages."""
    return sorted((top / "src").rglob(f"locales/{language}/LC_MESSAGES/qlvb.po"))


def translations(language, top=TOP):
    """dict message id -> text, over all catalogues of ``language``."""
    found = {}
    for path in catalogues(language, top):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string:
                    found[message.id] = message.string
    return found
