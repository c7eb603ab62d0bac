"""Sentences for tests of sent documents."""

from datetime import date
from qlvb.content.documents.interfaces import IDocumentFactory
from received import SUBJECT
from received import attach_pdf
from zope.component import getUtility


ROW = {"identifier": "", "agency": "", "channel": "internal", "purpose": "for_execution", "address": ""}
SNV = {**ROW, "name": "Sở Nội vụ", "agency": "snv"}
XA = {**ROW, "name": "Ủy ban nhân dân xã Phú Lâm", "agency": "ubnd-xa-phu-lam"}
OUTSIDE = {**ROW, "name": "Công ty Sao Mai", "channel": "outside", "address": "Số 3 đường Cảng"}


def numbered(agency, by, number, symbol, **data):
    """An outgoing document as it is when it leaves: number, date, official PDF."""
    data = {"subject": SUBJECT, "document_type": "official_letter", "urgency": "urgent", **data}
    document = getUtility(IDocumentFactory).create("OutgoingDocument", agency, data, by=by)
    document.document_number, document.document_symbol = number, symbol
    document.issue_date = date(2026, 1, 5)
    document.signatory_name, document.signatory_position = "Nguyễn Thị Thu Hà", "Giám đốc"
    attach_pdf(document, "main", "du-thao.pdf")
    attach_pdf(document, "signed", "cong-van.pdf")
    attach_pdf(document, "annex", "phu-luc.pdf")
    return document
