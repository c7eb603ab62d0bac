"""When dossiers gather: a document comes into being, its relations change, it is filed, a note carries it, a task
results in it.
"""

from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.filing.gathering import gather
from qlvb.workflows.filing.gathering import is_open
from qlvb.workflows.filing.gathering import join
from qlvb.workflows.filing.gathering import mode_of
from qlvb.workflows.filing.gathering import related
from qlvb.workflows.filing.task_reports import keep
from qlvb.workflows.filing.task_reports import unkept
from qlvb.workflows.filing.through_tasks import results_of
from qlvb.workflows.filing.through_tasks import sources_of
from zope.component import getUtility


#: Acts after which relations may be others than when the document came into being.
ACTS = ("submit", "resubmit", "issue", "accept", "direct", "finish")

#: Acts on tasks that name a document, or bring files.
TASK_ACTS = ("draft_for_task", "report", "report_back", "complete")


def document_added(document, event):
    """A new document: delivered reply, drafted answer, draft related to a filed one."""
    join(document, (document.creators or ("system",))[0], related(document))


def act_performed(document, event):
    """Relations given or changed while the document was a draft; what followed from it before it was filed."""
    if event.act.id == "file":
        _bring_along(document, event)
    elif (event.result.get("did") or event.act.id) in ACTS:
        join(document, event.actor.userid)


def note_acted(note, event):
    """A note that moves takes the drafts that it carries into the dossiers of its grounds."""
    for uid in note.drafts or ():
        draft = find_record(uid)
        if IDocument.providedBy(draft):
            join(draft, event.actor.userid)


def task_acted(task, event):
    """What was drafted for a task, named as its result or reported as files goes where the documents lie from which it
    was given.
    """
    sources = sources_of(task) if event.act.id in TASK_ACTS else []
    if not sources:
        return
    _keep_reports(task, sources, event.actor.userid)
    for uid in results_of([task]):
        document = find_record(uid)
        if IDocument.providedBy(document):
            join(document, event.actor.userid, sources)


def _keep_reports(task, sources, by):
    """Reports become records as soon as an open dossier of the agency gathers by itself what they belong to."""
    agency = getUtility(IDirectory).agency_of(task)
    if agency is None or mode_of(agency.id) != "automatic":
        return
    finder = getUtility(IDossierFinder)
    there = [find_record(uid) for uid in sources]
    dossiers = [dossier for document in filter(IDocument.providedBy, there) for dossier in finder.dossiers_of(document)]
    own = [dossier for dossier in dossiers if is_open(dossier) and _agency_of(dossier) == agency.id]
    for _task, report in unkept([task], agency.id) if own else ():
        keep(task, report, by, [dossier.holder for dossier in own])


def _agency_of(record):
    agency = getUtility(IDirectory).agency_of(record)
    return agency.id if agency is not None else ""


def _bring_along(document, event):
    agency = getUtility(IDirectory).agency_of(document)
    if agency is None or mode_of(agency.id) != "automatic":
        return
    for dossier in getUtility(IDossierFinder).dossiers_of(document):
        if dossier.code in event.result.get("dossiers", ()):
            gather(dossier, event.actor.userid, [document.UID()])
