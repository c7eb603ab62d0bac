"""The report in the words of Mẫu 04; the screen and the docx say the same."""

from qlvb.content import _
from qlvb.content.layout.data import Block
from qlvb.workflows.accounts.letters import write_letter
from zope.i18n import translate


TITLE = _("account_report_title", default="Báo cáo tài khoản (Mẫu 04)")
USE = _("account_report_use", default="1. Tình hình sử dụng")
PROPOSALS = _("account_report_proposals", default="2. Vướng mắc, kiến nghị")
CONTACT = _("account_report_contact", default="3. Cán bộ liên hệ")
NO_REMARKS = _("account_report_no_remarks", default="Không có.")


def use_lines(report):
    """list of message ids: the numbers of the first part."""
    found = report.figures
    mapping = {name: str(getattr(found, name)) for name in ("total", "unused", "made", "changed", "withdrawn")}
    mapping["year"] = str(report.year)
    return [
        _("account_report_total", default="Tổng số tài khoản được cấp: ${total}.", mapping=mapping),
        _(
            "account_report_unused",
            default="Số tài khoản không đăng nhập trong năm ${year}: ${unused}.",
            mapping=mapping,
        ),
        _(
            "account_report_changes",
            default="Biến động trong năm: thêm mới ${made}, thay đổi ${changed}, thu hồi ${withdrawn}.",
            mapping=mapping,
        ),
    ]


def contact_line(report):
    """Message id: who is asked about it."""
    return _(
        "account_report_person",
        default="${fullname}, ${post}. Điện thoại: ${phone}. Thư điện tử: ${email}.",
        mapping={name: value or "…" for name, value in report.contact.items()},
    )


def write_docx(report):
    """bytes of the letter."""
    body = [Block("heading", _said(USE)), *(_said(line) for line in use_lines(report))]
    body += [Block("heading", _said(PROPOSALS)), *(report.remarks or (_said(NO_REMARKS),))]
    body += [Block("heading", _said(CONTACT)), _said(contact_line(report))]
    subject = _(
        "account_report_subject",
        default="Tình hình quản lý, sử dụng tài khoản phần mềm Quản lý văn bản và điều hành năm ${year}",
        mapping={"year": str(report.year)},
    )
    return write_letter(report.agency, "report", _said(subject), report.day, body)


def _said(message):
    return translate(message, target_language="vi")
