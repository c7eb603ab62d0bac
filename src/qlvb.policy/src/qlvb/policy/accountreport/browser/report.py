"""``<agency>/@@account-report``: Báo cáo (Mẫu 04, tháng 12), and the same as docx."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.policy.accountreport import sentences
from qlvb.policy.accountreport.report import report_of


class AccountReport(BrowserView):
    """On the screen as it will be printed; nothing is to be filled in."""

    shell_section = "administration"
    sentences = sentences

    def __call__(self):
        self.report = report_of(self.context.getId(), getSecurityManager().getUser().getId())
        return self.index()

    @property
    def use_lines(self):
        return sentences.use_lines(self.report)

    @property
    def contact(self):
        return sentences.contact_line(self.report)


class AccountReportFile(AccountReport):
    """``account-report.docx``."""

    def index(self):
        response = self.request.response
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Disposition", f'attachment; filename="mau-04-{self.report.year}.docx"')
        return sentences.write_docx(self.report)
