"""A meeting invitation that is entered in the register drafts an entry of the work schedule; a person looks it through
and publishes it. What the file says is read as soon as its words are known, of a scan when its letters are recognised.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.calendar.reading import USUAL_HOUR
from qlvb.policy.calendar.reading import read_invitation
from qlvb.policy.calendar.rules import TEXTS
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.secrecy import is_secret
from qlvb.workflows.texts.interfaces import ITextRead
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate


INVITATION = "invitation"
ENTERED = ("registered", "to_direct", "in_progress")
CHAIR = _("schedule_chaired_by", default="Chủ trì: ${name}")


@adapter(IActPerformed)
def draft_entry(event):
    """Draft the entry once; when a leader has directed, those who lead are its leaders. Nothing of a secret one."""
    record, schedule = event.record, _schedule_for(event.record)
    if schedule is None:
        return
    entry = schedule.of_source(IUUID(record))
    if entry is None:
        start = clock.now().replace(hour=USUAL_HOUR.hour, minute=0, second=0, microsecond=0)
        values = {"start": start.isoformat(), "title": record.subject[: TEXTS["title"]], "published": False}
        entry = schedule.add(values, "system", IUUID(record))
        _read(record, schedule, entry)
    leads = tuple(line.recipient for line in ILines(record).all() if line.role == "lead")
    if not entry.published and leads and not entry.leaders:
        entry.leaders = leads


@adapter(ITextRead)
def read_again(event):
    """The words of a file are known now: a draft that nobody has looked through takes what they say."""
    schedule = _schedule_for(event.record)
    entry = schedule.of_source(IUUID(event.record)) if schedule is not None else None
    if entry is not None and entry.untouched:
        _read(event.record, schedule, entry)


def _schedule_for(record):
    """The ISchedule that an invitation of this record belongs to, or None."""
    if not IIncomingDocument.providedBy(record) or record.document_type != INVITATION or is_secret(record):
        return None
    info = getUtility(IDirectory).agency_of(record)
    if info is None or state_of(record) not in ENTERED:
        return None
    return ISchedule(getUtility(IDirectory).agency_object(info.id))


def _read(record, schedule, entry):
    found = read_invitation(record.subject, IRecordContent(record).text(), clock.today())
    values = {"place": found.place}
    if found.start is not None:
        values |= {"start": found.start.isoformat(), "end": found.end.isoformat() if found.end else None}
    if found.chair:
        text = _(str(CHAIR), default=CHAIR.default, mapping={"name": found.chair})
        values["note"] = translate(text, target_language="vi")[: TEXTS["note"]]
    schedule.reread(entry, values, found.quotes)
