"""What the acts on accounts ask for."""

from qlvb.content import _
from qlvb.content.accounts.interfaces import BASES
from qlvb.content.accounts.words import BASIS_TITLES
from zope import schema
from zope.interface import Interface
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Characters of a reason.
SHORTEST, LONGEST = 10, 500


class IResumeInput(Interface):
    """Cho dùng lại."""

    reason = schema.Text(title=_("account_reason", default="Lý do"), min_length=SHORTEST, max_length=LONGEST)


class ISuspendInput(IResumeInput):
    """Tạm dừng."""

    basis = schema.Choice(
        title=_("account_basis", default="Căn cứ"),
        vocabulary=SimpleVocabulary([SimpleTerm(one, one, BASIS_TITLES[one]) for one in BASES]),
    )
