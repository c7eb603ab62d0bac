"""The forms as files of the transfer: written as docx, signed as PDF by the giver and then by the receiver."""

from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.parties import Party
from qlvb.workflows.transfer.forms.data import gather
from qlvb.workflows.transfer.forms.drawing import GIVING
from qlvb.workflows.transfer.forms.drawing import MAKER
from qlvb.workflows.transfer.forms.drawing import RECEIVING
from qlvb.workflows.transfer.forms.drawing import SIGN
from qlvb.workflows.transfer.forms.drawing import draw_list
from qlvb.workflows.transfer.forms.drawing import draw_minutes
from zope.component import getUtility
from zope.i18n import translate


GIVER, RECEIVER = FIELDS = ("Giver", "Receiver")
MINUTES, LIST = "bien-ban-giao-nhan", "muc-luc-ho-so-nop-luu"
TITLES = {
    MINUTES: _("transfer_paper_minutes", default="Biên bản giao nhận hồ sơ, tài liệu"),
    LIST: _("transfer_paper_list", default="Mục lục hồ sơ, tài liệu nộp lưu"),
}
_ROLES = {MINUTES: "main", LIST: "annex"}


def write(transfer, by):
    """Draw both forms and keep them; written again (the job was cut off) they are new versions."""
    paper, store = gather(transfer), IFileStore(transfer)
    for name, draw in ((MINUTES, draw_minutes), (LIST, draw_list)):
        title, filename = translate(TITLES[name], target_language="vi"), f"{name}.docx"
        known = drawn(transfer, name)
        if known is None:
            store.add(_ROLES[name], filename, draw(paper), by, title=title)
        else:
            store.replace(known.id, filename, draw(paper), by)


def drawn(transfer, name):
    """The IStoredFile of the docx of a form, or None."""
    found = [file for file in IFileStore(transfer).files(_ROLES[name]) if file.current.filename == f"{name}.docx"]
    return found[-1] if found else None


def official(transfer, name):
    """The IStoredFile of the signed PDF of a form, or None before the first signature."""
    found = [file for file in IFileStore(transfer).files("signed") if file.current.filename == f"{name}.pdf"]
    return found[-1] if found else None


def is_ready(transfer):
    """bool: both forms are there as PDF."""
    found = [drawn(transfer, name) for name in TITLES]
    return all(file is not None and file.current.pdf_state == "ready" for file in found)


def signed_by(transfer):
    """How many of the two parties have signed: 0, 1, 2."""
    file = official(transfer, MINUTES)
    return 0 if file is None else sum(version.kind == "signed" for version in file.versions())


def sign(transfer, field, userid, giver, receiver):
    """The signature of ``userid`` on both forms in ``field`` (one of FIELDS); ``giver``, ``receiver``: full names.

    :raises Refused: as IPdfSigning.sign_party.
    """
    signing, ring = getUtility(IPdfSigning), getUtility(IKeyRing)
    signer, image = ring.for_person(userid), ring.person_image(userid)
    store, name = IFileStore(transfer), giver if field == GIVER else receiver
    for form in TITLES:
        file = official(transfer, form)
        if file is None:
            pdf = drawn(transfer, form).current.pdf()
            prepared = signing.prepare_parties(pdf, places(signing, pdf, form, giver, receiver))
            file = store.add(
                "signed", f"{form}.pdf", prepared, userid, title=drawn(transfer, form).title, kind="prepared"
            )
        pdf = signing.sign_party(file.current.data(), field, signer, image, name)
        store.replace(file.id, f"{form}.pdf", pdf, userid, kind="signed")


def places(signing, pdf, form, giver, receiver):
    """The parties in the order in which they sign. The list has a place for its maker only, as the form draws it; the
    receiver signs it without being shown.
    """
    if form == LIST:
        page, rect = signing.find_party(pdf, giver, (MAKER, SIGN))
        return Party(GIVER, "Chữ ký của người lập", page, rect), Party(RECEIVER, "Chữ ký của bên nhận")
    page, rect = signing.find_party(pdf, giver, (GIVING, SIGN), left=True)
    first = Party(GIVER, "Chữ ký của bên giao", page, rect)
    page, rect = signing.find_party(pdf, receiver, (RECEIVING, SIGN))
    return first, Party(RECEIVER, "Chữ ký của bên nhận", page, rect)
