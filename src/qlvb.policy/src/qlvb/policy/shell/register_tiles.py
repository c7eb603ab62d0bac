"""Tiles of the clerk about the books of this year (product/screens 2.4, SỔ)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.shell.facts import FactGroup
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import IFactTiles
from zope.component import getUtility
from zope.interface import implementer


@implementer(IFactTiles)
class RegisterTiles:
    """See IFactTiles: numbers that are set aside, numbers that have no cause."""

    functions = frozenset({"clerk"})
    order = 100

    def groups(self, agency_id):
        books = [INumberBook(one) for one in getUtility(IRegisterFinder).registers(agency_id, clock.today().year)]
        reserved = sum(len(book.listing("reserved")) for book in books)
        gaps = sum(len(book.gaps()) for book in books)
        address = f"{agency_id}/registers?numbers="
        tiles = (
            FactTile("reserved", _("tile_reserved", default="Số đang giữ"), reserved, f"{address}reserved", "soon"),
            FactTile("gaps", _("tile_gaps", default="Số trống"), gaps, f"{address}gaps", "late"),
        )
        return [FactGroup("registers", _("tiles_registers", default="SỔ"), tiles)]
