"""Value lists of delegations."""

from qlvb.content import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


MODE_TITLES = {
    "sign": _("delegation_mode_sign", default="Xử lý, duyệt và ký thay"),
    "review": _("delegation_mode_review", default="Xử lý, duyệt; không ký"),
    "assist": _("delegation_mode_assist", default="Trợ lý: tiếp nhận, chuẩn bị; không duyệt, không ký"),
}
DIRECTION_TITLES = {
    "incoming": _("delegation_direction_incoming", default="Văn bản đến"),
    "outgoing": _("delegation_direction_outgoing", default="Văn bản đi"),
}


def _vocabulary(titles):
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in titles.items()])


@provider(IVocabularyFactory)
def modes(context):
    """How far the receiver may go."""
    return _vocabulary(MODE_TITLES)


@provider(IVocabularyFactory)
def directions(context):
    """Directions of documents."""
    return _vocabulary(DIRECTION_TITLES)
