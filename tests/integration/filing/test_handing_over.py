"""A dossier gets another keeper within its agency: offered, taken or not, minutes signed by both."""

from datetime import date
from docx import Document
from io import BytesIO
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import may_view
from qlvb.policy.demo.province import PEOPLE
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.forms import minutes_of
from qlvb.workflows.filing.passing import KEY
from qlvb.workflows.filing.passing import handovers
from qlvb.workflows.importing.entering import States
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.transfer.numbers import next_number
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate


REASON = "Chuyển công tác sang đơn vị khác"
pytestmark = pytest.mark.usefixtures("held")


def test_handing_over(dossier, document, perform, refused, login_as, box):
    perform("leminhanh", document(), "file", dossiers=[dossier.UID()])
    with login_as("leminhanh"):
        assert "; chờ trình: 1 dự thảo" in standing(dossier)
    assert refused("leminhanh", dossier, "hand_over_dossier", receiver="leminhanh", reason=REASON)[1] == {
        "holder_already"
    }
    assert refused("leminhanh", dossier, "hand_over_dossier", receiver="phamquochuy", reason="ngắn")[0] == 400
    perform("leminhanh", dossier, "hand_over_dossier", receiver="phamquochuy", reason=REASON)
    assert box("phamquochuy", "dossiers.handed_over") == [dossier.UID()]
    with login_as("leminhanh"):
        said = standing(dossier)
    assert "; chờ trình: 1 dự thảo" in said and said.endswith("chờ Phạm Quốc Huy tiếp nhận.")
    assert refused("leminhanh", dossier, "hand_over_dossier", receiver="phamquochuy", reason=REASON) == (
        409,
        {"handover_pending"},
    )
    assert "handover_open" in {fault.code for fault in violations(dossier)}
    assert refused("leminhanh", dossier, "accept_handover", documents=1)[0] == 403
    assert refused("phamquochuy", dossier, "accept_handover", documents=7) == (400, {"count_differs"})
    result = perform("phamquochuy", dossier, "accept_handover", documents=1)
    assert dossier.holder == "phamquochuy"
    assert (box("phamquochuy", "dossiers.mine"), box("leminhanh", "dossiers.mine")) == ([dossier.UID()], [])
    with login_as("leminhanh") as user:
        assert user.has_permission("View", dossier)
        assert not user.has_permission("Modify portal content", dossier)
    [minutes] = IFileStore(dossier).files("result")
    assert (result["number"], handovers(dossier)[-1].number) == ("01/BBGN-2031", 1)
    assert minutes.title == "Biên bản giao nhận hồ sơ số 01/BBGN-2031"
    head = Document(BytesIO(minutes.current.data())).tables[0]
    assert "Số: 01/BBGN" in [paragraph.text for cell in head._cells for paragraph in cell.paragraphs]
    words = "\n".join(one.text for one in Document(BytesIO(minutes.current.data())).paragraphs)
    for said in ("BIÊN BẢN", "Lê Minh Anh", "Phạm Quốc Huy", "1 văn bản, ", "đến nay", "Tổng số tệp tin trong hồ sơ: ", REASON):
        assert said in words
    assert refused("phamquochuy", dossier, "accept_handover", documents=1) == (409, {"no_handover"})


@pytest.mark.parametrize("answer", ["accept_handover", "refuse_handover"])
def test_what_is_in_it_is_read_by_whoever_is_to_keep_it(dossier, document, perform, login_as, answer):
    """All but secret documents and drafts; who does not take it reads nothing of it any longer."""
    open_one, secret = (received("leminhanh", subject, secrecy=secrecy) for subject, secrecy in (("A", "none"), ("B", "secret")))
    draft = document()
    for one in (open_one, secret, draft):
        IDossierContents(dossier).add(one, "leminhanh")

    def seen():
        with login_as("phamquochuy"):
            return [may_view(one) for one in (open_one, secret, draft)]

    assert seen() == [False] * 3
    perform("leminhanh", dossier, "hand_over_dossier", receiver="phamquochuy", reason=REASON)
    assert seen() == [True, False, False]
    data = {"documents": 3} if answer == "accept_handover" else {"reason": REASON}
    perform("phamquochuy", dossier, answer, **data)
    assert seen() == [answer == "accept_handover", False, False]


def received(by, subject, **fields):
    values = {"subject": subject, "document_type": "official_letter", **fields}
    made = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, by="vanthuskhcn")
    States().enter(made, "finished", "vanthuskhcn")
    IGrants(made).grant(by, "Participant", "line", "1")
    made.reindexObjectSecurity()
    return made


def standing(dossier):
    return translate(IStanding(dossier).standing().sentence, target_language="vi")


@pytest.fixture
def keys(tmp_path_factory, monkeypatch):
    """Keys of the two who sign minutes."""
    directory = tmp_path_factory.mktemp("handover-keys")
    people = [
        {"userid": one["userid"], "fullname": one["fullname"], "position": one["title"], "organisation": one["agency"]}
        for one in PEOPLE
        if one["userid"] in ("leminhanh", "phamquochuy")
    ]
    demo_ca.ensure(directory, people, [])
    monkeypatch.setenv("QLVB_KEYS", str(directory))


def test_both_sign_the_minutes(dossier, keys, document, perform, refused, box):
    """Twice: each handing over has minutes of its own."""
    perform("leminhanh", document(), "file", dossiers=[dossier.UID()])
    for number, (giver, receiver) in enumerate([("leminhanh", "phamquochuy"), ("phamquochuy", "leminhanh")], 1):
        perform(giver, dossier, "hand_over_dossier", receiver=receiver, reason=REASON)
        assert getUtility(INotices).of(receiver).newest()[0].event == "dossier_handover"
        perform(receiver, dossier, "accept_handover", documents=1)
        assert box(giver, "dossiers.minutes") == [dossier.UID()]
        assert refused(giver, dossier, "sign_handover_giver") == (503, {"rendition_pending"})
        getUtility(IRunner).run_pending()
        if not minutes_of(dossier).is_ready():
            pytest.skip("LibreOffice is not there")
        assert refused(receiver, dossier, "sign_handover_receiver") == (409, {"not_your_turn"})
        assert refused(receiver, dossier, "sign_handover_giver")[0] == 403
        perform(giver, dossier, "sign_handover_giver")
        assert (box(giver, "dossiers.minutes"), box(receiver, "dossiers.minutes")) == ([], [dossier.UID()])
        perform(receiver, dossier, "sign_handover_receiver")
        assert box(receiver, "dossiers.minutes") == []
        assert refused(giver, dossier, "sign_handover_giver")[0] == 409
        forms = minutes_of(dossier)
        file = forms.official(forms.forms[0])
        verdicts = getUtility(IPdfSigning).verify(file.current.data())
        assert [(one.field_name, one.verdict) for one in verdicts] == [("Giver", "valid"), ("Receiver", "valid")]
        assert len(IFileStore(dossier).files("signed")) == number


def test_minutes_have_numbers_of_one_row(dossier, perform, held):
    """With those of transfers to the archive, which have the same symbol; a new year begins anew."""
    numbers = []
    for day in (date(2031, 3, 3), date(2031, 3, 4), date(2032, 1, 5)):
        giver = dossier.holder
        receiver = "phamquochuy" if giver == "leminhanh" else "leminhanh"
        with clock.held(day):
            perform(giver, dossier, "hand_over_dossier", receiver=receiver, reason=REASON)
            if day.day == 4:
                next_number(dossier)  # minutes of a transfer
            numbers.append(perform(receiver, dossier, "accept_handover", documents=0)["number"])
    assert numbers == ["01/BBGN-2031", "03/BBGN-2031", "01/BBGN-2032"]


def test_a_handing_over_from_before_minutes_had_numbers(dossier, perform):
    perform("leminhanh", dossier, "hand_over_dossier", receiver="phamquochuy", reason=REASON)
    kept = IAnnotations(dossier)[KEY][-1]
    for name in ("number", "year"):
        del vars(kept)[name]
    assert (handovers(dossier)[-1].number, perform("phamquochuy", dossier, "accept_handover", documents=0)["number"]) == (None, "01/BBGN-2031")


def test_refusing_and_withdrawing(dossier, perform, login_as):
    perform("leminhanh", dossier, "hand_over_dossier", receiver="vanthuskhcn", reason=REASON)
    perform("vanthuskhcn", dossier, "refuse_handover", reason="Không thuộc việc của tôi")
    with login_as("vanthuskhcn") as user:
        assert not user.has_permission("View", dossier)
    perform("leminhanh", dossier, "hand_over_dossier", receiver="vanthuskhcn", reason=REASON)
    perform("leminhanh", dossier, "withdraw_handover")
    assert dossier.holder == "leminhanh"
    assert [one.state for one in handovers(dossier)] == ["refused", "withdrawn"]
