"""The screens of disposal: what is there, what is missing, what to do next."""

from datetime import date
from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import convene
from disposing import decided
from disposing import examined
from disposing import EXECUTOR
from disposing import EXPERT
from disposing import FILE
from disposing import expired_dossier
from disposing import propose
from disposing import REASON
from disposing import UNIT
from holding import place
from lxml import html
from plone import api
from qlvb.content.disposals.destroying import erase
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.notices.interfaces import INotices
from urllib.parse import parse_qsl
from urllib.parse import urlsplit
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides


def received_again():
    """A letter that came twice: number, day and body are those of the other."""
    fields = {
        "subject": "V/v báo giá",
        "issuing_body": "Ủy ban nhân dân tỉnh",
        "original_number": "15",
        "document_symbol": "UBND",
        "issue_date": date(2026, 3, 2),
        "document_type": "official_letter",
    }
    document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", fields, by="vanthuskhcn")
    fire(document, "refuse")
    document.reindexObject()
    return document


def page(context, name, login_as, userid=ARCHIVIST):
    request = context.REQUEST
    alsoProvides(request, IQlvbLayer)
    request.form.clear()
    with login_as(userid):
        return context.restrictedTraverse(name)()


def convened_and_voted(disposal, person, login_as):
    """The disposal; who has said all that he has to say is led on."""
    convene(disposal, person)
    for userid in (ARCHIVIST, CHAIR, UNIT, EXPERT):
        assert primary_act(disposal, userid, login_as) == ["vote"]
        person(userid).does(disposal, "vote", choice="destroy", why=REASON)
    assert (primary_act(disposal, CHAIR, login_as), primary_act(disposal, ARCHIVIST, login_as)) == ([], ["conclude"])
    return disposal


def primary_act(disposal, userid, login_as):
    with login_as(userid):
        return [act.id for act, wrong in IActs(disposal).possible() if act.emphasis == "primary" and not wrong]


def test_list_form_and_page(province, approved, later, login_as, person):
    section = province["skhcn"]["disposals"]
    assert "Lập danh mục hết giá trị" in page(section, "@@view", login_as)
    dossier, _documents = expired_dossier(approved)
    assert dossier.title in page(section, "@@add-disposal", login_as)
    disposal = propose(dossier)
    shown = page(disposal, "@@view", login_as)
    assert dossier.title in shown and "chưa có" in shown and "convene" in shown
    assert disposal.title in page(section, "@@view", login_as)
    place(dossier, case="TT-3")
    assert "TT-3" in page(disposal, "@@view", login_as)
    assert "@@act/vote" not in page(disposal, "@@view", login_as)
    assert "Bùi Trung Kiên" in page(convened_and_voted(disposal, person, login_as), "@@view", login_as)


def test_rows_leave_the_list_one_by_one_and_the_places_close_up(province, approved, later, login_as, person):
    """Duplicates have one number: typed, it means the one on the list. Places were taken twice after a row had left."""
    dossiers = [expired_dossier(approved, code)[0] for code in ("02.CNTT", "01.TH")]
    one, other = (received_again() for _number in range(2))
    disposal = propose(*dossiers)
    add_item(disposal, one, "duplicate", ARCHIVIST)
    shown = page(disposal, "@@view", login_as)
    assert f"take_out?items={dossiers[0].code}%2F{dossiers[0].year}" in shown and "take_out?items=15%2FUBND" in shown
    person(ARCHIVIST).does(disposal, "take_out", items=[f"{dossiers[0].code}/{dossiers[0].year}"], why="x")
    person(ARCHIVIST).does(disposal, "take_out", items=["15/UBND"], why="x")
    assert person(ARCHIVIST).is_refused(disposal, "take_out", items=[other.UID()], why="x")[1] == {("items", "not_listed")}
    add_item(disposal, one, "duplicate", ARCHIVIST)
    assert [(item.uid, item.bundle, item.volume) for item in ISheet(disposal).items()] == [
        (dossiers[1].UID(), 1, 1),
        (one.UID(), 1, 2),
    ]


def test_the_council_sees_who_has_voted(province, approved, later, login_as, person):
    dossier, _documents = expired_dossier(approved)
    disposal = propose(dossier)
    convene(disposal, person)
    shown = page(disposal, "@@view", login_as)
    assert shown.count(">chưa biểu quyết<") == 4 and f"vote?items={dossier.code}%2F{dossier.year}" in shown
    person(CHAIR).does(disposal, "vote", choice="destroy", why=REASON)
    shown = page(disposal, "@@view", login_as)
    assert shown.count(">chưa biểu quyết<") == 3 and shown.count(">đã biểu quyết<") == 1


def test_the_button_of_a_row_fills_the_form_with_that_row_alone(province, approved, later, login_as, person):
    first, second = (expired_dossier(approved, code)[0] for code in ("02.CNTT", "01.CNTT"))
    second.retention_kind, second.retention_years = "years", 10
    second.reindexObject()
    disposal = propose(first, second)
    convene(disposal, person)
    links = html.fromstring(page(disposal, "@@view", login_as)).xpath("//td/a[contains(@href, '@@act/vote')]/@href")
    assert len(links) == 2
    request = disposal.REQUEST
    for record, link in zip((first, second), links):
        with login_as(CHAIR):
            request.form.clear()
            request.form.update(parse_qsl(urlsplit(link).query))
            shown = disposal.restrictedTraverse("@@act").publishTraverse(request, "vote")()
        written = html.fromstring(shown).xpath("//textarea[contains(@name, 'items')]")[0].text_content().strip()
        assert written == f"{record.code}/{record.year}"
    person(CHAIR).does(disposal, "vote", items=[f"{first.code}/{first.year}"], choice="destroy", why=REASON)
    assert CHAIR in ISheet(disposal).votes[first.UID()] and CHAIR not in ISheet(disposal).votes.get(second.UID(), {})
    person(CHAIR).does(disposal, "vote", choice="keep", why=REASON)
    status, codes = person(CHAIR).is_refused(disposal, "vote", choice="keep", why="Khác")
    assert (status, codes) == (400, {("items", "all_voted")})
    assert [ISheet(disposal).votes[one.UID()][CHAIR][0] for one in (first, second)] == ["destroy", "keep"]


def test_what_is_left_is_shown_on_the_page_of_what_was_destroyed(province, approved, later, login_as, person):
    dossier, (document,) = expired_dossier(approved)
    version = IFileStore(document).main().current
    hashed, disposal = version.sha256, propose(dossier)
    assert "ĐÃ TIÊU HỦY" not in page(dossier, "@@view", login_as)
    said = {"disposal": disposal.UID(), "decision": "20/QĐ-SKHCN", "decided_by": CHAIR, "reason": "expired"}
    for record in (document, dossier):
        erase(record, said, EXECUTOR)
        fire(record, "destroy")
        shown = page(record, "@@destroyed-facts", login_as)
        assert "20/QĐ-SKHCN" in shown and disposal.absolute_url() in shown and "Bùi Trung Kiên" in shown
    assert hashed in page(document, "@@destroyed-facts", login_as)
    shown = page(dossier, "@@view", login_as)
    assert "ĐÃ TIÊU HỦY" in shown and "@@ask-to-read" not in shown and "@@dossier-packages" not in shown


def test_the_page_says_who_was_appointed_what_was_opined_and_why_something_is_kept(approved, later, login_as, person):
    province_agency(approved).archive_source = True
    kept, other = (expired_dossier(approved, code)[0] for code in ("02.CNTT", "01.TH"))
    disposal = propose(kept, other)
    convene(disposal, person)
    for userid, choice in ((CHAIR, "destroy"), (ARCHIVIST, "destroy"), (UNIT, "keep"), (EXPERT, "keep")):
        person(userid).does(disposal, "vote", items=[kept.UID()], choice=choice, why=f"Ý {userid}")
        person(userid).does(disposal, "vote", choice="destroy", why=REASON)
    person(CHAIR).does(disposal, "settle_tie", choice="keep", why="Còn kiểm toán")
    person(ARCHIVIST).does(disposal, "conclude")
    shown = page(disposal, "@@view", login_as)
    assert "15/QĐ-SKHCN" in shown and f"Còn kiểm toán; Ý {EXPERT}; Ý {UNIT}" in shown
    opinion = {"number": "7/SNV", "date": "2038-02-25", "body": "Sở Nội vụ"}
    wrong = {"filename": "y-kien.docx", "data": b"x"}
    assert person(ARCHIVIST).is_refused(disposal, "record_opinion", file=wrong, **opinion)[1] == {("file", "not_pdf")}
    person(ARCHIVIST).does(disposal, "record_opinion", file=FILE, **opinion)
    shown = page(disposal, "@@view", login_as)
    assert "7/SNV" in shown and "25/02/2038" in shown and "Sở Nội vụ" in shown


def province_agency(catalogue):
    directory = getUtility(IDirectory)
    return directory.agency_object(directory.agency_of(catalogue).id)


def test_who_carries_it_out_is_told(approved, later, login_as, person):
    """The archivist who proposed does not; the agency's administrator was neither told nor shown anything."""
    disposal = propose(dossier := expired_dossier(approved)[0])
    decided(disposal, person)
    assert "TT-01/2026" not in page(disposal, "view", login_as, EXECUTOR)
    place(dossier)
    assert "TT-01/2026" in page(disposal, "view", login_as, EXECUTOR)
    for userid in (EXECUTOR, ARCHIVIST):
        assert disposal.title in translate(getUtility(INotices).of(userid).newest()[0].text, target_language="vi")
        with login_as(userid):
            assert getUtility(IListing).counts(["disposals.mine"])["disposals.mine"] == 1
    assert disposal.title in page(api.portal.get(), "@@qlvb-home", login_as, EXECUTOR), "nor did his first page name it"
