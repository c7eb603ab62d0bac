"""Which fields the form of a draft asks for, in which order, how wide, and what it calls them."""

from qlvb.content import _


FIRST = (("subject", "full"),)
ROUTE = (("signatory", "half"), ("document_type", "half"), ("urgency", "half"), ("reply_due_date", "half"))
#: iOffice's first, then those that the decree adds.
MORE = (
    ("drafting_unit", "half"),
    ("page_count", "quarter"),
    ("issued_copies", "quarter"),
    ("note", "full"),
    ("secrecy", "half"),
    ("signing_capacity", "half"),
    ("field_of_work", "half"),
    ("legal_kind", "half"),
    ("language", "half"),
    ("retained_by", "half"),
    ("circulation", "half"),
)
#: Field -> what this form calls it, as iOffice does.
LABELS = {
    "note": _("doc_drafter_opinion", default="Ý kiến người soạn"),
    "signatory": _("doc_signatory_of", default="Người ký văn bản"),
    "drafting_unit": _("doc_drafting_department", default="Phòng ban soạn thảo"),
    "page_count": _("doc_fact_pages", default="Số trang văn bản"),
}
NAMES = tuple(name for name, *_rest in FIRST + ROUTE + MORE) + ("recipients",)
