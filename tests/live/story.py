"""The story over REST, step by step: what a program of another maker would do."""

import base64
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import time
import uuid


SUBJECT = "V/v triển khai phiên bản nâng cấp phần mềm Quản lý văn bản và hồ sơ công việc"
#: A letter as the layout room and LibreOffice make it.
LETTER = Path(__file__).parents[1] / "unit" / "signing" / "data" / "letter.pdf"
PATIENCE = 60  # seconds for the worker


class Story:
    """One run; ``page`` (documentation.recorder.Page) gets the exchanges worth showing."""

    def __init__(self, site, page=None):
        self.site = site
        self.page = page
        self.clients = {}

    def as_(self, userid):
        if userid not in self.clients:
            self.clients[userid] = self.site.session(userid)
        return self.clients[userid]

    def show(self, heading, answer, text=""):
        if self.page is not None:
            self.page.show(heading, answer, text)
        return answer

    def act(self, userid, url, act, data=None, status=200, heading=""):
        """Perform an act with an idempotency key; the answer must have ``status``."""
        answer = self.as_(userid).post(
            f"{url}/@acts/{act}", json=data or {}, headers={"Idempotency-Key": uuid.uuid4().hex}
        )
        assert answer.status_code == status, (act, answer.status_code, answer.text)
        if heading:
            self.show(heading, answer)
        return answer.json()

    def try_act(self, userid, url, act, data=None, key=None):
        """The answer (requests.Response) to an act, whatever it is."""
        headers = {"Idempotency-Key": key} if key else {}
        return self.as_(userid).post(f"{url}/@acts/{act}", json=data or {}, headers=headers)

    def signed_letters(self, count):
        """Addresses of ``count`` letters of the Sở KH&CN, signed and waiting for a number; their draft is a PDF."""
        return [self.signed_letter(f"V/v việc thứ {place}") for place in range(1, count + 1)]

    def signed_letter(self, subject):
        fields = {
            "@type": "OutgoingDocument",
            "subject": subject,
            "document_type": "official_letter",
            "signatory": "nguyenthithuha",
            "recipients": [
                {
                    **recipient("Công ty Sao Mai", "", "", "for_information"),
                    "channel": "outside",
                    "address": "Số 3 đường Cảng",
                }
            ],
        }
        letter = self.document("leminhanh", "skhcn", fields, [("main", "cong-van.pdf", LETTER.read_bytes())])
        self.act("leminhanh", letter, "submit", {"receiver": "nguyenthithuha"})
        self.act("nguyenthithuha", letter, "sign")
        return letter

    def document(self, userid, agency, fields, files, heading=""):
        answer = self.as_(userid).post(
            f"{agency}/@documents",
            json={**fields, "files": [upload(role, name, data) for role, name, data in files]},
            headers={"Idempotency-Key": uuid.uuid4().hex},
        )
        assert answer.status_code == 201, answer.text
        if heading:
            self.show(heading, answer)
        return answer.json()["@id"]

    def get(self, userid, url, heading="", **params):
        answer = self.as_(userid).get(url, params=params)
        assert answer.status_code == 200, answer.text
        if heading:
            self.show(heading, answer)
        return answer.json()

    def until(self, what, wanted, patience=PATIENCE):
        """Wait for the worker (seconds): ``what()`` until ``wanted(value)``; returns the value."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            value = what()
            if wanted(value):
                return value
            time.sleep(0.3)
        raise AssertionError(f"the worker did not get there: {value}")

    def converted(self, userid, url):
        """Wait until every office file has its PDF."""
        return self.until(
            lambda: self.get(userid, f"{url}/@files")["items"],
            lambda files: all(file["pdf_state"] in ("ready", "none") for file in files),
        )


def at_once(*calls):
    """The answers to calls made at the same time, in their order."""
    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(lambda call: call(), calls))


def statuses(answers):
    return sorted(answer.status_code for answer in answers)


def upload(role, name, data):
    return {"role": role, "filename": name, "data": base64.b64encode(data).decode("ascii"), "encoding": "base64"}


def recipient(name, agency, identifier, purpose):
    return {
        "name": name,
        "agency": agency,
        "identifier": identifier,
        "channel": "internal",
        "purpose": purpose,
        "address": "",
    }
