"""Value lists of requests to read."""

from qlvb.content import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KIND_TITLES = {
    "screen": _("reading_kind_screen", default="Bản đọc trên hệ thống"),
    "copy": _("reading_kind_copy", default="Bản sao không xác thực"),
    "paper": _("reading_kind_paper", default="Mượn hồ sơ giấy"),
}
#: TT 05/2025 Phụ lục V, purpose: 01 personal, 02 official, 03 special official.
PURPOSE_TITLES = {
    "official": _("reading_purpose_official", default="Công vụ"),
    "personal": _("reading_purpose_personal", default="Cá nhân"),
    "special": _("reading_purpose_special", default="Công vụ đặc biệt"),
}


def _vocabulary(titles):
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in titles.items()])


@provider(IVocabularyFactory)
def kinds(context):
    """What is given to a reader."""
    return _vocabulary(KIND_TITLES)


@provider(IVocabularyFactory)
def purposes(context):
    """What records are read for."""
    return _vocabulary(PURPOSE_TITLES)
