"""``GET @account-report``."""

from AccessControl import getSecurityManager
from dataclasses import asdict
from qlvb.content.answering import AnsweringService
from qlvb.policy.accountreport.report import report_of


class AccountReportGet(AnsweringService):
    """The numbers of Mẫu 04 for this year, the remarks that stand in it, and who is asked about it."""

    def answer(self):
        report = report_of(self.context.getId(), getSecurityManager().getUser().getId())
        return {
            "@id": f"{self.context.absolute_url()}/@account-report",
            "year": report.year,
            **asdict(report.figures),
            "remarks": list(report.remarks),
            "contact": report.contact,
        }
