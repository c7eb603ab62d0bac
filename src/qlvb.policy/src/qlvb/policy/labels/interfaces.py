"""Which words an agency sees."""

from qlvb.content import _
from zope.interface import Attribute
from zope.interface import Interface


#: Label set -> its name; "" is the product's own. The catalogues of the others lie in ``sets/vi-<id>``.
SETS = {
    "": _("labels_own", default="QLVB"),
    "ioffice": _("labels_ioffice", default="iOffice 4.0"),
    "tdoffice": _("labels_tdoffice", default="TDoffice"),
    "voffice": _("labels_voffice", default="V-Office"),
}


class ILabelSet(Interface):
    """Adapter of an agency."""

    chosen = Attribute("str: id in SETS")

    def choose(set_id):
        """Keep the choice. :raises Refused: 400 there is no such set."""
