"""A meeting invitation that is entered in the register drafts an entry of the work schedule; a person publishes it."""

from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.calendar.rules import TEXTS
from qlvb.policy.calendar.rules import moment_in
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.rights.secrecy import is_secret
from zope.component import adapter
from zope.component import getUtility


INVITATION = "invitation"
ENTERED = ("registered", "to_direct", "in_progress")


@adapter(IActPerformed)
def draft_entry(event):
    """Draft the entry once; when a leader has directed, those who lead are its leaders. Nothing of a secret one."""
    record = event.record
    if not IIncomingDocument.providedBy(record) or record.document_type != INVITATION or is_secret(record):
        return
    info = getUtility(IDirectory).agency_of(record)
    if info is None or state_of(record) not in ENTERED:
        return
    schedule = ISchedule(getUtility(IDirectory).agency_object(info.id))
    entry = schedule.of_source(IUUID(record))
    if entry is None:
        start, _named = moment_in(record.subject, clock.today())
        values = {"start": start.isoformat(), "title": record.subject[: TEXTS["title"]], "published": False}
        entry = schedule.add(values, "system", IUUID(record))
    leads = tuple(line.recipient for line in ILines(record).all() if line.role == "lead")
    if not entry.published and leads and not entry.leaders:
        entry.leaders = leads
