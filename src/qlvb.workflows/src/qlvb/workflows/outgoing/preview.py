"""What an act of the clerks is going to do, told before it is done: tuples of Effect from the record as it is."""

from collections import defaultdict
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.vocabularies import recipient_channel_vocabulary
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.symbols import format_reference
from qlvb.workflows.acts.interfaces import Effect
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.outgoing.originals import given_originals
from qlvb.workflows.outgoing.originals import original_to_add
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


PDF = "application/pdf"
GONE = _("preview_recipients_gone", default="Không còn trong hệ thống, không gửi được")


def of_number(document, register, symbol):
    """Which number is taken from ``register`` (None: none can be), on which day."""
    if register is None:
        return ()
    reference = format_reference(INumberBook(register).next_number, symbol)
    return (
        Effect(_("preview_number", default="Số, ký hiệu"), (reference, register.Title())),
        Effect(_("preview_day", default="Ngày ban hành"), (f"{clock.today():%d/%m/%Y}",)),
    )


def of_number_kept(document):
    """The number that the document has already stays."""
    kept = _(
        "preview_number_kept",
        default="${reference}, đã cấp ngày ${date}; không lấy số mới",
        mapping={"reference": document.reference, "date": f"{document.issue_date:%d/%m/%Y}"},
    )
    return (Effect(_("preview_number", default="Số, ký hiệu"), (kept,)),)


def of_seal(document, agency):
    """What the agency signs, and with which certificate."""
    store, key = IFileStore(document), getUtility(IKeyRing).describe(agency_id=agency.id)
    annexes = [one.current.filename for one in store.files("annex") if one.current.mimetype == PDF]
    signed = store.signed()
    names = ([signed.current.filename] if signed is not None else []) + annexes
    by = [key["subject"]] if key else []
    return (Effect(_("preview_seal", default="Ký số của cơ quan"), (*by, *names)),)


def of_sending(document):
    """Recipients by channel, the files that go to them, and the editable original."""
    titles, names = dict(recipient_channel_vocabulary.terms), defaultdict(list)
    directory, gone = getUtility(IDirectory), []
    for row in document.recipients or ():
        lost = row["agency"] and directory.agency(row["agency"]) is None
        (gone if lost else names[row["channel"]]).append(row["name"])
    lost = (Effect(GONE, tuple(gone)),) if gone else ()
    sent = tuple(Effect(titles.get(channel, channel), tuple(found)) for channel, found in names.items())
    nobody = (Effect(_("preview_recipients", default="Nơi nhận"), (_("preview_nobody", default="Chưa có nơi nhận"),)),)
    files = tuple(one.current.filename for one in IFileStore(document).files("annex"))
    annexes = (Effect(_("preview_annexes", default="Phụ lục, tệp kèm theo"), files),) if files else ()
    return (*lost, *(sent or nobody), *annexes, of_original(document))


def of_original(document):
    """The editable original, or why there is none."""
    given, added = given_originals(document), original_to_add(document)
    if given:
        said = tuple(one.current.filename for one in given)
    elif added is not None:
        mapping = {"filename": added.filename, "number": str(added.number)}
        said = (_("preview_original_of", default="${filename} (bản ${number} của dự thảo)", mapping=mapping),)
    else:
        said = (
            _(
                "preview_original_none",
                default="Không có: mọi bản của dự thảo đều là PDF. Cần tệp gốc thì trả lại người soạn để tải lên.",
            ),
        )
    return Effect(_("preview_original", default="Tệp gốc sửa được gửi kèm (Điều 4.5)"), said)


def of_remarks(document):
    """Remarks on the draft that nobody has decided about; whoever made them waits to hear (NĐ 30/2020 Điều 10)."""
    opinions = [one for found in IConsultations(document).rounds() if not found.withdrawn for one in found.opinions]
    points = [point for opinion in opinions for point in opinion.points]
    left = [point for point in points if not point.decision]
    if not left:
        return ()
    mapping = {"open": str(len(left)), "all": str(len(points))}
    words = _("preview_remarks_open", default="Còn ${open}/${all} ý kiến chưa tiếp thu, giải trình", mapping=mapping)
    return (Effect(_("preview_remarks", default="Ý kiến góp ý"), (words,)),)
