"""What a change concerns: its records in the index, its posts and people."""

from qlvb.content import clock
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.reorganisation.interfaces import RENAME_AGENCY
from qlvb.content.reorganisation.rules import Known
from qlvb.workflows.submission.turn import ENDED as ENDED_NOTES
from qlvb.workflows.tasks.interfaces import OPEN_STATES as OPEN_TASKS
from sqlalchemy import and_
from sqlalchemy import false
from sqlalchemy import func
from sqlalchemy import select
from zope.component import getUtility


#: States in which an outgoing document has not got to its end.
OPEN_OUTGOING = ("draft", "consulting", "in_review", "appraisal", "to_sign", "returned", "to_issue", "numbered")
_OPEN_DOSSIERS = ("open",)
#: Lists whose records the worker looks at.
WORK = ("outgoing_open", "incoming_open", "notes_open", "tasks_open")
LISTED = (*WORK, "outgoing_closed", "tasks_closed", "dossiers_open", "dossiers_closed")
PAGE = 100
_R = records.c


def known_to(agency_id):
    """Known of an agency, today."""
    directory = getUtility(IDirectory)
    info = directory.agency(agency_id)
    agency = directory.agency_object(agency_id)
    units = [*directory.departments(agency_id), *directory.departments(agency_id, closed=True)]
    posts = agency["posts"].objectValues() if agency is not None else ()
    return Known(
        agencies=frozenset(one.id for one in directory.agencies()),
        title=info.title if info is not None else "",
        symbol=info.symbol if info is not None else "",
        units={unit.id: unit for unit in units},
        posts={post.getId(): post.department or "" for post in posts},
        today=clock.today(),
    )


def posts_of(change):
    """The post objects of the departments that are changed, by rank: list."""
    agency = getUtility(IDirectory).agency_object(change.agency)
    found = [post for post in agency["posts"].objectValues() if post.department in change.units]
    return sorted(found, key=lambda post: (change.units.index(post.department), post.rank or 0, post.getId()))


def people_of(change):
    """userids of those who hold posts there: list."""
    return sorted({post.holder for post in posts_of(change) if post.holder})


def clause(what, change):
    """The records of a list of LISTED: clause on ``records``."""
    if change.kind == RENAME_AGENCY:
        return false()
    units, agency = list(change.units), change.agency
    drafted = _R.facts["drafting_unit"].as_string().in_(units)
    carried_out = _R.facts["executor"].as_string().in_([f"{agency}.{unit}" for unit in units])
    held = _R.holder.in_(people_of(change))
    leaders = [group_id(agency, "unit_leader", unit) for unit in units]
    lines = select(box_entries.c.record_id).where(
        box_entries.c.principal.in_(leaders), box_entries.c.box == "incoming.unit"
    )
    outgoing = and_(_R.portal_type == "OutgoingDocument", _R.agency == agency, drafted)
    tasks = and_(_R.portal_type == "Task", carried_out)
    dossiers = and_(_R.portal_type == "Dossier", _R.agency == agency, held)
    return {
        "outgoing_open": and_(outgoing, _R.state.in_(OPEN_OUTGOING)),
        "outgoing_closed": and_(outgoing, _R.state.not_in(OPEN_OUTGOING)),
        "incoming_open": and_(_R.portal_type == "IncomingDocument", _R.agency == agency, _R.id.in_(lines)),
        "notes_open": and_(
            _R.portal_type == "SubmissionNote", _R.agency == agency, _R.state.not_in(ENDED_NOTES), held_note(change)
        ),
        "tasks_open": and_(tasks, _R.state.in_(OPEN_TASKS)),
        "tasks_closed": and_(tasks, _R.state.not_in(OPEN_TASKS)),
        "dossiers_open": and_(dossiers, _R.state.in_(_OPEN_DOSSIERS)),
        "dossiers_closed": and_(dossiers, _R.state.not_in(_OPEN_DOSSIERS)),
    }[what]


def held_note(change):
    """Notes name the unit that submits in the column of bodies."""
    directory = getUtility(IDirectory)
    units = [directory.department(change.agency, unit) for unit in change.units]
    return _R.issuing_body.in_([unit.title for unit in units if unit is not None])


def count(what, change):
    """How many records a list has, whoever asks: int. :raises IndexUnavailable: 503."""
    with reading() as connection:
        return connection.scalar(select(func.count()).select_from(records).where(clause(what, change)))


def listed(what, change, start=0):
    """PAGE of its records, the newest first: list of rows with uid, path, reference, subject, state, portal_type.

    :raises IndexUnavailable: 503.
    """
    columns = (_R.uid, _R.path, _R.reference, _R.subject, _R.state, _R.portal_type)
    question = select(*columns).where(clause(what, change)).order_by(_R.created.desc(), _R.id.desc())
    with reading() as connection:
        return list(connection.execute(question.offset(start).limit(PAGE)))


def work_of(change):
    """UIDs of the records that are still worked on there: tuple. :raises IndexUnavailable: 503."""
    found = {}
    with reading() as connection:
        for what in WORK:
            rows = connection.execute(select(_R.uid).where(clause(what, change)).order_by(_R.id))
            found.update(dict.fromkeys(uid for (uid,) in rows))
    return tuple(found)
