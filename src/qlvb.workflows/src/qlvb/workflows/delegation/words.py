"""How it is said that somebody acted in another's place (workflows 3.6: "A thay B"), and on what basis."""

from qlvb.content import _


def in_place_of(name, absent):
    """Message: the person called ``name`` acted in the place of ``absent`` (full names)."""
    return _("doc_in_place_of", default="${name} thay ${absent}", mapping={"name": name, "absent": absent})


def by_authority(basis):
    """Message: the document by which he may; "" when none is known."""
    return _("delegation_by_authority", default="Căn cứ ${basis}", mapping={"basis": basis}) if basis else ""
