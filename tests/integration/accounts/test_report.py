"""Mẫu 04: the numbers of the year, and the letter."""

from datetime import date
from docx import Document
from io import BytesIO
import pytest
from qlvb.content import clock
from qlvb.policy.accountreport.report import Figures
from qlvb.policy.accountreport.report import Held
from qlvb.policy.accountreport.report import figures_of
from qlvb.policy.accountreport.report import report_of
from qlvb.policy.accountreport.sentences import write_docx
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.workflows.accounts.requests.creation import create_request
from qlvb.workflows.acts.interfaces import IActs


OLD, NEW = date(2024, 5, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    "accounts, changes, figures",
    [
        ([], {}, Figures(0, 0, 0, 0, 0)),
        ([Held(OLD, date(2026, 1, 1), False)], {}, Figures(1, 0, 0, 0, 0)),
        ([Held(OLD, date(2025, 12, 31), False)], {}, Figures(1, 1, 0, 0, 0)),
        ([Held(NEW, None, False)], {"new": 1}, Figures(1, 1, 1, 0, 0)),
        ([Held(NEW, date(2026, 4, 1), True), Held(OLD, None, True)], {"withdraw": 1, "change": 2}, Figures(0, 0, 1, 2, 1)),
    ],
)
def test_figures(accounts, changes, figures):
    assert figures_of(accounts, 2026, changes) == figures


def test_the_report_fills_itself(province, login_as):
    before = report_of("skhcn", "skhcnqtdv")
    with login_as("leminhanh"):
        IRemarks(province["skhcn"]).add("leminhanh", {"text": "Danh sách người dùng cần xuất ra bảng tính."})
    values = {
        **{"receiver": "Tạ Hồng Quân", "receiver_post": "Quản trị", "receiver_unit": "Sở", "receiver_phone": "1"},
        **{"kind": "withdraw", "people": [{"account": "leminhanh", "reason": "left"}]},
    }
    with login_as("skhcnqtdv"):
        request = create_request("skhcn", values, "skhcnqtdv")
    with login_as("quantri"):
        IActs(request).perform("complete_request", {})
    after = report_of("skhcn", "skhcnqtdv")
    assert after.figures.total == before.figures.total - 1 and after.figures.withdrawn == 1
    assert after.year == clock.today().year and after.contact["fullname"] == "Tạ Hồng Quân"
    document = Document(BytesIO(write_docx(after)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for word in (f"Tổng số tài khoản được cấp: {after.figures.total}", "thu hồi 1", "xuất ra bảng tính", "Tạ Hồng Quân"):
        assert word in text, word
