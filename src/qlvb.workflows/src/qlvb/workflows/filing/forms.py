"""Forms that a dossier prints: its contents list and the minutes of handing it over (NĐ 30/2020 Phụ lục V)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.layout.compose import compose_plain
from qlvb.content.layout.data import Table
from qlvb.content.lookup import may_view
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.indexing import number_text
from qlvb.workflows.filing.contents_list import COLUMNS
from qlvb.workflows.filing.contents_list import rows_of
from qlvb.workflows.filing.passing import accepted
from qlvb.workflows.filing.passing import handovers
from qlvb.workflows.packages.origin import maker_of
from qlvb.workflows.signing.counterparts import PartyForm
from qlvb.workflows.signing.counterparts import PartyForms
from qlvb.workflows.signing.counterparts import minutes_places
from qlvb.workflows.transfer.forms.data import Paper
from qlvb.workflows.transfer.forms.data import files_of
from qlvb.workflows.transfer.forms.data import line_of
from qlvb.workflows.transfer.forms.data import person_of
from qlvb.workflows.transfer.forms.drawing import draw_minutes
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


#: Files that a dossier keeps of itself; each printing is a version of the one before.
ROLE = "result"
CONTENTS = "Mục lục văn bản trong hồ sơ"
MINUTES = _("handover_minutes", default="Biên bản giao nhận hồ sơ")
NUMBERED = _("handover_minutes_numbered", default="Biên bản giao nhận hồ sơ số ${number}")
WIDTHS = (6, 16, 13, 38, 19, 14, 12)


def contents_docx(dossier):
    """Mục lục văn bản, tài liệu with its seven columns: bytes of a docx. What the reader may not see stays out.

    Under the documents of the dossier stand its parts by their numbers, each with its symbol, title and documents; a
    part says above its list of which dossier it is one.
    """
    numbers = tuple(f"({column})" for column in range(1, len(COLUMNS) + 1))
    rows = _rows(dossier)
    for part in parts_of(dossier):
        rows += [_part_row(part), *_rows(part)]
    agency, whole = getUtility(IDirectory).agency_of(dossier), whole_of(dossier)
    above = ((f"Hồ sơ con số {order_of(dossier)} của hồ sơ {whole.code} {whole.title}",) if whole is not None else ())
    return compose_plain(
        agency=agency.title,
        title="MỤC LỤC VĂN BẢN, TÀI LIỆU",
        below=(f"Số, ký hiệu hồ sơ: {dossier.code}", f"Năm {dossier.year}", dossier.title, *above),
        body=(Table(tuple(title.default for _name, title in COLUMNS), (numbers, *rows), WIDTHS),),
        landscape=True,
    )


def _rows(dossier):
    return [tuple(_said(getattr(row, name)) for name, _title in COLUMNS) for row in rows_of(dossier)]


def _part_row(part):
    """The line that names a part: number and symbol of the dossier, its days, title, keeper, pages. Of a part that the
    reader may not see, its place.
    """
    if not may_view(part):
        return ("", part.code, "", f"Hồ sơ con số {order_of(part)}", "", "", "")
    _documents, pages = IDossierContents(part).totals()
    days = " – ".join(show_date(day) for day in (part.start_date, part.end_date) if day)
    title = f"Hồ sơ con số {order_of(part)}: {part.title}"
    through = f"1–{pages}" if pages > 1 else str(pages or "")
    return ("", part.code, days, title, maker_of(part), through, part.note or "")


def minutes_docx(dossier, handover):
    """Biên bản giao nhận hồ sơ, tài liệu between two people of an agency, in the decree's form: bytes of a docx."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(dossier)
    parent = directory.agency(agency.parent) if agency.parent else None

    def unit_of(userid):
        post = directory.main_post(userid, agency.id)
        unit = directory.department(agency.id, post.department) if post is not None and post.department else None
        return unit.title if unit is not None else ""

    return draw_minutes(
        Paper(
            agency=agency.title,
            parent=parent.title if parent is not None else "",
            unit=unit_of(handover.giver),
            place=agency.place,
            day=clock.today(),
            year=dossier.year,
            number=handover.number,
            title=f"Hồ sơ {dossier.code} “{dossier.title}”, năm {dossier.year}",
            basis="",
            giver=person_of(handover.giver, agency),
            receiver=person_of(handover.receiver, agency),
            receiving=unit_of(handover.receiver) or agency.title,
            lines=(line_of(dossier, handover.pages),),
            files=files_of(dossier),
            boxes=None,
            paper_dossiers=None,
            metres="",
            condition=f"{handover.documents} văn bản, {handover.pages} trang theo mục lục, bên nhận đã đối chiếu trên"
            f" Hệ thống. Lý do bàn giao: {handover.reason.rstrip('. ')}.",
        )
    )


def minutes_of(dossier):
    """PartyForms of the last handing over that was accepted, each with files of its own; None before the first."""
    count, last = sum(one.state == "accepted" for one in handovers(dossier)), accepted(dossier)
    numbered = last is not None and last.number
    title = Message(NUMBERED, mapping={"number": number_text(last)}) if numbered else MINUTES
    form = PartyForm(f"bien-ban-giao-nhan-{count}", title, ROLE, minutes_places)
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


def _said(value):
    return translate(value, target_language="vi", domain="qlvb") if not isinstance(value, int) else str(value)
