"""The processing history of a record (NĐ 30/2020 Phụ lục VI, III.5.a): its journal, in words and with its chain."""

from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import person_name
from qlvb.content.journal.wording import sentence
from qlvb.content.packages.model import Step
from zope.i18n import translate


#: Looks at files are no steps of the work; the chain would break if they were left out of a journal, so all are given.
def steps_of(record):
    """Every entry of the journal, oldest first: tuple of Step."""
    return tuple(_step(entry) for entry in IJournal(record).entries())


def _step(entry):
    return Step(
        seq=entry.seq,
        when=entry.stamp,
        actor=entry.actor,
        actor_name=_said(person_name(entry.actor)),
        on_behalf=entry.on_behalf,
        event=entry.event,
        sentence=_said(sentence(entry)),
        detail=entry.detail_json,
        previous=entry.previous,
        hash=entry.hash,
    )


def _said(message):
    return translate(message, target_language="vi")
