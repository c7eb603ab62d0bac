"""Forms that a dossier prints: its contents list and the minutes of handing it over (NĐ 30/2020 Phụ lục V)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.layout.compose import compose_plain
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Table
from qlvb.content.layout.lines import place_and_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.workflows.filing.contents_list import COLUMNS
from qlvb.workflows.filing.contents_list import rows_of
from qlvb.workflows.filing.passing import accepted
from qlvb.workflows.filing.passing import handovers
from qlvb.workflows.signing.counterparts import GIVING
from qlvb.workflows.signing.counterparts import RECEIVING
from qlvb.workflows.signing.counterparts import PartyForm
from qlvb.workflows.signing.counterparts import PartyForms
from qlvb.workflows.signing.counterparts import minutes_places
from zope.component import getUtility
from zope.i18n import translate


#: Files that a dossier keeps of itself; each printing is a version of the one before.
ROLE = "result"
CONTENTS = "Mục lục văn bản trong hồ sơ"
MINUTES = _("handover_minutes", default="Biên bản giao nhận hồ sơ")
WIDTHS = (6, 16, 14, 40, 20, 10, 12)


def contents_docx(dossier):
    """Mục lục văn bản, tài liệu with its seven columns: bytes of a docx. What the reader may not see stays out."""
    rows = [tuple(_said(getattr(row, name)) for name, _title in COLUMNS) for row in rows_of(dossier)]
    agency = getUtility(IDirectory).agency_of(dossier)
    return compose_plain(
        agency=agency.title,
        title="MỤC LỤC VĂN BẢN, TÀI LIỆU",
        below=(f"Số, ký hiệu hồ sơ: {dossier.code}", f"Năm {dossier.year}", dossier.title),
        body=(Table(tuple(title.default for _name, title in COLUMNS), tuple(rows), WIDTHS),),
        landscape=True,
    )


def minutes_docx(dossier, handover):
    """Biên bản giao nhận hồ sơ, tài liệu between two people of an agency: bytes of a docx."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(dossier)

    def party(userid):
        post = directory.main_post(userid, agency.id)
        return name_of(userid), post.title if post is not None else ""

    (giver, giver_post), (receiver, receiver_post) = party(handover.giver), party(handover.receiver)
    start = dossier.start_date.strftime("%d/%m/%Y") if dossier.start_date else "…"
    end = dossier.end_date.strftime("%d/%m/%Y") if dossier.end_date else "nay"
    files = sum(len(IFileStore(document).files()) for document in _documents(dossier))
    body = (
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        f"Lý do bàn giao: {handover.reason}.",
        Block("heading", "BÊN GIAO"),
        f"Ông (bà): {giver}. Chức vụ: {giver_post}",
        Block("heading", "BÊN NHẬN"),
        f"Ông (bà): {receiver}. Chức vụ: {receiver_post}",
        "Thống nhất lập biên bản giao nhận tài liệu với những nội dung sau:",
        f"1. Tên khối tài liệu giao nộp: Hồ sơ {dossier.code} “{dossier.title}”, năm {dossier.year}.",
        f"2. Thời gian của hồ sơ, tài liệu: từ {start} đến {end}.",
        "3. Số lượng tài liệu:",
        Block("point", f"a) Văn bản trong hồ sơ: {handover.documents}; số trang: {handover.pages}."),
        Block("point", f"b) Tài liệu điện tử: tổng số hồ sơ 01; tổng số tệp tin trong hồ sơ: {files}."),
        "4. Tình trạng tài liệu giao nộp: theo mục lục, đã được bên nhận đối chiếu trên Hệ thống.",
        "5. Mục lục văn bản, tài liệu kèm theo: có, lưu trong hồ sơ trên Hệ thống.",
        "Biên bản được lập thành 02 bản; mỗi bên giữ 01 bản.",
    )
    return compose_plain(
        agency=agency.title,
        title="BIÊN BẢN\nGiao nhận hồ sơ, tài liệu",
        body=body,
        place=place_and_date(agency.place, clock.today()),
        signatures=((GIVING, giver), (RECEIVING, receiver)),
    )


def minutes_of(dossier):
    """PartyForms of the last handing over that was accepted, each with files of its own; None before the first."""
    count = sum(one.state == "accepted" for one in handovers(dossier))
    form = PartyForm(f"bien-ban-giao-nhan-{count}", MINUTES, ROLE, minutes_places)
    return PartyForms(dossier, (form,)) if count else None


def awaited_signature(dossier):
    """userid of the one who is to sign the minutes of the last handing over now, or ""."""
    last, forms = accepted(dossier), minutes_of(dossier)
    if last is None or forms.drawn(forms.forms[0]) is None:
        return ""
    return (last.giver, last.receiver, "")[forms.signed_by()]


def keep_form(dossier, title, filename, data, by):
    """Keep a form on the dossier, a version more when there is one with this title; its PDF/A is made by the worker.

    Returns IStoredFile.
    """
    store = IFileStore(dossier)
    known = next((file for file in store.files(ROLE) if file.title == title), None)
    if known is None:
        return store.add(ROLE, filename, data, by, title=title)
    store.replace(known.id, filename, data, by)
    return known


def _documents(dossier):
    return [document for _item, document in IDossierContents(dossier).documents() if document is not None]


def _said(value):
    return translate(value, target_language="vi", domain="qlvb") if not isinstance(value, int) else str(value)
