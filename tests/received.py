"""Sentences for tests of received documents: an agency's registers, a document in any state, acts by person."""

from datetime import date
from io import BytesIO
from pypdf import PdfWriter
import pytest
from qlvb.content.clock import today
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from uuid import uuid4
from zope.component import getUtility


SUBJECT = "V/v triển khai phiên bản nâng cấp phần mềm Quản lý văn bản và hồ sơ công việc"


def blank_pdf():
    """bytes of a PDF with one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def open_registers(*agencies):
    """Open this year's registers of agencies."""
    for agency in agencies:
        getUtility(IRegisterFinder).open_year(agency, today().year, "quantri")


def received(agency="snv", by="vanthusnv", **data):
    """An incoming document of SKHCN that waits for its clerk."""
    data = {
        "subject": SUBJECT,
        "document_type": "official_letter",
        "document_number": 15,
        "document_symbol": "SKHCN-CNTT&CĐS",
        "issue_date": date(2026, 1, 5),
        "issuing_body": "Sở Khoa học và Công nghệ",
        "issuing_body_identifier": "H99.12",
        **data,
    }
    return getUtility(IDocumentFactory).create("IncomingDocument", agency, data, by=by)


class Actors:
    """``actors.do(record, "accept", by="vanthusnv", …)``, ``actors.refused(…)`` -> (status, codes)."""

    def __init__(self, login_as):
        self.login_as = login_as

    def do(self, record, act, by, **data):
        with self.login_as(by):
            return IActs(record).perform(act, data)

    def refused(self, record, act, by, **data):
        with self.login_as(by), pytest.raises(Refused) as refused:
            IActs(record).perform(act, data)
        return refused.value.status, [violation.code for violation in refused.value.violations]

    def offered(self, record, by):
        with self.login_as(by):
            return [act.id for act in IActs(record).all()]

    def bring_to(self, record, state):
        """Play the usual acts until ``record`` is in ``state``."""
        steps = {
            "registered": ("accept", "vanthusnv", {}),
            "to_direct": ("present", "vanthusnv", {"leader": "tranduclong", "proposal": "Kính trình"}),
            "in_progress": (
                "direct",
                "tranduclong",
                {"text": "Chủ trì tham mưu", "lead": ["vuhaiyen"], "working_days": 5},
            ),
            "finished": ("finish", "vuhaiyen", {"result": "Đã triển khai"}),
        }
        for reached, (act, by, data) in steps.items():
            if state_of(record) == state:
                return record
            self.do(record, act, by, **data)
            if reached == "in_progress" and state == "finished":
                continue
        return record


def attach_pdf(record, role="signed", filename="cong-van.pdf"):
    """Put a PDF into the record, unlike every other: the same file twice would be the same document twice."""
    return IFileStore(record).add(role, filename, blank_pdf() + f"\n% {uuid4().hex}\n".encode(), by="system")
