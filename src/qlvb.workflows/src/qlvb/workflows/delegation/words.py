"""How it is said that somebody acts in another's place (workflows 3.6: "A thay B"), and on what basis."""

from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.organisation.people import name_of
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.interfaces import ITurn
from zope.component import getUtility


def in_place_of(name, absent):
    """Message: the person called ``name`` acted in the place of ``absent`` (full names)."""
    return _("doc_in_place_of", default="${name} thay ${absent}", mapping={"name": name, "absent": absent})


def by_authority(basis):
    """Message: the document by which he may; "" when none is known."""
    return _("delegation_by_authority", default="Căn cứ ${basis}", mapping={"basis": basis}) if basis else ""


def said_of(scope):
    """Message: who decides in whose place until when and by what, or prepares for whom, by a Scope in force."""
    mapping = {
        "name": name_of(scope.receiver),
        "absent": name_of(scope.giver),
        "until": show_date(scope.valid_to),
        "basis": scope.basis,
    }
    if not scope.may_act:
        return _("doc_assisting", default="${name} giúp ${absent} chuẩn bị ý kiến đến ${until}.", mapping=mapping)
    if not scope.basis:
        return _("doc_acting_for_plain", default="${name} thay ${absent} theo ủy quyền đến ${until}.", mapping=mapping)
    return _(
        "doc_acting_for", default="${name} thay ${absent} theo ủy quyền ${basis}, đến ${until}.", mapping=mapping
    )


def standing_in_words(record, principals=None):
    """Who may act today in the place of those whose turn it is on ``record``: list of Message, see :func:`said_of`.

    ``principals``: only in the place of these (userids).
    """
    turn = ITurn(record, None)
    if turn is None:
        return []
    people = turn.people() if principals is None else principals
    return [said_of(scope) for scope in getUtility(IDelegations).standing_in(record, people)]
