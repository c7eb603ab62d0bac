"""Values of filters in words: on the page and in an export the same."""

from qlvb.content.index.wording import DIRECTIONS
from qlvb.content.index.wording import TYPES
from qlvb.content.index.work import read_work
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import NO_UNIT
from qlvb.content.organisation.people import name_of
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import KINDS as TASK_KINDS
from qlvb.policy.finding.words import EXTENDED
from qlvb.policy.finding.words import FOLLOWED
from qlvb.policy.finding.words import MEASURE_TITLES
from qlvb.policy.finding.words import STARRED
from qlvb.policy.finding.words import TIMELINESS
from qlvb.policy.finding.words import VOCABULARIES
from qlvb.policy.finding.words import state_titles
from zope.component import getUtility


def value_in_words(name, value, terms, say):
    """The value (str) of the filter ``name`` in words: str.

    ``terms``: vocabulary -> dict value -> title. ``say`` translates a message.
    """
    directory = getUtility(IDirectory)
    if name == "document_type" and value in TASK_KINDS:  # rows of tasks say their kind there
        return terms("qlvb.tasks.kinds").get(value, value)
    if name in VOCABULARIES:
        return terms(VOCABULARIES[name]).get(value, value)
    if name == "starred":
        return say(STARRED.get(value, value))
    if name == "followed":
        return say(FOLLOWED.get(value, value))
    if name == "agency":
        agency = directory.agency(value)
        return agency.title if agency else say(DIRECTIONS.get(value, value))
    if name in ("signatory", "holder", "recipient"):
        return directory.person(value).fullname or value
    if name == "work":
        return work_in_words(value, say)
    if name == "unfiled":
        return unfiled_in_words(value, say)
    if name == "unit":
        return unit_title(value)
    if name in ("type", "direction"):
        return say({**TYPES, **DIRECTIONS}.get(value, value))
    if name == "executor":
        return title_of(value)
    if name == "timeliness":
        return say(TIMELINESS.get(value, value))
    if name == "extended":
        return say(EXTENDED.get(value, value))
    if name == "state":
        return " / ".join(dict.fromkeys(map(say, state_titles(value)))) or value
    if name in ("register", "dossier", "parent"):
        return title_of_uid(value)
    if name.endswith(("_from", "_to")) and value[4:5] == "-":
        return "/".join(reversed(value.split("-")))
    return value


def work_in_words(value, say):
    """``late:leminhanh:2026-01-01:2026-03-31`` as people say it."""
    work = read_work(value)
    if work is None:
        return value
    who = unit_title(work.who[1:]) if work.who.startswith("@") else getUtility(IDirectory).person(work.who).fullname
    said = f"{say(MEASURE_TITLES[work.measure])} · {who}"
    if work.measure in ("in_time", "late"):
        said += f" · {work.first:%d/%m/%Y} – {work.last:%d/%m/%Y}"
    return said


def unfiled_in_words(value, say):
    """Whose work a value of the filter ``unfiled`` means."""
    if not value.startswith("@"):
        return name_of(value)
    agency, dot, unit = value[1:].partition(".")
    return say(NO_UNIT) if dot and not unit else unit_title(value[1:])


def unit_title(unit):
    """Title of an agency (``skhcn``) or department (``skhcn.cntt``), the id itself for neither."""
    directory = getUtility(IDirectory)
    agency, dot, department = unit.partition(".")
    found = directory.department(agency, department) if dot else directory.agency(agency)
    return found.title if found is not None else unit


def title_of_uid(uid):
    """Title of a register or dossier, the UID for what the person may not see."""
    found = visible_record(uid) if uid.isalnum() else None
    return found.Title() or uid if found is not None else uid
