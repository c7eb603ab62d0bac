"""Stars, private notes and phrases: whose they are, and lists narrowed by them."""

import pytest
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.desks.marks import LONGEST_NOTE
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.interfaces import IListing
from qlvb.content.violations import Refused
from zope.component import getUtility


def code_of(call, *arguments, **named):
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value.status, refused.value.violations[0].code


@pytest.fixture
def drafts(province, login_as):
    with login_as("leminhanh"):
        make = getUtility(IDocumentFactory).create
        made = [make("OutgoingDocument", "skhcn", {"subject": f"Dự thảo {n}"}, by="leminhanh") for n in range(3)]
        for draft in made:
            draft.reindexObject()
    return made


def found(login_as, userid, **filters):
    with login_as(userid):
        return {row.subject for row in getUtility(IListing).query("outgoing.drafts", filters=filters).rows}


def test_lists_are_narrowed_by_stars_and_notes(drafts, login_as):
    marks = getUtility(IMarks)
    marks.change("leminhanh", drafts[0].UID(), starred=True)
    marks.change("leminhanh", drafts[1].UID(), note="Hỏi lại kế toán về kinh phí")
    marks.change("phamquochuy", drafts[2].UID(), starred=True, note="kinh phí")
    assert found(login_as, "leminhanh", starred="1") == {"Dự thảo 0"}
    assert found(login_as, "leminhanh", starred="0") == {"Dự thảo 1", "Dự thảo 2"}
    assert found(login_as, "leminhanh", noted="kinh phi ke toan") == {"Dự thảo 1"}
    assert found(login_as, "leminhanh", noted="*") == {"Dự thảo 1"}
    assert found(login_as, "leminhanh", noted="không có") == set()
    with login_as("leminhanh"):
        assert code_of(getUtility(IListing).query, "outgoing.drafts", filters={"starred": "x"})[0] == 400


def test_marks_go_when_they_are_empty(drafts):
    marks, uid = getUtility(IMarks), drafts[0].UID()
    assert not marks.of("leminhanh", uid).starred
    marks.change("leminhanh", uid, starred=True, note=" Nhớ ")
    assert (marks.of("leminhanh", uid).starred, marks.of("leminhanh", uid).note) == (True, "Nhớ")
    marks.change("leminhanh", uid, note="")
    assert marks.of("leminhanh", uid).starred
    marks.change("leminhanh", uid, starred=False)
    assert marks.starred("leminhanh") == marks.noted("leminhanh") == frozenset()
    assert code_of(marks.change, "leminhanh", uid, note="x" * (LONGEST_NOTE + 1)) == (400, "too_long")


def test_phrases_of_ones_own_and_of_the_unit(province, login_as):
    phrases = getUtility(IPhrases)
    own = phrases.add("nguyenthithuha", "  Chuyển   Phòng CNTT tham mưu ")
    assert own.text == "Chuyển Phòng CNTT tham mưu"
    assert phrases.add("nguyenthithuha", "Chuyển Phòng CNTT tham mưu") == own
    shared = phrases.add("nguyenthithuha", "Khẩn trương thực hiện", owner="skhcn")
    assert [phrase.text for phrase in phrases.all("nguyenthithuha")] == [own.text, shared.text]
    assert [phrase.text for phrase in phrases.all("leminhanh")] == [shared.text]
    assert phrases.all("vanthusnv") == []
    assert code_of(phrases.add, "leminhanh", "Của tôi", owner="skhcn") == (403, "may_not_share")
    assert code_of(phrases.remove, shared.id, "leminhanh") == (403, "may_not_share")
    assert code_of(phrases.remove, own.id, "leminhanh") == (404, "phrase_unknown")
    for wrong in ("", "  ", None, "x" * 1001):
        assert code_of(phrases.add, "leminhanh", wrong) == (400, "phrase_length")
    phrases.remove(own.id, "nguyenthithuha")
    phrases.remove(shared.id, "nguyenthithuha")
    assert phrases.all("nguyenthithuha") == []
