"""A dossier gathers what follows from its documents: answers, what notes on them carry, what tasks given from them
bring, and what comes back.

Forward along the chain (:mod:`qlvb.workflows.chain`) from every document of the dossier, within its agency. The agency
decides whether that happens by itself or is proposed; the acts of the holder work in both.
"""

from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.lookups import answers_to_any
from qlvb.content.index.lookups import with_identity
from qlvb.content.interfaces import IDocument
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.chain.links import carries
from qlvb.workflows.chain.links import rests_on
from qlvb.workflows.filing.task_reports import keep
from qlvb.workflows.filing.task_reports import unkept
from qlvb.workflows.filing.through_tasks import results_of
from qlvb.workflows.filing.through_tasks import tasks_from
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


KEY = "qlvb.workflows.filing.gathering"
#: By itself; only proposed on the dossier's screen; not at all.
MODES = ("automatic", "propose", "off")
#: More than these follow from nothing that anybody looks through.
MOST = 300


def mode_of(agency_id):
    """One of MODES: what the agency has decided; ``automatic`` while it has not."""
    agency = getUtility(IDirectory).agency_object(agency_id)
    return IAnnotations(agency).get(KEY, {}).get("mode", MODES[0]) if agency is not None else "off"


def set_mode(agency, mode):
    """Keep what the agency (object) decides. :raises Refused: 400 no such mode."""
    if mode not in MODES:
        message = _("violation_gathering_mode", default="Cách gom hồ sơ không hợp lệ.")
        raise Refused(Violation("mode", "mode_unknown", message))
    kept_under(agency, KEY, PersistentMapping)["mode"] = mode


def notes_of(uids):
    """Submission notes that rest on one of the documents or carry it, whatever the rights: list of objects."""
    keys = [key for uid in uids for key in (rests_on(uid), carries(uid))]
    found = [find_record(row.uid) for row in with_identity(keys)] if keys else []
    return [note for note in found if ISubmissionNote.providedBy(note)]


def after(uids):
    """UIDs of the documents that follow from these: what answers them, what the notes that rest on them carry, and in
    what the tasks given from them result.
    """
    resting = [find_record(row.uid) for row in with_identity([rests_on(uid) for uid in uids])]
    drafts = [draft for note in resting if ISubmissionNote.providedBy(note) for draft in note.drafts or ()]
    return [*answers_to_any(uids), *drafts, *results_of(tasks_from(uids))]


def related(document):
    """UIDs of what a document itself says it answers or relates to."""
    return [uid for uid in (document.in_reply_to, *(document.related_documents or ())) if uid]


def before(document):
    """UIDs of the documents from which one follows: what it answers or relates to, grounds of the notes that carry
    it.
    """
    carrying = [find_record(row.uid) for row in with_identity([carries(IUUID(document))])]
    grounds = [uid for note in carrying if ISubmissionNote.providedBy(note) for uid in note.basis or ()]
    return [*related(document), *grounds]


def reached(starts, following, most=MOST):
    """What follows from ``starts`` (uids) over ``following`` (list of uids -> uids of the next step), each once,
    nearest first, the starts left out: list of at most ``most``. Pure.
    """
    found, step, seen = [], list(starts), set(starts)
    while step and len(found) < most:
        step = [uid for uid in dict.fromkeys(following(step)) if uid not in seen]
        seen.update(step)
        found.extend(step)
    return found[:most]


def is_open(dossier):
    """bool: documents may come in."""
    return state_of(dossier) == "open"


def missing_from(dossier, starts=None):
    """Documents of the dossier's agency that follow from its documents (or from ``starts``, uids) and are not in it,
    cancelled drafts apart: list of objects.
    """
    contents = IDossierContents(dossier)
    inside = {item.uid for item in contents.items()}
    agency = getUtility(IDirectory).agency_of(dossier)
    found = []
    for uid in reached(sorted(inside) if starts is None else starts, after):
        document = None if uid in inside else find_record(uid)
        if IDocument.providedBy(document) and _belongs(document, agency):
            found.append(document)
    return found


def reports_outside(dossier, starts=None):
    """(task, Report) of the reports with files on tasks given from the dossier's documents (or from ``starts``, uids)
    that are no documents yet: list.
    """
    agency = getUtility(IDirectory).agency_of(dossier)
    uids = [item.uid for item in IDossierContents(dossier).items()] if starts is None else starts
    return unkept(tasks_from(uids), agency.id) if agency is not None else []


def gather(dossier, by, starts=None):
    """File what is missing; returns the documents that came in. Nothing into a dossier that is not open."""
    if not is_open(dossier):
        return []
    for task, report in reports_outside(dossier, starts):
        keep(task, report, by, [dossier.holder])
    came = missing_from(dossier, starts)
    for document in came:
        IDossierContents(dossier).add(document, by)
    return came


def join(document, by, antecedents=None):
    """File a document in the open dossiers of its own agency that keep what it follows from, where the agency wants it.

    ``antecedents``: UIDs, for callers who know them without asking the index, which would write a new record twice.
    """
    agency = getUtility(IDirectory).agency_of(document)
    if agency is None or mode_of(agency.id) != "automatic":
        return
    finder = getUtility(IDossierFinder)
    for uid in before(document) if antecedents is None else antecedents:
        antecedent = find_record(uid)
        if not IDocument.providedBy(antecedent):
            continue
        for dossier in finder.dossiers_of(antecedent):
            own = getUtility(IDirectory).agency_of(dossier)
            if is_open(dossier) and own is not None and own.id == agency.id:
                IDossierContents(dossier).add(document, by)


def _belongs(document, agency):
    own = getUtility(IDirectory).agency_of(document)
    return own is not None and agency is not None and own.id == agency.id and state_of(document) != "cancelled"
