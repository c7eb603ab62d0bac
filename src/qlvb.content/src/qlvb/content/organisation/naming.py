"""Ids of agencies, departments and posts made in forms and over REST: from symbol or title, without dots, because dots
separate the parts of group ids."""

from plone.base.interfaces import INameFromTitle
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDepartment
from qlvb.content.organisation.interfaces import IPost
from qlvb.content.text import fold
import re
from zope.component import adapter
from zope.interface import implementer


def path_id(text):
    """``text`` as an id: ``CNTT&CĐS`` gives ``cntt-cds``."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:40]


@implementer(INameFromTitle)
class NameFromSymbol:
    """Name of an agency or department."""

    def __init__(self, context):
        self.title = path_id(context.symbol or context.title or "")


@adapter(IAgency)
class AgencyName(NameFromSymbol):
    """Id of an agency, from its symbol."""


@adapter(IDepartment)
class DepartmentName(NameFromSymbol):
    """Id of a department, from its symbol."""


@adapter(IPost)
@implementer(INameFromTitle)
class PostName:
    """Id of a post, from its title and department."""

    def __init__(self, context):
        self.title = path_id(f"{context.title or ''} {context.department or ''}")
