"""What objects of our types provide and which fields they have, worked out once for all objects of a type.

Dexterity works it out for each object anew, and asks the type about it whenever it is asked itself: a hundred and fifty
times for one row of the index, a third of what the row cost.
"""

from dataclasses import dataclass
from plone.dexterity.content import FTIAwareSpecification
from plone.dexterity.schema import SCHEMA_CACHE
from plone.folder.ordered import CMFOrderedBTreeFolderBase
from qlvb.content.rightsdoors import ShutRights
from time import monotonic
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementedBy
from zope.interface.declarations import getObjectSpecification


#: Seconds after which a change of the type by another process is seen; one of this process is seen at once.
_TRUSTED = 1.0


@dataclass
class _Known:
    """Of one portal type: ``version`` of the type; ``specifications`` by (class, specification of the object itself or
    None); ``fields``: names of all, None while not asked for; ``until``: when to look at the type again.
    """

    version: tuple
    until: float
    specifications: dict
    fields: frozenset | None = None


_known = {}


def _of_type(portal_type):
    known, now = _known.get(portal_type), monotonic()
    if known is not None and now < known.until and known.version[0] == SCHEMA_CACHE.invalidations:
        return known
    version = SCHEMA_CACHE.invalidations, SCHEMA_CACHE.modified(portal_type)
    if known is None or known.version != version:
        known = _known[portal_type] = _Known(version, now, {})
    if version[1] is not None:
        known.until = now + _TRUSTED
    return known


class TypeSpecification(FTIAwareSpecification):
    """As Dexterity's, kept per class instead of per object."""

    def __get__(self, inst, cls=None):
        if inst is None:
            return getObjectSpecification(cls)
        inst._p_activate()
        direct = inst.__dict__.get("__provides__")
        # The way to what is known is short: every adapter of every object goes it.
        known = _known.get(inst.portal_type)
        if known is None or known.version[0] != SCHEMA_CACHE.invalidations or monotonic() >= known.until:
            known = _of_type(inst.portal_type)
        found = known.specifications.get((cls, direct))
        if found is None:
            found = super().__get__(inst, cls)
            # What Dexterity says while it asks itself, or without a type, is not the whole.
            if found is not (implementedBy(cls) if direct is None else direct):
                known.specifications[cls, direct] = found
        return found


def _fields(portal_type):
    """Names of all fields of a type, those of behaviors too: frozenset, or None when the type is not known."""
    known = _of_type(portal_type)
    if known.fields is None and known.version[1] is not None:
        schemas = filter(None, SCHEMA_CACHE.schema_interfaces(portal_type))
        known.fields = frozenset(name for schema in schemas for name in schema.names(all=True))
    return known.fields


def _conform(self, interface):
    """Every adaptation asks for it first (without it, all fields were looked through each time). Of the adapters of a
    row of the index, more than half are annotations, which are those of ``zope.annotation`` where the class names no
    others (``annotating``).
    """
    return getattr(self.__class__, "annotating", AttributeAnnotations)(self) if interface is IAnnotations else None


class OurItem(ShutRights):
    """Mixed into content without children, before Dexterity's class."""

    __providedBy__ = TypeSpecification()
    __conform__ = _conform

    def __getattr__(self, name):
        """Only a field can have a default; Zope looks for tools, permissions and much else here on its way up."""
        fields = _fields(self.portal_type)
        if fields is not None and name not in fields:
            raise AttributeError(name)
        return super().__getattr__(name)


class OurContainer(ShutRights):
    """Mixed into content with children, before Dexterity's class."""

    __providedBy__ = TypeSpecification()
    __conform__ = _conform

    def __getattr__(self, name):
        """As that of items; children are attributes too."""
        fields = _fields(self.portal_type)
        if fields is None or name in fields:
            return super().__getattr__(name)
        if name.startswith("_") or self._tree is None:
            raise AttributeError(name)
        return CMFOrderedBTreeFolderBase.__getattr__(self, name)
