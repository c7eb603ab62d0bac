"""The content classes of stores, shelves and boxes."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from qlvb.content.provided import OurContainer
from qlvb.content.provided import OurItem
from qlvb.content.stores.interfaces import IShelf
from qlvb.content.stores.interfaces import IStorageBox
from qlvb.content.stores.interfaces import IStore
from zope.interface import implementer


@implementer(IStore)
class Store(OurContainer, Container):
    """Kho: holds shelves."""


@implementer(IShelf)
class Shelf(OurContainer, Container):
    """Kệ: holds boxes."""


@implementer(IStorageBox)
class StorageBox(OurItem, Item):
    """Hộp. Dossiers are referenced (:mod:`qlvb.content.stores.places`), never contained."""
