"""What the two forms of a transfer say, gathered once."""

from dataclasses import dataclass
from datetime import date
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.dossiers.parts import whole_uid
from qlvb.content.dossiers.totals import totals_of
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import find_record
from qlvb.content.organisation.capacity import full_title
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.interfaces import ACCEPTED
from qlvb.content.transfers.interfaces import ITransferItems
from zope.component import getUtility
from zope.i18n import translate


@dataclass(frozen=True)
class Line:
    """A dossier on the list: what its seven columns say but the running number."""

    code: str
    title: str
    span: str
    period: str
    pages: int
    note: str
    start: date | None
    end: date | None


@dataclass(frozen=True)
class Paper:
    """``giver``, ``receiver``: (full name, position); ``files``: how many files the dossiers hold; ``number``: None
    where no register numbers the minutes.
    """

    agency: str
    parent: str
    unit: str
    place: str
    day: date
    year: int
    number: int | None
    title: str
    basis: str
    giver: tuple
    receiver: tuple
    receiving: str
    lines: tuple
    files: int
    boxes: int | None
    paper_dossiers: int | None
    metres: str
    condition: str

    @property
    def span(self):
        """str: from the first to the last day of the dossiers, or to this day where the work on one goes on."""
        days = [day for line in self.lines for day in (line.start, line.end) if day]
        if not days:
            return ""
        last = "nay" if any(line.end is None for line in self.lines) else f"{max(days):%d/%m/%Y}"
        return f"từ {min(days):%d/%m/%Y} đến {last}"


def gather(transfer):
    """Paper of a transfer: what was taken over of it. Reads every document: for jobs."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(transfer)
    parent = directory.agency(agency.parent) if agency.parent else None
    unit = directory.department(agency.id, transfer.drafting_unit) if transfer.drafting_unit else None
    dossiers = [find_record(item.uid) for item in ITransferItems(transfer).all(ACCEPTED)]
    dossiers = in_catalogue_order([dossier for dossier in dossiers if dossier is not None])
    pages = {uid: found for uid, (_documents, found) in totals_of([IUUID(one) for one in dossiers]).items()}
    return Paper(
        agency=agency.title,
        parent=parent.title if parent is not None else "",
        unit=unit.title if unit is not None else "",
        place=agency.place,
        day=clock.today(),
        year=transfer.year,
        number=transfer.number,
        title=transfer.title,
        basis=transfer.basis or "",
        giver=person_of(transfer.depositor, agency),
        receiver=person_of(transfer.receiver, agency),
        receiving="Lưu trữ lịch sử" if transfer.kind == "historical" else "Lưu trữ hiện hành của cơ quan",
        lines=tuple(line_of(dossier, pages[IUUID(dossier)]) for dossier in dossiers),
        files=sum(files_of(dossier) for dossier in dossiers),
        boxes=transfer.boxes_count,
        paper_dossiers=transfer.paper_dossiers,
        metres=transfer.shelf_metres or "",
        condition=transfer.condition or "",
    )


def in_catalogue_order(dossiers):
    """The same dossiers with every part after its whole, by its number; a part whose whole is not among them stays in
    its place: list.
    """
    uids = {IUUID(dossier) for dossier in dossiers}
    parts = {}
    for dossier in dossiers:
        if whole_uid(dossier) in uids:
            parts.setdefault(whole_uid(dossier), []).append(dossier)
    placed = []
    for dossier in dossiers:
        if whole_uid(dossier) not in uids:
            placed += [dossier, *sorted(parts.get(IUUID(dossier), ()), key=order_of)]
    return placed


def _title(dossier):
    """The title, of a part after its number and the dossier of which it is one: the column of notes is too narrow."""
    whole = whole_of(dossier)
    if whole is None:
        return dossier.title
    return f"Hồ sơ con số {order_of(dossier)} của hồ sơ {whole.code}: {dossier.title}"


def _note(dossier):
    """Into how many parts it is divided, and its own note."""
    parts = parts_of(dossier)
    return ". ".join(filter(None, (f"Gồm {len(parts)} hồ sơ con" if parts else "", dossier.note or "")))


def person_of(userid, agency):
    """(full name, position) as papers give them."""
    directory = getUtility(IDirectory)
    post = directory.main_post(userid, agency.id)
    unit = directory.department(agency.id, post.department) if post is not None and post.department else None
    return directory.person(userid).fullname, full_title(post.title, unit) if post is not None else ""


def line_of(dossier, pages):
    """The Line of a dossier with so many pages."""
    found = period(dossier)
    days = [day.strftime("%d/%m/%Y") for day in (dossier.start_date, dossier.end_date) if day]
    return Line(
        code=dossier.code,
        title=_title(dossier),
        span=" – ".join(days),
        period=translate(found.label, target_language="vi") if found is not None else "",
        pages=pages,
        note=_note(dossier),
        start=dossier.start_date,
        end=dossier.end_date,
    )


def files_of(dossier):
    """int: files of all documents in a dossier."""
    documents = (document for _item, document in IDossierContents(dossier).documents() if document is not None)
    return sum(len(IFileStore(document).files()) for document in documents)
