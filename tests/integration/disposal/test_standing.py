"""A disposal and a case of a hold say who has to do what next, since when, until when."""

from datetime import timedelta
from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import EXECUTOR
from disposing import EXPERT
from disposing import HEAD
from disposing import LATER
from disposing import REASON
from disposing import SCANNED
from disposing import UNIT
from disposing import convene
from disposing import expired_dossier
from disposing import propose
from holding import place
import pytest
from qlvb.content.clock import held
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.standing.interfaces import IStanding
from zope.component import getUtility
from zope.i18n import translate


def standing(record):
    """(what is waited for, whose turn it is, the sentence)."""
    found = IStanding(record).standing()
    return found.kind, found.holders, translate(found.sentence, target_language="vi")


@pytest.fixture
def disposal(approved, keys, later):
    return propose(expired_dossier(approved)[0], expired_dossier(approved, "01.TH")[0])


def test_from_the_list_to_the_council_and_what_is_left_of_a_vote(disposal, person):
    kind, holders, said = standing(disposal)
    assert (kind, holders) == ("drafted", [ARCHIVIST]) and said.startswith("Hoàng Văn Lưu đang lập danh mục (2) từ ngày ")
    convene(disposal, person)
    assert standing(disposal)[:2] == ("voting", [CHAIR, ARCHIVIST, UNIT, EXPERT])
    for userid, choice in ((CHAIR, "destroy"), (ARCHIVIST, "destroy"), (UNIT, "keep")):
        person(userid).does(disposal, "vote", choice=choice, why=REASON)
    assert standing(disposal) == ("voting", [EXPERT], "Hội đồng họp từ ngày 01/03/2038; chờ Lê Minh Anh biểu quyết.")
    person(EXPERT).does(disposal, "vote", choice="keep", why=REASON)
    assert standing(disposal)[:2] == ("tied", [CHAIR])
    person(CHAIR).does(disposal, "settle_tie", choice="destroy", why=REASON)
    assert standing(disposal)[:2] == ("minutes", [ARCHIVIST])


def test_from_the_opinion_to_what_was_destroyed(disposal, person, province):
    province["skhcn"].archive_source = True
    convene(disposal, person)
    for userid in (CHAIR, ARCHIVIST, UNIT, EXPERT):
        person(userid).does(disposal, "vote", choice="destroy", why=REASON)
    person(ARCHIVIST).does(disposal, "conclude")
    assert standing(disposal)[:2] == ("opinion", [ARCHIVIST])
    opinion = {"number": "9/SNV", "date": "2038-03-01", "body": "Sở Nội vụ", "file": SCANNED["file"]}
    person(ARCHIVIST).does(disposal, "record_opinion", **opinion)
    assert standing(disposal) == (
        "to_decide",
        [HEAD],
        "Chờ Nguyễn Thị Thu Hà (người đứng đầu) quyết định từ ngày 01/03/2038.",
    )
    person(HEAD).does(disposal, "decide", number="20/QĐ-SKHCN", **SCANNED, password=PASSWORD)
    kind, holders, said = standing(disposal)
    assert (kind, holders) == ("decided", [EXECUTOR])
    assert said.startswith("Đã quyết định hủy ngày 01/03/2038; ") and said.endswith(" chậm nhất ngày 16/03/2038.")
    with held(LATER + timedelta(days=18)):
        assert standing(disposal)[0] == "late" and "đã quá 3 ngày" in standing(disposal)[2]
    person(EXECUTOR).does(disposal, "execute_disposal", keeper=ARCHIVIST, witness=UNIT, password=PASSWORD)
    assert standing(disposal)[0] == "waiting" and "08:00 02/03/2038" in standing(disposal)[2]
    with held(LATER + timedelta(days=2)):
        assert standing(disposal)[0] == "destroying"
        getUtility(IRunner).run_pending()
        assert standing(disposal)[2] == "Đã tiêu hủy xong ngày 03/03/2038: hủy 2/2."


def test_a_case_says_what_it_keeps_and_later_what_it_kept(approved, later, person):
    dossier = expired_dossier(approved)[0]
    hold = place(dossier)
    kind, holders, said = standing(hold)
    assert (kind, holders) == ("active", [ARCHIVIST])
    assert said.startswith("Giữ nguyên 1 hồ sơ, văn bản từ ngày 01/03/2038 theo 45/TTr-NV, 05/01/2026; Hoàng Văn Lưu")
    person(ARCHIVIST).does(hold, "release_hold", reason="Thanh tra đã kết luận")
    kind, holders, said = standing(hold)
    assert (kind, holders) == ("", [])
    assert said == "Đã giải tỏa ngày 01/03/2038, sau khi giữ 1 hồ sơ, văn bản; vụ việc được lưu để tra cứu."
