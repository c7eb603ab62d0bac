"""People who are told something, over HTTP."""

import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.workflows.notices.interfaces import INotices
import transaction
from zope.component import getUtility


XSS = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'


@pytest.fixture
def letter(functional_province, login_as):
    """A draft of Lê Minh Anh, of which she and a colleague of another agency were told."""
    with login_as("leminhanh"):
        data = {"subject": f"V/v {XSS} nâng cấp"}
        record = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by="leminhanh")
    tell = getUtility(INotices).tell
    tell(["leminhanh", "vuhaiyen"], "returned", record, f"Trả lại: {XSS}", urgent=True)
    tell(["leminhanh"], "turn", None, "Việc không kèm văn bản")
    transaction.commit()
    return record
