"""Who carries out a task: an agency, a department or a person, and how that is written as one token."""

from dataclasses import dataclass
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.interfaces import IExecutor
from zope.component import getUtility
from zope.interface import implementer


PERSON = "user:"


@implementer(IExecutor)
@dataclass(frozen=True)
class Executor:
    """See IExecutor."""

    agency: str
    unit: str = ""
    person: str = ""

    @property
    def token(self):
        if self.person:
            return f"{PERSON}{self.person}"
        return self.place

    @property
    def place(self):
        """Token of the agency or department in which it is carried out.

        >>> Executor("snv", "ccvc", "vuhaiyen").place, Executor("snv").place
        ('snv.ccvc', 'snv')
        """
        return f"{self.agency}.{self.unit}" if self.unit else self.agency


def executor_of(token, agency_id=None):
    """The Executor that a token names, or None: unknown, or a person who has left. For a department that is closed it
    is the one that goes on with its business. ``agency_id`` says in which agency a person with several posts is meant.
    """
    directory = getUtility(IDirectory)
    if token.startswith(PERSON):
        person = directory.person(token.removeprefix(PERSON))
        post = directory.main_post(person.userid, agency_id) or directory.main_post(person.userid)
        return Executor(post.agency, post.department, person.userid) if person.active and post is not None else None
    agency_part, _dot, unit = token.partition(".")
    if directory.agency(agency_part) is None or (unit and directory.department(agency_part, unit) is None):
        return None
    return Executor(agency_part, directory.heir(agency_part, unit) if unit else "")


def title_of(token, day=None):
    """What an executor was called on ``day`` (date; None: now), as what has ended keeps the name that it ended under; a
    token of what is no longer there is shown as it is: str.
    """
    directory = getUtility(IDirectory)
    if token.startswith(PERSON):
        return directory.person(token.removeprefix(PERSON)).fullname
    agency_part, _dot, unit = token.partition(".")
    agency = directory.agency(agency_part)
    if agency is None:
        return token
    department = directory.department(agency_part, unit) if unit else None
    if unit and department is None:
        return token
    return (department if department is not None else agency).title_on(day)


def people_of(token):
    """userids of those whom a token concerns: the person, or those who lead the unit: list of str."""
    directory = getUtility(IDirectory)
    if token.startswith(PERSON):
        return [token.removeprefix(PERSON)]
    agency, _dot, unit = token.partition(".")
    return (directory.holders(agency, "unit_leader", unit) if unit else []) or directory.holders(agency, "leader")
