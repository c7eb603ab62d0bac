"""Incoming documents of Sở KH&CN, and people who look for them over HTTP."""

import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
import transaction
from zope.component import getUtility


XSS = '<script>alert(1)</script> "><img src=x onerror=alert(1)> đôn đốc'


@pytest.fixture
def papers(functional_province, login_as):
    """Thirty documents, one of which holds markup."""
    factory = getUtility(IDocumentFactory)
    for number in range(1, 31):
        data = {
            "subject": XSS if number == 30 else f"V/v đôn đốc góp ý dự thảo số {number}",
            "issuing_body": "Sở Nội vụ" if number % 3 else "Sở Tài chính <b>",
            "document_symbol": "SNV-VP",
            "original_number": str(number),
            "document_type": "official_letter" if number % 2 else "report",
            "urgency": "express" if number == 7 else "normal",
            "note": "<i>ghi chú</i> thủy lợi" if number == 30 else "",
        }
        with login_as("vanthuskhcn"):
            factory.create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
    transaction.commit()


@pytest.fixture
def post(read):
    """``post(session, page, form)``: send the first form of ``page`` whose action ends so, with some fields changed."""

    def post(session, page, action, **changes):
        form = next(form for form in page.forms if form.action.endswith(action))
        fields = [(name, value) for name, value in form.form_values() if name not in changes]
        for name, value in changes.items():
            fields += [(name, one) for one in (value if isinstance(value, list) else [value]) if one is not None]
        return session.post(form.action, data=fields)

    return post
