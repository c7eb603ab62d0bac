"""Values of filters in words: on the page and in an export the same."""

from qlvb.content.index.wording import DIRECTIONS
from qlvb.content.index.wording import TYPES
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.finding.words import STARRED
from qlvb.policy.finding.words import VOCABULARIES
from qlvb.policy.finding.words import state_titles
from zope.component import getUtility


def value_in_words(name, value, terms, say):
    """The value (str) of the filter ``name`` in words: str.

    ``terms``: vocabulary -> dict value -> title. ``say`` translates a message.
    """
    directory = getUtility(IDirectory)
    if name in VOCABULARIES:
        return terms(VOCABULARIES[name]).get(value, value)
    if name == "starred":
        return say(STARRED.get(value, value))
    if name == "agency":
        agency = directory.agency(value)
        return agency.title if agency else value
    if name in ("signatory", "holder", "recipient"):
        return directory.person(value).fullname or value
    if name in ("type", "direction"):
        return say({**TYPES, **DIRECTIONS}.get(value, value))
    if name == "state":
        return " / ".join(dict.fromkeys(map(say, state_titles(value)))) or value
    if name in ("register", "dossier", "parent"):
        return title_of_uid(value)
    if name.endswith(("_from", "_to")) and value[4:5] == "-":
        return "/".join(reversed(value.split("-")))
    return value


def title_of_uid(uid):
    """Title of a register or dossier, the UID for what the person may not see."""
    found = visible_record(uid) if uid.isalnum() else None
    return found.Title() or uid if found is not None else uid
