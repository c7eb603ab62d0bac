"""Two dossiers of the one-stop system: one waits for the director's signature, one for the clerk. Invented people."""

import base64
from datetime import timedelta
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.layout.compose import compose
from qlvb.content.layout.heads import under_head
from qlvb.content.organisation.accounts import create_person
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.demo.texts import file_name
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.onestop.incoming import take_submission
from qlvb.workflows.onestop.interfaces import IOneStopLink
from zope.component import getUtility


#: Account of the one-stop system; it has no password, nobody signs in with it.
ONE_STOP = "motcua"
AGENCY, SUBMITTER, SIGNER = "skhcn", "phamquochuy", "nguyenthithuha"
HOST = "https://motcua.sonhai.example"
#: (number, owner, address, subject) of dossiers.
DOSSIERS = (
    (4, "Công ty TNHH Ánh Dương", "Phường Hải An, tỉnh Sơn Hải", "Cấp Giấy chứng nhận doanh nghiệp công nghệ"),
    (7, "Hợp tác xã Bình Minh", "Xã Phú Lâm, tỉnh Sơn Hải", "Hỗ trợ đổi mới công nghệ cho hợp tác xã"),
)


def create_submissions(portal, run_jobs):
    """Submit the dossiers and let the director sign the second; a site that has some already is left as it is.

    There is no one-stop system to talk to, so the link is off and what it is told waits. ``run_jobs``: callable that
    commits and lets the worker's jobs run.
    """
    link = getUtility(IOneStopLink)
    if link.settings["units"]:
        return
    create_person(ONE_STOP, "Hệ thống thông tin một cửa điện tử")
    link.change({"address": f"{HOST}/api", "account": ONE_STOP, "units": [AGENCY]})
    made = [_submit(portal, *row) for row in DOSSIERS]
    run_jobs()
    if IFileStore(made[1]).main().current.pdf_state == "ready":
        with acting_as(SIGNER):
            IActs(made[1]).perform("sign")
        run_jobs()


def _submit(portal, number, owner, address, subject):
    directory = getUtility(IDirectory)
    agency = directory.agency(AGENCY)
    code = f"000.00.{agency.identifier}-{clock.today():%y%m%d}-{number:04d}"
    due = clock.now() + timedelta(days=5)
    names = ("don-de-nghi.pdf", "giay-dang-ky.pdf")
    sent = {
        "externalId": f"mau-{number}",
        "caseCode": code,
        "caseTitle": subject,
        "procedure": {"code": "9.000001.000.00.00.H99", "name": subject},
        "owner": {"name": owner, "address": address},
        "unit": {"code": agency.identifier},
        "submitter": {"account": SUBMITTER},
        "signer": {"account": SIGNER},
        "draft": {
            "subject": subject,
            "documentType": "Quyết định",
            "opinion": "Hồ sơ đủ điều kiện, kính trình ký duyệt.",
            "dueAt": due.isoformat(timespec="seconds"),
            "files": [{"name": file_name(subject, "docx"), "base64": _draft(agency, owner, subject), "main": True}],
        },
        "components": [{"name": name, "url": f"{HOST}/tep/{number}/{name}", "size": 120_000} for name in names],
    }
    with acting_as(ONE_STOP):
        return take_submission(sent, ONE_STOP, portal)


def _draft(agency, owner, subject):
    """base64 of the docx that the one-stop system would send."""
    directory = getUtility(IDirectory)
    data = compose(
        under_head(
            agency,
            symbol=f"QĐ-{agency.symbol}",
            document_type="decision",
            subject=subject,
            recipients=(owner,),
            body=(f"Điều 1. {subject} theo đề nghị của {owner}.", "Điều 2. Quyết định có hiệu lực từ ngày ký."),
            signature_block=tuple(signature_block(agency, directory.main_post(SIGNER, agency.id))),
            signer=directory.person(SIGNER).fullname,
            retained_by=("VT",),
            address=agency.address,
        )
    )
    return base64.b64encode(data).decode()
