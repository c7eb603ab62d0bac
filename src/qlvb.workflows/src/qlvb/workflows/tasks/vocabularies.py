"""Choices of the acts on tasks."""

from plone import api
from qlvb.content import _
from qlvb.content.documents.vocabularies import FixedVocabulary
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import Executor
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.factory import agency_for
from qlvb.workflows.tasks.given import addressed_by
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.reach import refusal
from qlvb.workflows.tasks.reach import standing_of
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


chase_levels = FixedVocabulary(
    (
        ("reminder", _("chase_reminder", default="Nhắc nhở")),
        ("criticism", _("chase_criticism", default="Phê bình")),
        ("review", _("chase_review", default="Kiểm điểm")),
    )
)


def candidates(agency_id):
    """Every Executor to whom somebody of an agency might give work: its departments and people, then all agencies."""
    directory = getUtility(IDirectory)
    own = [Executor(agency_id, unit.id) for unit in directory.departments(agency_id)]
    people = []
    for person in directory.people(agency_id):
        post = directory.main_post(person.userid, agency_id)
        people.append(Executor(agency_id, post.department if post else "", person.userid))
    return [*own, *people, *(Executor(info.id) for info in directory.agencies())]


def term_of(executor):
    """The term of an Executor: its token, and its name, for a person with the place; ``detail`` is the abbreviation by
    which people call a department or an agency ("CNTT&CĐS"): pickers find it by that, too.
    """
    title = title_of(executor.token)
    if executor.person:
        title = f"{title} ({title_of(executor.place)})"
    term = SimpleTerm(executor.token, executor.token, title)
    term.detail = "" if executor.person else _symbol(executor)
    return term


def _symbol(executor):
    directory = getUtility(IDirectory)
    info = directory.agency(executor.agency)
    if executor.unit:
        info = directory.department(executor.agency, executor.unit)
    return info.symbol or "" if info is not None else ""


@provider(IVocabularyFactory)
def executors(context):
    """To whom the current user may give work, seen from the record or agency ``context``."""
    userid = api.user.get_current().getId() or ""
    record = context if IRecord.providedBy(context) else None
    agency_id = agency_for(userid, context)
    if not agency_id:
        return SimpleVocabulary([])
    carries = ITask.providedBy(record) and userid in executing_people(record)
    standing = standing_of(userid, agency_id, addressed_by(record), carries)
    return SimpleVocabulary([term_of(one) for one in candidates(agency_id) if not refusal(one, standing)])


@provider(IVocabularyFactory)
def own_executors(context):
    """Departments and people of the agency that carries the task out."""
    if not ITask.providedBy(context) or context.executor is None:
        return SimpleVocabulary([])
    agency_id = context.executor.agency
    inside = [one for one in candidates(agency_id) if one.agency == agency_id and (one.unit or one.person)]
    return SimpleVocabulary([term_of(one) for one in inside])


@provider(IVocabularyFactory)
def difficulties(context):
    """Difficulties of the task that still hinder; value and token are their ids."""
    found = execution_of(context).unsettled() if ITask.providedBy(context) else []
    return SimpleVocabulary([SimpleTerm(item.id, item.id, item.text[:200]) for item in found])
