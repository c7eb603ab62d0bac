"""As the tests of outgoing documents: a draft, its people, their keys."""

from asn1crypto import x509
from io import BytesIO
import json
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import draft  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
from outgoing_fixtures import sent  # noqa: F401
import pytest
from qlvb.workflows.localsigning.arriving import arrive
from qlvb.workflows.localsigning.preparing import prepare
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from qlvb.workflows.localsigning.tickets import find_sheet
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.signatures import ClockedSigner
import sign_service
from zope.component import getUtility


@pytest.fixture
def route(province):
    """The route is on, for everybody and everything."""
    settings = LocalSigningSettings()
    settings.change({"on": True})
    return settings


class Machine:
    """The machine of one person: asks the site for a signing, signs what it is given, brings it back."""

    def __init__(self, login_as, userid):
        self.login_as, self.userid = login_as, userid

    def asks(self, record, act, **data):
        """(Ticket, tokens)"""
        with self.login_as(self.userid):
            ticket, jobs = prepare(record, act, data)
        self.jobs = jobs
        return ticket, [json.loads(job["message"])["JWTToken"] for job in jobs]

    def brings(self, token, signer=None, spoil=lambda data: data, field=None):
        """Codes of why the file is refused: (); the signer is whose certificate is expected."""
        _ticket, stored = find_sheet(token)
        sheet = stored.sheet
        signer = signer or signer_of(sheet)
        box = (300, 60, 420, 110) if field else None
        data = sign_service.signed(sheet.before, signer, field or sheet.field, box)
        _sheet, violations = arrive(token, BytesIO(spoil(data)))
        return tuple(violation.code for violation in violations)


def signer_of(sheet):
    ring, wanted = getUtility(IKeyRing), x509.Certificate.load(sheet.certificate)
    owner = wanted.subject.native.get("user_id")
    return ring.for_person(owner) if owner else ring.for_agency("skhcn")


@pytest.fixture
def machine(login_as, monkeypatch):
    """``machine(userid)``; its clock is the story's."""
    monkeypatch.setattr(sign_service, "PdfSigner", ClockedSigner)
    return lambda userid: Machine(login_as, userid)


@pytest.fixture
def device_only(key_directory, monkeypatch, tmp_path):  # noqa: F811
    """``device_only("people/<userid>", "agencies/<id>")``: these keys are with their owners, not with the provider."""

    def withhold(*names):
        for folder in ("people", "agencies", "ca"):
            (tmp_path / folder).mkdir()
            for path in (key_directory / folder).iterdir():
                if f"{folder}/{path.name}" not in {f"{name}.p12" for name in names}:
                    (tmp_path / folder / path.name).write_bytes(path.read_bytes())
        (tmp_path / "passphrase").write_bytes((key_directory / "passphrase").read_bytes())
        monkeypatch.setenv("QLVB_KEYS", str(tmp_path))

    return withhold
