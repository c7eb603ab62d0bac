"""Every message has one Vietnamese text and an English one, and catalogues hold nothing that no source uses."""

from translations.catalogues import translations
from translations.extract import messages
import pytest
import unicodedata


@pytest.fixture(scope="module")
def found():
    return messages()


def test_every_message_has_english(found):
    missing = {msgid: sorted(found[msgid].places) for msgid in set(found) - set(translations("en"))}
    assert missing == {}


def test_every_message_has_exactly_one_vietnamese_text(found):
    several = {msgid: sorted(message.defaults) for msgid, message in found.items() if len(message.defaults) > 1}
    assert several == {}


def test_vietnamese_catalogues_say_what_the_sources_say(found):
    vietnamese = translations("vi")
    stale = {
        msgid: (sorted(message.defaults), vietnamese.get(msgid))
        for msgid, message in found.items()
        if message.defaults and vietnamese.get(msgid) not in message.defaults
    }
    assert stale == {}, "run `make i18n`"


def test_texts_are_composed():
    for language in ("vi", "en"):
        for msgid, text in translations(language).items():
            assert unicodedata.is_normalized("NFC", text), msgid
