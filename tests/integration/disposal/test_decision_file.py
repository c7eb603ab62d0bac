"""The decision on destruction: signed by who decides, or certified as a scan of the paper that he signed."""

from disposing import ARCHIVIST
from disposing import HEAD
from disposing import LATER
from disposing import examined
from disposing import expired_dossier
from disposing import propose
from disposing import state
from outgoing_story import pdf
import pytest
from qlvb.content.clock import held
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import sentence
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility
from zope.i18n import translate


NUMBER = "20/QĐ-SKHCN"


@pytest.fixture(scope="session")
def later_keys(tmp_path_factory):
    """Keys of the head and of the archivist, valid in that year."""
    directory = tmp_path_factory.mktemp("deciders-keys")
    people = [
        {"userid": userid, "fullname": name, "position": post, "organisation": "Sở Khoa học và Công nghệ"}
        for userid, name, post in ((HEAD, "Nguyễn Thị Thu Hà", "Giám đốc"), (ARCHIVIST, "Hoàng Văn Lưu", "Lưu trữ"))
    ]
    agencies = [{"id": "skhcn", "title": "Sở Khoa học và Công nghệ", "identifier": "H99.12"}]
    with held(LATER):
        demo_ca.ensure(directory, people, agencies)
    return directory


@pytest.fixture
def to_decide(approved, later, keys, person):
    disposal = propose(expired_dossier(approved)[0])
    examined(disposal, person)
    return disposal


def signed_by(userid):
    """The bytes of a decision with the signature of this account."""
    signing = getUtility(IPdfSigning)
    return signing.sign_person(signing.prepare(pdf()), getUtility(IKeyRing).for_person(userid))


def decide(disposal, person, data, refused=True, **more):
    values = {"number": NUMBER, "file": {"filename": "quyet-dinh.pdf", "data": data}, "password": PASSWORD, **more}
    does = person(HEAD).is_refused if refused else person(HEAD).does
    return does(disposal, "decide", **values)


def test_without_a_signature_it_is_no_decision(to_decide, person):
    assert decide(to_decide, person, pdf()) == (400, {("file", "signature_missing")})
    assert state(to_decide) == "to_decide" and not ISheet(to_decide).components()["decision"]


def test_not_with_somebody_elses(to_decide, person):
    assert decide(to_decide, person, signed_by(ARCHIVIST)) == (400, {("file", "signature_of_other")})


def test_signed_by_who_decides(to_decide, person):
    decide(to_decide, person, signed_by(HEAD), refused=False)
    assert (state(to_decide), ISheet(to_decide).decision["form"]) == ("decided", "electronic")


def test_a_signature_that_does_not_hold_is_refused_scan_or_not(to_decide, person):
    data = bytearray(signed_by(HEAD))
    place = data.index(b"/MediaBox")
    data[place : place + 9] = b"/MediaBoy"
    for paper in (False, True):
        assert decide(to_decide, person, bytes(data), paper=paper) == (400, {("file", "signature_invalid")})


def test_a_scan_of_paper_is_certified_by_who_decides(to_decide, person):
    decide(to_decide, person, pdf(), refused=False, paper=True)
    assert (state(to_decide), ISheet(to_decide).decision["form"]) == ("decided", "paper")
    entry = next(iter(IJournal(to_decide).entries(newest_first=True, events=("act.decide",))))
    said = translate(sentence(entry), target_language="vi")
    assert said == f"đã quyết định hủy, số {NUMBER}, xác nhận bản quét của bản giấy"


def test_nobody_knows_a_certificate_of_an_untrusted_house(to_decide, person, tmp_path, monkeypatch):
    with held(LATER):
        demo_ca.ensure(tmp_path, [{"userid": HEAD, "fullname": "Nguyễn Thị Thu Hà", "position": "Giám đốc", "organisation": "Sở"}], [])
        with monkeypatch.context() as other:
            other.setenv("QLVB_KEYS", str(tmp_path))
            data = signed_by(HEAD)
    assert decide(to_decide, person, data)[0] == 400
