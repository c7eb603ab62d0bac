"""``make i18n``: write the Vietnamese catalogues from the sources, and say which messages have no English yet."""

from babel.messages import Catalog
from babel.messages.pofile import write_po
from io import BytesIO
import sys
from translations.catalogues import translations
from translations.extract import TOP
from translations.extract import messages


HEADER = "# Made from the sources by `make i18n`: change the texts there."
#: Header fields that would change with every run, or that say nothing.
IDLE = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Last-Translator',
    b'"Report-Msgid-Bugs-To',
    b'"Language-Team',
    b'"Generated-By',
)


def written(catalogue):
    """bytes of the catalogue, the same for the same messages."""
    catalogue.header_comment = HEADER
    file = BytesIO()
    write_po(file, catalogue, width=120, sort_output=True, omit_header=False, include_lineno=False)
    return b"".join(line for line in file.getvalue().splitlines(keepends=True) if not line.startswith(IDLE))


def main():
    found = messages()
    for package in ("content", "workflows", "policy"):
        catalogue = Catalog(locale="vi", project="qlvb", charset="utf-8", fuzzy=False)
        for msgid, message in sorted(found.items()):
            places = sorted(place for place in message.places if place.startswith(f"src/qlvb.{package}/"))
            if places and message.defaults:
                catalogue.add(msgid, sorted(message.defaults)[0], locations=[(place, None) for place in places])
        path = TOP / f"src/qlvb.{package}/src/qlvb/{package}/locales/vi/LC_MESSAGES/qlvb.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalogue))
    english = translations("en")
    missing = sorted(set(found) - set(english))
    for msgid in missing:
        print(f"no English: {msgid}: {sorted(found[msgid].defaults)} ({sorted(found[msgid].places)[0]})")
    for msgid, message in sorted(found.items()):
        if len(message.defaults) > 1:
            print(f"two texts: {msgid}: {sorted(message.defaults)}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
