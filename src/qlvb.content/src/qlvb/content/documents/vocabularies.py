"""Value lists of the document fields. Values are the stable words of the glossary; titles are what people read."""

from functools import cache
from qlvb.content import _
from qlvb.content.documents.document_types import document_types
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n.interfaces import INegotiator
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class FixedVocabulary:
    """A list that is the same everywhere: ``terms`` is a sequence of (value, title)."""

    def __init__(self, terms):
        self.terms = tuple(terms)
        self._vocabulary = SimpleVocabulary([SimpleTerm(value, value, title) for value, title in self.terms])

    def __call__(self, context=None):
        return self._vocabulary


@implementer(IVocabularyFactory)
class DocumentTypeVocabulary:
    """Kinds of documents, in the order of the decree; in the language of whoever reads the page."""

    def __call__(self, context=None):
        request = getRequest()
        english = request is not None and getUtility(INegotiator).getLanguage(("vi", "en"), request) == "en"
        return _types_in("en" if english else "vi")


@cache
def _types_in(language):
    return SimpleVocabulary(
        [
            SimpleTerm(kind.identifier, kind.identifier, kind.english_title if language == "en" else kind.title)
            for kind in document_types().values()
        ]
    )


document_type_vocabulary = DocumentTypeVocabulary()

urgency_vocabulary = FixedVocabulary(
    (
        ("normal", _("urgency_normal", default="Thường")),
        ("urgent", _("urgency_urgent", default="Khẩn")),
        ("very_urgent", _("urgency_very_urgent", default="Thượng khẩn")),
        ("express", _("urgency_express", default="Hỏa tốc")),
        ("express_timed", _("urgency_express_timed", default="Hỏa tốc hẹn giờ")),
    )
)

secrecy_vocabulary = FixedVocabulary(
    (
        ("none", _("secrecy_none", default="Không mật")),
        ("confidential", _("secrecy_confidential", default="Mật")),
        ("secret", _("secrecy_secret", default="Tối mật")),
        ("top_secret", _("secrecy_top_secret", default="Tuyệt mật")),
    )
)

recipient_channel_vocabulary = FixedVocabulary(
    (
        ("internal", _("channel_internal", default="Trong hệ thống")),
        ("interchange", _("channel_interchange", default="Trục liên thông")),
        ("outside", _("channel_outside", default="Bưu điện hoặc thư điện tử")),
    )
)

recipient_purpose_vocabulary = FixedVocabulary(
    (
        ("for_execution", _("purpose_for_execution", default="Để thực hiện")),
        ("for_report", _("purpose_for_report", default="Để báo cáo")),
        ("for_information", _("purpose_for_information", default="Để biết")),
    )
)

arrival_channel_vocabulary = FixedVocabulary(
    (
        ("internal", _("arrival_internal", default="Trong hệ thống")),
        ("interchange", _("arrival_interchange", default="Liên thông")),
        ("post", _("arrival_post", default="Bưu điện")),
        ("email", _("arrival_email", default="Thư điện tử")),
        ("one_stop", _("arrival_one_stop", default="Một cửa")),
    )
)

circulation_vocabulary = FixedVocabulary(
    (
        ("none", _("circulation_none", default="Không hạn chế")),
        ("return_after_reading", _("circulation_return_after_reading", default="Xem xong trả lại")),
        ("internal_only", _("circulation_internal_only", default="Lưu hành nội bộ")),
    )
)

#: Legal documents (văn bản quy phạm pháp luật) of local bodies, Luật Ban hành văn bản quy phạm pháp luật Điều 4; all
#: other documents have none of these.
legal_kind_vocabulary = FixedVocabulary(
    (
        ("province_resolution", _("legal_province_resolution", default="Nghị quyết của HĐND cấp tỉnh")),
        ("province_decision", _("legal_province_decision", default="Quyết định của UBND cấp tỉnh")),
        ("special_unit", _("legal_special_unit", default="Văn bản của chính quyền đơn vị hành chính đặc biệt")),
        ("commune_resolution", _("legal_commune_resolution", default="Nghị quyết của HĐND cấp xã")),
        ("commune_decision", _("legal_commune_decision", default="Quyết định của UBND cấp xã")),
    )
)
#: Kind of legal document -> the types that it can be of.
TYPES_OF_LEGAL_KIND = {
    "province_resolution": ("resolution",),
    "province_decision": ("decision",),
    "special_unit": ("resolution", "decision"),
    "commune_resolution": ("resolution",),
    "commune_decision": ("decision",),
}

language_vocabulary = FixedVocabulary(
    (
        ("vi", _("language_vi", default="Tiếng Việt")),
        ("en", _("language_en", default="Tiếng Anh")),
        ("fr", _("language_fr", default="Tiếng Pháp")),
        ("zh", _("language_zh", default="Tiếng Trung")),
        ("ja", _("language_ja", default="Tiếng Nhật")),
        ("ko", _("language_ko", default="Tiếng Hàn")),
        ("lo", _("language_lo", default="Tiếng Lào")),
        ("km", _("language_km", default="Tiếng Khmer")),
        ("ru", _("language_ru", default="Tiếng Nga")),
        ("other", _("language_other", default="Ngôn ngữ khác")),
    )
)
