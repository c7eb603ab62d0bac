"""Agencies, departments, posts, people: the directory everybody asks, and the names of function groups."""

from dataclasses import dataclass
from datetime import date
from qlvb.content.organisation.succession import name_on
from zope.interface import Interface


#: Functions a post can carry. A group exists per agency and function ("skhcn.clerk") and per department and function
#: ("skhcn.cntt.unit_leader"); ``member`` is implied by every post.
FUNCTIONS = (
    "leader",  # head or deputy head of the agency: directs and signs
    "unit_leader",  # head or deputy head of a department: reviews
    "appraiser",  # checks form before signing (usually the head of the office)
    "specialist",  # drafts and handles
    "clerk",  # văn thư: registers, numbers, seals, issues
    "archivist",  # lưu trữ: catalogues, archive
    "agency_admin",  # quản trị đơn vị: organisation, accounts
    "member",
)


class IAgency(Interface):
    """An agency or organisation (cơ quan, tổ chức). Container of all that belongs to it."""


class IDepartment(Interface):
    """A department of an agency (phòng, ban, trung tâm)."""


class IPost(Interface):
    """A post (chức vụ tại một đơn vị) and who holds it from when to when."""


class IPerson(Interface):
    """A person with an account; may hold several posts."""


class ISection(Interface):
    """A fixed folder of an agency: incoming, outgoing, registers, dossiers, tasks, departments, posts.

    Those that other rooms fill are marked with an interface of their own, for which these rooms register their views.
    """


class IIncomingSection(ISection):
    """The agency's folder of incoming documents."""


class IOutgoingSection(ISection):
    """The agency's folder of outgoing documents."""


class IRegistersSection(ISection):
    """The agency's folder of registers."""


class IDossiersSection(ISection):
    """The agency's folder of dossier catalogues."""


class IDelegationsSection(ISection):
    """The agency's folder of delegations."""


class ITasksSection(ISection):
    """The agency's folder of tasks."""


class INotesSection(ISection):
    """The agency's folder of submission notes."""


class IOpinionsSection(ISection):
    """The agency's folder of requests by other agencies for its opinion."""


class ITransfersSection(ISection):
    """The agency's folder of transfers of dossiers to the archive."""


class IHoldsSection(ISection):
    """The agency's folder of holds."""


class IDisposalsSection(ISection):
    """The agency's folder of disposals of records."""


class IStoresSection(ISection):
    """The agency's folder of stores with their shelves and boxes."""


class IReadingsSection(ISection):
    """The agency's folder of requests to read and lend records."""


class IRequestsSection(ISection):
    """The agency's folder of requests for accounts."""


#: Kind of a section -> its marker.
SECTION_MARKERS = {
    "incoming": IIncomingSection,
    "outgoing": IOutgoingSection,
    "registers": IRegistersSection,
    "dossiers": IDossiersSection,
    "delegations": IDelegationsSection,
    "tasks": ITasksSection,
    "notes": INotesSection,
    "opinions": IOpinionsSection,
    "transfers": ITransfersSection,
    "holds": IHoldsSection,
    "disposals": IDisposalsSection,
    "stores": IStoresSection,
    "readings": IReadingsSection,
    "requests": IRequestsSection,
}


@dataclass(frozen=True)
class AgencyInfo:
    """An agency, as it stands in the directory."""

    id: str  # path id, e.g. "skhcn"
    uid: str
    title: str  # "Sở Khoa học và Công nghệ"
    symbol: str  # abbreviation in symbols: "SKHCN"
    identifier: str  # QĐ 20/2020: "H99.12", up to 35 characters
    parent: str  # path id of the parent agency (cơ quan chủ quản) or ""
    level: int  # 1 to 4 as in QĐ 20/2020
    collective: bool  # works under collective rule: the head signs TM. <body>
    body_name: str  # capitals, as printed: "ỦY BAN NHÂN DÂN"
    head_title: str  # "Giám đốc", "Chủ tịch"
    place: str  # địa danh: "Sơn Hải"
    address: str
    path: str
    past_names: tuple = ()  # of (title, symbol, first day of the next name), oldest first
    past_identifiers: tuple = ()  # codes that it had before, oldest first

    def title_on(self, day):
        """What it was called on ``day`` (date; None: now): records keep the name under which they were made."""
        return name_on(self.title, self.past_names, day)


@dataclass(frozen=True)
class DepartmentInfo:
    """A unit of an agency."""

    id: str
    agency: str
    title: str
    symbol: str  # "CNTT&CĐS"
    path: str
    past_names: tuple = ()  # as AgencyInfo's
    closed_on: date | None = None  # first day on which it was no more
    successors: tuple = ()  # ids of departments that go on with its business, the keeper first

    def title_on(self, day):
        """As :meth:`AgencyInfo.title_on`."""
        return name_on(self.title, self.past_names, day)


@dataclass(frozen=True)
class PostInfo:
    """A post: what its holder may do in the agency, and how he signs."""

    id: str
    agency: str
    department: str  # department id or "" (agency leaders)
    title: str  # "Phó Giám đốc"
    functions: tuple  # of FUNCTIONS
    capacity: str  # default signing capacity: direct, on_behalf, acting, deputy, by_order, by_authorisation, none
    holder: str  # userid or ""
    valid_from: date | None
    valid_to: date | None
    order: int  # rank in lists


@dataclass(frozen=True)
class PersonInfo:
    """A person with the posts that he holds today."""

    userid: str
    fullname: str
    email: str
    phone: str
    posts: tuple  # of PostInfo valid today, the main one first
    active: bool


class IDirectory(Interface):
    """Utility: every question about the organisation. Answers are value objects; nothing here checks rights."""

    def agencies():
        """All agencies, parents before children: list of AgencyInfo."""

    def agency(agency_id):
        """AgencyInfo, or None."""

    def agency_object(agency_id):
        """The content object, or None."""

    def agency_of(obj):
        """AgencyInfo of the agency that ``obj`` lies in (or is), or None."""

    def agency_by_identifier(identifier):
        """AgencyInfo by electronic identifier, one that it had before included; or None."""

    def departments(agency_id, closed=False):
        """Those that exist, with ``closed`` those that were merged, split or dissolved instead: list of
        DepartmentInfo.
        """

    def department(agency_id, department_id):
        """DepartmentInfo, also of one that is closed; or None."""

    def heir(agency_id, department_id):
        """Id of the department that goes on with the business of that one: itself while it is not closed."""

    def posts(agency_id, function=None, department_id=None):
        """Posts valid today, by rank: list of PostInfo. ``function`` and ``department_id`` narrow; for a closed
        department those of its heir are told.
        """

    def holders(agency_id, function, department_id=None):
        """userids of those who hold a post with ``function`` today, by rank: list of str."""

    def person(userid):
        """PersonInfo; for an unknown userid one named as the userid and not ``active`` (leavers stay resolvable)."""

    def accounts_of(agency_id):
        """userids of the accounts that the agency looks after, also of people who have left: list of str."""

    def people(agency_id=None, text="", most=None):
        """Active people, by name, the first ``most`` of them; ``text`` matches name or userid without accents: list of
        PersonInfo.
        """

    def main_post(userid, agency_id=None):
        """The person's first post (in that agency), or None."""

    def principals(userid):
        """The userid and ids of all function groups: set of str. Equal to what Plone's user says."""


def group_id(agency_id, function, department_id=None):
    """Id of a function group: ``skhcn.clerk``, ``skhcn.cntt.unit_leader``."""
    middle = f"{department_id}." if department_id else ""
    return f"{agency_id}.{middle}{function}"


