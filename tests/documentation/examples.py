"""What the examples of docs/rest are about."""

from qlvb.content import clock


YEAR = clock.today().year
SUBJECT = "V/v triển khai phần mềm quản lý văn bản"
FIELDS = {
    "@type": "OutgoingDocument",
    "subject": SUBJECT,
    "document_type": "official_letter",
    "signatory": "nguyenthithuha",
}
