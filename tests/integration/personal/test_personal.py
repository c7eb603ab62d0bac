"""Personal documents: nobody else's, found by their owner, and with him wherever he goes."""

from io import BytesIO
from plone import api
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.personal.documents import MOST
from qlvb.content.personal.finding import own
from qlvb.content.personal.interfaces import IPersonalDocuments
from qlvb.content.violations import Refused
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


ME = "leminhanh"
OTHERS = ("phamquochuy", "nguyenthithuha", "vanthuskhcn", "skhcnqtdv", "vanthusnv", "quantri")


@pytest.fixture
def documents(province):
    return getUtility(IPersonalDocuments)


@pytest.fixture
def mine(documents, login_as):
    with login_as(ME):
        values = {"subject": "Sổ tay xử lý sự cố máy chủ", "note": "Mật khẩu tủ mạng ở phòng 305"}
        return documents.add(ME, values)


def found(question):
    return [row.subject for row in getUtility(IListing).page(question).rows]


def searched(text):
    return [row.subject for row in getUtility(IListing).search(text).rows]


def test_its_owner_finds_it_and_nobody_else_does(mine, login_as):
    with login_as(ME):
        assert found(own()) == found(own("su co may chu")) == searched("tủ mạng") == [mine.subject]
        assert api.user.has_permission("View", obj=mine)
    for userid in OTHERS:
        with login_as(userid):
            assert found(own()) == found(own("sự cố")) == searched("tủ mạng") == []
            for permission in ("View", "Access contents information", "Modify portal content", "qlvb: View journal"):
                assert not api.user.has_permission(permission, obj=mine), (userid, permission)


def test_the_words_of_its_files_are_searched(mine, login_as):
    with login_as(ME):
        stored = IFileStore(mine).add("original", "ghi-chep.pdf", BytesIO(PDF), ME)
        stored.current.set_text("Quy trình khởi động lại cụm lưu trữ")
        mine.reindexObject()
        assert searched("khởi động lại cụm") == [mine.subject]
    with login_as("phamquochuy"):
        assert searched("khởi động lại cụm") == []


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n"
)


def test_it_travels_through_a_reorganisation_with_notes_stars_and_phrases(mine, province, login_as):
    """Her post goes to another agency: everything that she keeps is there, and is nobody's whom she leaves or meets."""
    uid = IUUID(mine)
    getUtility(IMarks).change(ME, uid, starred=True, note="Đọc lại trước khi trực")
    getUtility(IPhrases).add(ME, "Đã kiểm tra, đủ điều kiện trình.")
    before = getUtility(IDirectory).main_post(ME)
    for post in province["skhcn"]["posts"].objectValues():
        if post.holder == ME:
            post.holder = None
            notify(ObjectModifiedEvent(post))
    for post in province["snv"]["posts"].objectValues():
        if post.holder == "vuhaiyen":
            post.holder = ME
            notify(ObjectModifiedEvent(post))
    assert (before.agency, getUtility(IDirectory).main_post(ME).agency) == ("skhcn", "snv")
    with login_as(ME):
        assert searched("tủ mạng") == [mine.subject]
        assert found(Question(types=("PersonalDocument",), filters={"starred": "1"})) == [mine.subject]
        assert found(Question(types=("PersonalDocument",), filters={"noted": "trước khi trực"})) == [mine.subject]
        assert [one.text for one in getUtility(IPhrases).all(ME)] == ["Đã kiểm tra, đủ điều kiện trình."]
    for userid in ("phamquochuy", "vuhaiyen", "tranduclong"):
        with login_as(userid):
            assert searched("tủ mạng") == []


def test_without_a_subject_it_is_called_like_its_file(documents, login_as):
    with login_as(ME):
        made = documents.add(ME, {}, ("Bảng phân ca.pdf", BytesIO(PDF)))
        assert made.subject == "Bảng phân ca"
        assert [stored.current.filename for stored in IFileStore(made).files()] == ["Bảng phân ca.pdf"]


@pytest.mark.parametrize(
    "values, fields",
    [
        ({}, ["subject"]),
        ({"subject": "  "}, ["subject"]),
        ({"subject": "x" * 501}, ["subject"]),
        ({"subject": "Một\nhai"}, ["subject"]),
        ({"subject": "Sổ tay", "note": "x" * 5001}, ["note"]),
        ({"subject": 5, "other": ""}, ["other", "subject"]),
    ],
)
def test_what_it_is_not_is_refused(documents, values, fields):
    with pytest.raises(Refused) as refused:
        documents.add(ME, values)
    assert [violation.field for violation in refused.value.violations] == fields
    assert documents.count(ME) == 0


def test_there_is_an_end_to_them(documents, mine, monkeypatch):
    monkeypatch.setattr("qlvb.content.personal.documents.MOST", 1)
    with pytest.raises(Refused) as refused:
        documents.add(ME, {"subject": "Thêm"})
    assert [violation.code for violation in refused.value.violations] == ["too_many_documents"] and MOST > 1
    documents.add("phamquochuy", {"subject": "Của người khác"})


def test_changed_and_removed_by_its_owner(documents, mine, login_as):
    with login_as(ME):
        documents.change(mine, {"note": "Đã chuyển sang phòng 306"})
        assert searched("phòng 306") == [mine.subject] and searched("phòng 305") == []
        documents.remove(mine)
        assert found(own()) == searched("sự cố") == [] and documents.count(ME) == 0
