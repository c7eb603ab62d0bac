"""Submissions of an invented one-stop system, for the integration layer and over HTTP."""

import base64
from hashlib import sha256
from linked import Speaker
from outgoing_story import pdf
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.onestop.incoming import take_submission


ACCOUNT = "motcua"
CASE = "000.00.12.H99-260105-0004"


def draft_file(name="du-thao.pdf", data=None, main=True, **more):
    """A file as the contract wants it."""
    data = pdf() if data is None else data
    found = {"name": name, "base64": base64.b64encode(data).decode(), "sha256": sha256(data).hexdigest(), "main": main}
    return {**found, **more}


def submission(**changes):
    """The JSON of a submission; ``draft__kind="apology"`` changes what lies deeper."""
    found = {
        "externalId": "b0e7c1d2-0001",
        "caseCode": CASE,
        "caseTitle": "Cấp giấy chứng nhận doanh nghiệp công nghệ",
        "procedure": {"code": "9.000001.000.00.00.H99", "name": "Cấp giấy chứng nhận"},
        "owner": {"name": "Công ty Ánh Dương", "idNumber": "0100000000", "phone": "0900000000", "address": "Phường Một, Sơn Hải"},
        "submitterPerson": None,
        "unit": {"code": "H99.12", "name": "Sở Khoa học và Công nghệ"},
        "submitter": {"account": "leminhanh", "fullName": "Lê Minh Anh"},
        "signer": {"account": "nguyenthithuha", "fullName": "Nguyễn Thị Thu Hà"},
        "draft": {
            "kind": "result",
            "subject": "Trình Lãnh đạo ký duyệt",
            "documentType": "Quyết định",
            "opinion": "Hồ sơ đủ điều kiện",
            "dueAt": "2026-01-12T17:00:00+07:00",
            "files": [draft_file()],
        },
        "components": [],
        "echo": {"step": 3, "draftId": 77, "ghi chú": "giữ nguyên"},
    }
    for name, value in changes.items():
        place, *path = reversed(name.split("__"))
        target = found
        for step in reversed(path):
            target = target[step]
        target[place] = value
    return found


class OneStop(Speaker):
    """The one-stop system; another one has an ``account`` of its own."""

    account = ACCOUNT

    def submits(self, **changes):
        """The document."""
        with self.speaks():
            return take_submission(submission(**changes), self.account, self.portal)

    def does(self, document, act, **data):
        with self.speaks():
            return IActs(document).perform(act, data)
