"""The lid on a record: while a case closes it, it answers for itself which roles may do what with it.

Zope reads the roles of a permission from an attribute of the object; a state machine writes these attributes with each
transition, and again when its rights are renewed (``updateRoleMappings``). Here they are descriptors: what is written
goes where it always went, and is what counts again when the case is lifted; what is read is the lid. So no transition,
no change of a workflow and no grant opens what is closed, and lifting has nothing to put back.
"""

from AccessControl.Permission import getPermissionIdentifier
from Acquisition import aq_base
from persistent import Persistent
from qlvb.content.exposures.interfaces import JUDGE


#: Attribute of a closed record: id of the case.
FLAG = "_closed_by_case"
#: Permissions that open a record. The judge may read what he is to judge, and nothing else.
READING = ("View", "Access contents information", "qlvb: View journal", "qlvb: View who can see")
#: Permissions that change it or take it along.
CHANGING = (
    *("Modify portal content", "Delete objects", "Copy or Move", "Add portal content", "List folder contents"),
    *("WebDAV access", "WebDAV Lock items", "WebDAV Unlock items", "FTP access", "View management screens"),
    *("Manage properties", "Change permissions", "Review portal content", "Sharing page: Delegate roles"),
    *("qlvb: Appraise", "qlvb: Ask to read", "qlvb: Direct", "qlvb: Draft", "qlvb: Edit files", "qlvb: Handle"),
    *("qlvb: Execute task", "qlvb: Lead execution", "qlvb: Steer task", "qlvb: File in dossier", "qlvb: Issue"),
    *("qlvb: Manage holds", "qlvb: Publish", "qlvb: Read copies", "qlvb: Register incoming", "qlvb: Review"),
    *("qlvb: Sign", "qlvb: Verify signatures", "qlvb: View jobs"),
)


def own_attributes(record):
    """The attributes that the record itself has: dict. One that lies unread in the cache has none until it is read, and
    asking for ``__dict__`` alone does not read it.
    """
    base = aq_base(record)
    if isinstance(base, Persistent):
        base._p_activate()
    return getattr(base, "__dict__", {})


def closed_by(record):
    """Id of the case that closes the record (str), or ""."""
    return own_attributes(record).get(FLAG, "")


class Shut:
    """The roles of one permission of a record, as its attribute."""

    def __init__(self, name, roles):
        self.name, self.roles = name, roles

    def __get__(self, record, cls=None):
        if record is None:
            raise AttributeError(self.name)
        kept = own_attributes(record)
        if kept.get(FLAG):
            return self.roles
        if self.name not in kept:
            raise AttributeError(self.name)
        return kept[self.name]

    def __set__(self, record, roles):
        base = aq_base(record)
        own_attributes(base)[self.name] = roles
        base._p_changed = True

    def __delete__(self, record):
        base = aq_base(record)
        own_attributes(base).pop(self.name, None)
        base._p_changed = True


def _shut(permissions, roles):
    names = map(getPermissionIdentifier, permissions)
    return {name: Shut(name, roles) for name in names}


LID = {**_shut(READING, (JUDGE,)), **_shut(CHANGING, ())}


def with_lid(cls):
    """Class decorator of records that have files. No base class: one would bring a ``__providedBy__`` of its own."""
    for name, shut in LID.items():
        setattr(cls, name, shut)
    return cls


def has_lid(record):
    """bool: the record can be closed."""
    name = next(iter(LID))
    return any(vars(cls).get(name) is LID[name] for cls in type(aq_base(record)).__mro__)
