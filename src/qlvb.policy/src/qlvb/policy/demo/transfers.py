"""Last year's dossiers of Sở Khoa học và Công nghệ: some handed over to its archive, some waiting, some still due."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.states import state_of
from qlvb.policy.demo.catalogues import create_catalogues
from qlvb.policy.demo.incoming import take_on
from qlvb.policy.demo.outgoing import perform
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.demo.telling import Paper
from qlvb.policy.demo.texts import scan
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.renditions.warm import kept_warm
from qlvb.workflows.transfer.creation import create_transfer
from zope.component import getUtility


AGENCY, DEPOSITOR, ARCHIVIST = "skhcn", "leminhanh", "hoangvanluu"
#: Code of a dossier -> the letters in it: (month, day, sender, number, symbol, subject).
LETTERS = {
    "01.CNTT": (
        (3, 10, "Trường Đại học Sơn Hải", "45", "ĐHSH-ĐT", "V/v phối hợp tập huấn kỹ năng số cho cán bộ cấp xã"),
        (6, 16, "Trung tâm Viễn thông Sơn Hải", "112", "TTVT-KT", "V/v kiểm tra hạ tầng mạng tại các đơn vị"),
    ),
    "02.CNTT": (
        (4, 14, "Công ty Phần mềm Hải Âu", "09", "HA-DA", "V/v bàn giao phiên bản thử nghiệm phần mềm QLVB"),
    ),
    "03.CNTT": ((7, 7, "Viện Nghiên cứu Công nghệ số Sơn Hải", "31", "VCNS", "V/v số liệu gửi nhận văn bản 6 tháng"),),
}
ACCEPTED, WAITING = ("01.CNTT", "02.CNTT"), ("03.CNTT",)
CLOSING_DAY = (12, 15)


def create_transfers(portal, run_jobs):
    """Make them once: one transfer taken over with minutes signed by both sides, one that waits.

    ``run_jobs`` does what the worker would do. Without LibreOffice nothing becomes PDF/A, so nothing is handed over.
    """
    year = clock.today().year - 1
    if len(portal[AGENCY]["transfers"]) or not getUtility(IConverter).available():
        return
    getUtility(IRegisterFinder).open_year(AGENCY, year, "quantri")
    create_catalogues(portal, year)
    catalogue = portal[AGENCY]["dossiers"][str(year)]
    with kept_warm():
        for code, letters in LETTERS.items():
            fill(getUtility(IDossierFinder).opened(catalogue, code), year, letters)
        run_jobs()
        hand_in(catalogue, f"Hồ sơ công nghệ thông tin năm {year}", ACCEPTED)
        take_over(portal, run_jobs)
        hand_in(catalogue, f"Báo cáo gửi, nhận văn bản điện tử năm {year}", WAITING)


def fill(dossier, year, letters):
    """Put letters that came on paper into the dossier, and close it at the end of its year."""
    if state_of(dossier) != "open":
        return
    clerk = getUtility(IDirectory).holders(AGENCY, "clerk")[0]
    for month, day, sender, number, symbol, subject in letters:
        came = date(year, month, day)
        with clock.held(datetime(year, month, day, 9, 0)), acting_as(clerk):
            document = getUtility(IDocumentFactory).create(
                "IncomingDocument",
                AGENCY,
                {
                    "subject": subject,
                    "document_type": "official_letter",
                    "issuing_body": sender,
                    "original_number": number,
                    "document_symbol": symbol,
                    "issue_date": came - timedelta(days=2),
                    "arrival_channel": "post",
                    "paper_received": True,
                },
                by=clerk,
            )
            paper = Paper(came, AGENCY, "official_letter", sender, number, symbol, subject, "waiting")
            name, data = scan(paper)
            IFileStore(document).add("main", name, data, by=clerk)
            IDossierContents(dossier).add(document, DEPOSITOR)
        with clock.held(datetime(year, month, day, 10, 0)):
            take_on(document, AGENCY, "finish")
    with clock.held(datetime(year, *CLOSING_DAY, 16, 0)):
        dossier.start_date = dossier.start_date or date(year, 1, 5)
        data = {
            "end_date": date(year, *CLOSING_DAY),
            "retention_kind": dossier.retention_kind,
            "retention_years": dossier.retention_years,
        }
        perform(dossier, DEPOSITOR, "close", data)


def hand_in(catalogue, title, codes):
    """A transfer of the dossiers with these codes, handed in by its depositor; returned."""
    with acting_as(DEPOSITOR):
        transfer = create_transfer(AGENCY, {"title": title}, DEPOSITOR)
    dossiers = [getUtility(IDossierFinder).opened(catalogue, code).UID() for code in codes]
    perform(transfer, DEPOSITOR, "add_dossiers", {"dossiers": dossiers})
    perform(transfer, DEPOSITOR, "submit_transfer", {})
    return transfer


def take_over(portal, run_jobs):
    """The archivist checks and receives what was handed in, and both sides sign."""
    (transfer,) = portal[AGENCY]["transfers"].objectValues()
    for act in ("check_transfer", "accept_transfer"):
        perform(transfer, ARCHIVIST, act, {})
        run_jobs()
    perform(transfer, ARCHIVIST, "write_minutes", {"paper_dossiers": 2, "boxes_count": 1, "shelf_metres": "0,1"})
    run_jobs()
    perform(transfer, DEPOSITOR, "sign_as_giver", {})
    perform(transfer, ARCHIVIST, "sign_as_receiver", {})
