"""Classes of the organisation's types."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from qlvb.content.holds.properties import HeldChildren
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDepartment
from qlvb.content.organisation.interfaces import IPerson
from qlvb.content.organisation.interfaces import IPost
from qlvb.content.organisation.interfaces import ISection
from qlvb.content.provided import OurContainer
from qlvb.content.provided import OurItem
from zope.interface import implementer


#: What a section of a kind may hold.
CONTENTS = {
    "departments": ("Department",),
    "posts": ("Post",),
    "people": ("Person",),
    "incoming": ("PeriodFolder",),
    "outgoing": ("PeriodFolder",),
    "registers": ("Register",),
    "dossiers": ("DossierCatalogue",),
    "delegations": ("Delegation",),
    "tasks": ("PeriodFolder",),
    "notes": ("PeriodFolder",),
    "opinions": ("PeriodFolder",),
    "transfers": ("Transfer",),
    "holds": ("Hold",),
    "disposals": ("Disposal",),
    "stores": ("Store",),
    "readings": ("Reading",),
    "requests": ("AccountRequest",),
}


@implementer(IAgency)
class Agency(OurContainer, HeldChildren, Container):
    """Cơ quan, tổ chức. Former names and codes: see AgencyInfo."""

    past_names = ()
    past_identifiers = ()


@implementer(IDepartment)
class Department(OurItem, Item):
    """Phòng, ban, trung tâm. Former names, and what became of it: see DepartmentInfo."""

    past_names = ()
    closed_on = None
    successors = ()


@implementer(IPost)
class Post(OurItem, Item):
    """Chức vụ. ``past_holders``: tuple of dicts with holder, valid_from, valid_to, oldest first."""

    past_holders = ()


@implementer(IPerson)
class Person(OurItem, Item):
    """Cán bộ."""


@implementer(ISection)
class Section(OurContainer, HeldChildren, Container):
    """Mục cố định; what it may hold depends on its kind.

    It keeps no order of its children and no time of last change: both would be written by everybody who adds to it.
    """

    _ordering = "unordered"

    def notifyModified(self):
        """The section is not changed by what is put into it."""

    def allowedContentTypes(self, context=None):
        """Type infos that may be added here by the current user."""
        allowed = CONTENTS.get(self.kind, ())
        return [info for info in super().allowedContentTypes(context) if info.getId() in allowed]
