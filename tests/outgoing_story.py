"""Fixtures of outgoing documents: keys, registers, and a draft of the story with its people."""

from datetime import date
from functools import cache
from io import BytesIO
import pikepdf
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import today
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.violations import Refused
from qlvb.policy.demo.province import PEOPLE
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.signing import demo_ca
from zope.component import getUtility


DRAFTER, REVIEWER, SIGNATORY, DEPUTY = "leminhanh", "phamquochuy", "nguyenthithuha", "buitrungkien"
CLERK = "vanthuskhcn"
DAY = date(2026, 1, 5)

FIELDS = {
    "subject": "V/v triển khai phiên bản nâng cấp phần mềm Quản lý văn bản",
    "document_type": "official_letter",
    "signatory": SIGNATORY,
    "signing_capacity": "direct",
    "urgency": "urgent",
    "recipients": [
        {
            "name": "Sở Nội vụ",
            "identifier": "H99.08",
            "agency": "snv",
            "channel": "internal",
            "purpose": "for_execution",
            "address": "",
        }
    ],
}


@pytest.fixture(scope="session")
def key_directory(tmp_path_factory):
    """Keys of everybody who signs in the story."""
    return _keys_below(tmp_path_factory.getbasetemp())


@cache
def _keys_below(directory):
    """Made once: pytest takes this fixture for another one in each module that imports it."""
    people = [
        {
            "userid": person["userid"],
            "fullname": person["fullname"],
            "position": person["title"],
            "organisation": person["agency"],
        }
        for person in PEOPLE
        if person["userid"] in (SIGNATORY, DEPUTY, REVIEWER)
    ]
    agencies = [
        {"id": "skhcn", "title": "Sở Khoa học và Công nghệ", "identifier": "H99.12"},
        {"id": "snv", "title": "Sở Nội vụ", "identifier": "H99.08"},
    ]
    made = directory / "keys-of-the-story"
    made.mkdir()
    with held(DAY):
        demo_ca.ensure(made, people, agencies)
    return made


@pytest.fixture
def keys(key_directory, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(key_directory))
    return key_directory


@pytest.fixture
def clock():
    """The day of the story."""
    with held(DAY):
        yield DAY


def pdf(pages=1):
    """bytes of a PDF with empty A4 pages."""
    found = pikepdf.new()
    for _page in range(pages):
        found.add_blank_page(page_size=(595, 842))
    stream = BytesIO()
    found.save(stream, deterministic_id=True)  # two calls within different seconds are alike
    return stream.getvalue()


def make_draft(files=True, **changes):
    """A draft of Lê Minh Anh in Sở KH&CN, with main file and one annex."""
    document = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {**FIELDS, **changes}, DRAFTER)
    if files:
        IFileStore(document).add("main", "Công văn.pdf", pdf(), DRAFTER)
        IFileStore(document).add("annex", "Phụ lục.pdf", pdf(2), DRAFTER)
    return document


def open_registers(year=None):
    """Those of a year (this one), open: list."""
    finder, year = getUtility(IRegisterFinder), year or today().year
    finder.open_year("skhcn", year, CLERK)
    return finder.registers("skhcn", year)


class Person:
    """Somebody who acts: ``person(leminhanh).does("submit", …)``."""

    def __init__(self, login_as, userid):
        self.login_as = login_as
        self.userid = userid

    def does(self, document, act_id, key=None, **data):
        with self.login_as(self.userid):
            return IActs(document).perform(act_id, data, key)

    def is_refused(self, document, act_id, key=None, **data):
        """(status, set of (field, code))"""
        with self.login_as(self.userid), pytest.raises(Refused) as caught:
            IActs(document).perform(act_id, data, key)
        return caught.value.status, {(violation.field, violation.code) for violation in caught.value.violations}

    def sees(self, document, permission="View"):
        with self.login_as(self.userid):
            return bool(api.user.has_permission(permission, obj=document))

    def is_offered(self, document):
        """dict act id -> possible"""
        with self.login_as(self.userid):
            return {act.id: not violations for act, violations in IActs(document).possible()}


@pytest.fixture
def person(login_as):
    return lambda userid: Person(login_as, userid)


@pytest.fixture
def cast(person):
    """The people of the story by what they do."""
    names = {
        "drafter": DRAFTER,
        "reviewer": REVIEWER,
        "signatory": SIGNATORY,
        "deputy": DEPUTY,
        "clerk": CLERK,
        "archivist": "hoangvanluu",
        "administrator": "skhcnqtdv",
        "stranger": "vanthusnv",
        "manager": "quantri",
    }
    return type("Cast", (), {role: person(userid) for role, userid in names.items()})


def name_of(userid):
    return getUtility(IDirectory).person(userid).fullname


def destroyed(document):
    """As the job of a disposal leaves it."""
    fire(document, "destroy")
    document.reindexObjectSecurity()


def take_to(document, cast, state):
    """Bring a draft to ``state`` by the acts that lead there."""
    steps = {
        "in_review": lambda: cast.drafter.does(document, "submit", receiver=REVIEWER),
        "returned": lambda: cast.reviewer.does(document, "return", reason="Sửa lại trích yếu cho đúng"),
        "to_sign": lambda: cast.reviewer.does(document, "approve"),
        "to_issue": lambda: cast.signatory.does(document, "sign", capacity="direct"),
        "numbered": lambda: cast.clerk.does(document, "number"),
        "sealed": lambda: cast.clerk.does(document, "seal"),
        "issued": lambda: cast.clerk.does(document, "issue"),
        "cancelled": lambda: cast.drafter.does(document, "cancel", reason="Không cần ban hành nữa"),
        "consulting": lambda: fire(document, "enter_consulting"),
        "appraisal": lambda: fire(document, "enter_appraisal"),
        "recalled": lambda: fire(document, "recall"),
        "replaced": lambda: fire(document, "replace"),
        "given_back": lambda: fire(document, "give_back"),
        "destroyed": lambda: destroyed(document),
    }
    ways = {
        "draft": (),
        "in_review": ("in_review",),
        "returned": ("in_review", "returned"),
        "cancelled": ("cancelled",),
        "to_sign": ("in_review", "to_sign"),
        "appraisal": ("in_review", "appraisal"),
        "given_back": ("in_review", "to_sign", "given_back"),
    }
    whole = ("in_review", "to_sign", "to_issue", "numbered", "sealed", "issued")
    ways |= {"consulting": ("consulting",), "recalled": (*whole, "recalled"), "replaced": (*whole, "replaced")}
    ways["destroyed"] = (*whole, "destroyed")
    for step in ways.get(state) if state in ways else whole[: whole.index(state) + 1]:
        steps[step]()
    return document
